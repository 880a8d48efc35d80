import Documents
import Provenance
import Reading
import TestSupport

/// What a Word file is read as.
struct DocxCase {
  let document: Document
  let diagnostics: [Diagnostic]

  init(_ file: WordFile) throws { try self.init(file.bytes) }

  init(_ body: String) throws { try self.init(WordFile(body)) }

  init(_ bytes: [UInt8], _ limits: DocxLimits = DocxLimits()) throws {
    var diagnostics: [Diagnostic] = []
    let read = try read(bytes, limits, diagnostics: &diagnostics)
    document = read.document
    self.diagnostics = diagnostics
  }

  /// In the layout of dialect D1.
  var text: String { String(decoding: document.source.utf8, as: UTF8.self) }
  var ids: [String] { diagnostics.map(\.id) }
}

func p(_ content: String) -> String { "<w:p>\(content)</w:p>" }
func r(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(escaped(text))</w:t></w:r>" }
func tbl(_ rows: String...) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }
func tr(_ cells: String...) -> String { "<w:tr>\(cells.joined())</w:tr>" }
func tc(_ content: String, properties: String = "") -> String {
  "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
}
