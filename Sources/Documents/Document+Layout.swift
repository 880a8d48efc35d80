internal import Provenance

extension Document {
  /// The document in the layout that Tika's server gives a .docx: a paragraph a line, a cell a TAB and its paragraphs,
  /// a line feed behind each row and each table; bookmarks before the text that they mark. O(document).
  package func laidOut() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.count + source.count / 8)
    for block in body { append(block, to: &result) }
    return result
  }

  private func append(_ block: Block, to result: inout [UInt8]) {
    switch block {
    case .paragraph(let index):
      append(paragraphs[index], to: &result)
    case .table(let index):
      for row in rows[tables[index].rows] {
        for cell in cells[row.cells] {
          result.append(0x09)
          if cell.content.isEmpty { result.append(0x0A) }
          for block in content[cell.content] { append(block, to: &result) }
        }
        result.append(0x0A)
      }
      result.append(0x0A)
    }
  }

  private func append(_ paragraph: Paragraph, to result: inout [UInt8]) {
    for bookmark in bookmarks[paragraph.bookmarks] { append(bookmark.range, to: &result) }
    var start = paragraph.range.start
    for bookmark in bookmarks[paragraph.bookmarks] where bookmark.range.start >= start {
      if bookmark.range.end > paragraph.range.end { continue }
      append(SourceRange(start, bookmark.range.start), to: &result)
      start = bookmark.range.end
    }
    append(SourceRange(start, paragraph.range.end), to: &result)
    result.append(0x0A)
  }

  private func append(_ range: SourceRange, to result: inout [UInt8]) {
    let start = min(max(0, range.start), source.count)
    result += source.utf8[start..<min(max(start, range.end), source.count)]
  }
}
