import Documents
import Provenance
import Reading

/// Shows a document as an indented tree, a line for each block, row and cell.
struct DocumentPrinter {
  let document: Document

  func lines() -> [String] {
    var result: [String] = []
    for block in document.body {
      switch block {
      case .paragraph(let index):
        if isBlank(index) { continue }
        result.append("paragraph " + paragraph(index))
      case .table(let index):
        result.append("table")
        for row in document.rows[document.tables[index].rows] {
          result.append(row.endsSoftly ? "  row ~" : "  row")
          for cell in document.cells[row.cells] { result.append("    cell" + content(of: cell)) }
        }
      }
    }
    return result
  }

  private func content(of cell: Document.Cell) -> String {
    document.content[cell.content].map { block in
      switch block {
      case .paragraph(let index): " " + paragraph(index)
      case .table: " (table)"
      }
    }.joined(separator: " |")
  }

  /// Paragraphs of the body that print nothing are left out.
  private func isBlank(_ index: Int) -> Bool {
    let paragraph = document.paragraphs[index]
    return paragraph.bookmarks.isEmpty
      && document.source[paragraph.range].unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  private func paragraph(_ index: Int) -> String {
    let paragraph = document.paragraphs[index]
    var text = "“" + Marks.show(document.source[paragraph.range]) + "”"
    for bookmark in document.bookmarks[paragraph.bookmarks] { text += " #" + document.source[bookmark.name] }
    return text
  }
}

/// Visible marks for the characters that a case file can't show.
enum Marks {
  static let pairs: [(mark: String, text: String)] = [
    ("→", "\t"), ("¶", "\n"), ("↵", "\r"), ("␌", "\u{C}"), ("␋", "\u{B}"), ("␀", "\0"), ("␤", "\u{85}"),
    ("␊", "\u{2028}"), ("␣", "\u{3000}"),
  ]

  static func show(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.flatMap { scalar in
          pairs.first { $0.text == String(scalar) }.map { Array($0.mark.unicodeScalars) } ?? [scalar]
        }))
  }

  static func hide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.flatMap { scalar in
          pairs.first { $0.mark == String(scalar) }.map { Array($0.text.unicodeScalars) } ?? [scalar]
        }))
  }
}
