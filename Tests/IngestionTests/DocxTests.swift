import Documents
import Foundation
import Ingestion
import JSON
import Provenance
import Publishing
import Reading
import TestSupport
import Testing

/// A Word file gives the same filing as its text.
@Suite struct DocxTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  private static let corpus = "Corpus/2021/131-政协秦皇岛市北戴河区委员会办公室.txt"

  @Test func theRealFilingAsAWordFileSaysTheSame() throws {
    let text = Array(try Data(contentsOf: Self.root.appending(path: Self.corpus)))
    let word = try Self.wordFile(of: text)
    var diagnostics: [Diagnostic] = []
    #expect(try read(word, diagnostics: &diagnostics).document.source.utf8 == text)
    #expect(try Self.content(word) == Self.content(text))
  }

  /// Files made of the real filing by others, where they are at hand.
  @Test func sharedWordFilesSayTheSame() throws {
    let folder = Self.root.appending(path: "../shared/docx")
    let text = Array(try Data(contentsOf: Self.root.appending(path: Self.corpus)))
    for name in ["beidaihe-zhengxie-2021.docx", "beidaihe-zhengxie-2021-pagebreak.docx"] {
      guard let word = try? Data(contentsOf: folder.appending(path: name)) else { continue }
      var diagnostics: [Diagnostic] = []
      #expect(try read(Array(word), diagnostics: &diagnostics).document.source.utf8 == text, "\(name)")
      #expect(try Self.content(Array(word)) == Self.content(text), "\(name)")
    }
  }

  /// Every family of forms has a case that was written for it.
  @Test(arguments: ["ministry", "list", "scored", "grades", "overall", "unknown"])
  func formsSayTheSameInAWordFile(name: String) throws {
    let path = Self.root.appending(path: "Tests/IngestionTests/Cases/form-\(name).txt")
    let text = Array(try Data(contentsOf: path))
    let content = try Self.content(text)
    #expect(content.count == 1)
    #expect(try Self.content(Self.wordFile(of: text)) == content)
  }

  @Test func placesInAWordFileNameParagraphAndRun() throws {
    let word = try Self.wordFile(of: Array("第二部分\n1.甲绩效目标表\n\t项目名称\n\t甲\n\n\n".utf8))
    var converter = try FilingConverter(spelling: false)
    let filing = try #require(try converter.convert(word, path: "2021/a.docx").first)
    let places = try JSONParser.parse(filing.bytes)["places"]
    guard case .array(let name)? = places?["/projects/0/name"], case .object(let place)? = name.first else {
      Issue.record("no place")
      return
    }
    #expect(place["part"] == .string("word/document.xml"))
    #expect(place["paragraph"] == .number(4) && place["run"] == .number(1) && place["character"] == .number(1))
    #expect(verify(filing.bytes).isEmpty)
  }

  /// All that is published of a file but its source, where in a Word file places stand, and what its runs say.
  private static func content(_ bytes: [UInt8]) throws -> [JSONValue] {
    var converter = try FilingConverter(spelling: false)
    return try converter.convert(bytes, path: "2021/a").map { filing in
      guard case .object(let object) = try JSONParser.parse(filing.bytes) else { return .null }
      return .array(object.members.filter { $0.key != "source" }.map { withoutRuns($0.value) })
    }
  }

  private static func withoutRuns(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.filter { $0["kind"] != "run" }.map(withoutRuns))
    case .object(var object):
      for key in ["part", "paragraph", "run", "character"] { object[key] = nil }
      for member in object.members { object[member.key] = withoutRuns(member.value) }
      return .object(object)
    default: return value
    }
  }

  /// The document of a text as a Word file, its runs cut at seeded places.
  private static func wordFile(of text: [UInt8]) throws -> [UInt8] {
    var diagnostics: [Diagnostic] = []
    let document = try read(text, diagnostics: &diagnostics).document
    var random = SplitMix(seed: 131)
    return WordFile(document.body.map { xml($0, document, &random) }.joined()).bytes
  }

  private static func xml(_ block: Document.Block, _ document: Document, _ random: inout SplitMix) -> String {
    switch block {
    case .paragraph(let index):
      let paragraph = document.paragraphs[index]
      var xml = "<w:p>"
      for bookmark in document.bookmarks[paragraph.bookmarks] {
        xml += "<w:bookmarkStart w:id=\"1\" w:name=\"\(escaped(document.source[bookmark.name]))\"/>"
      }
      var rest = Array(document.source[paragraph.range].unicodeScalars)[...]
      while !rest.isEmpty {
        let run = String(String.UnicodeScalarView(rest.prefix(Int.random(in: 1...9, using: &random))))
        xml += "<w:r><w:t xml:space=\"preserve\">\(escaped(run))</w:t></w:r>"
        rest = rest.dropFirst(run.unicodeScalars.count)
      }
      return xml + "</w:p>"
    case .table(let index):
      let rows = document.rows[document.tables[index].rows].map { row in
        let cells = document.cells[row.cells].map { cell in
          let content = document.content[cell.content].map { self.xml($0, document, &random) }.joined()
          return "<w:tc>\(content.isEmpty ? "<w:p/>" : content)</w:tc>"
        }
        return "<w:tr>\(cells.joined())</w:tr>"
      }
      return "<w:tbl>\(rows.joined())</w:tbl>"
    }
  }
}
