import Documents
import Provenance

/// Puts paragraphs, cells, rows and tables into the flat arrays of a document, in reading order.
struct DocumentBuilder {
  private(set) var document: Document
  private let keepsEmptyParagraphs: Bool
  /// The first bookmark that belongs to no paragraph yet.
  private var nextBookmark = 0
  private var firstRow = 0
  private var firstCell = 0
  private var firstContent = 0
  private var isCellOpen = false
  /// Empty paragraphs of the open cell behind which nothing stands yet. A cell of nothing else has no content.
  private var emptyParagraphs: [Int] = []

  init(_ source: SourceText, _ table: LineTable, keepsEmptyParagraphs: Bool) {
    document = Document(source: source)
    document.bookmarks = table.bookmarks
    document.furniture = table.furniture
    document.paragraphs.reserveCapacity(table.textLines &+ table.tabs)
    document.cells.reserveCapacity(table.tabs)
    document.content.reserveCapacity(table.tabs)
    document.body.reserveCapacity(table.textLines)
    self.keepsEmptyParagraphs = keepsEmptyParagraphs
  }

  // MARK: Tables

  mutating func beginTable() {
    firstRow = document.rows.count
  }

  mutating func endTable() {
    document.body.append(.table(document.tables.count))
    document.tables.append(Document.Table(rows: firstRow..<document.rows.count))
  }

  mutating func beginRow() {
    firstCell = document.cells.count
  }

  mutating func endRow(softly: Bool) {
    endCell()
    document.rows.append(Document.Row(cells: firstCell..<document.cells.count, endsSoftly: softly))
  }

  private mutating func beginCell() {
    endCell()
    isCellOpen = true
    firstContent = document.content.count
  }

  private mutating func endCell() {
    guard isCellOpen else { return }
    isCellOpen = false
    if firstContent < document.content.count { flushEmptyParagraphs() }
    emptyParagraphs.removeAll(keepingCapacity: true)
    document.cells.append(Document.Cell(content: firstContent..<document.content.count))
  }

  // MARK: Paragraphs

  /// A paragraph of the body. Where blank lines mean nothing, white space alone is dropped, unless it holds a bookmark.
  mutating func addBody(_ range: SourceRange) {
    if let index = addParagraph(range, dropsWhiteSpace: !keepsEmptyParagraphs) {
      document.body.append(.paragraph(index))
    }
  }

  mutating func addEmptyBody(at offset: Int) {
    guard keepsEmptyParagraphs else { return }
    document.body.append(.paragraph(document.paragraphs.count))
    document.paragraphs.append(
      Document.Paragraph(range: SourceRange(offset, offset), bookmarks: nextBookmark..<nextBookmark))
  }

  /// The parts of a line: each TAB begins a cell; what stands before the first one goes on in the open cell.
  mutating func addCells(_ line: LineTable.Line) {
    var start = line.range.start
    var end = line.range.end
    if line.tabs > 0 {
      end = ByteScan.first(0x09, in: document.source.utf8.span, from: start, to: line.range.end)
    }
    if line.kind == .text { addContent(SourceRange(start, end)) }
    for left in stride(from: line.tabs, to: 0, by: -1) {
      start = min(end + 1, line.range.end)
      end = line.range.end
      if left > 1 { end = ByteScan.first(0x09, in: document.source.utf8.span, from: start, to: end) }
      beginCell()
      addContent(SourceRange(start, end))
    }
  }

  mutating func addEmptyParagraph(at offset: Int) {
    if keepsEmptyParagraphs { emptyParagraphs.append(offset) }
  }

  private mutating func addContent(_ range: SourceRange) {
    let hasBookmark =
      nextBookmark < document.bookmarks.count && document.bookmarks[nextBookmark].range.start < range.end
    if range.isEmpty && !hasBookmark {
      emptyParagraphs.append(range.start)
      return
    }
    if !emptyParagraphs.isEmpty { flushEmptyParagraphs() }
    if let index = addParagraph(range, dropsWhiteSpace: false) { document.content.append(.paragraph(index)) }
  }

  private mutating func flushEmptyParagraphs() {
    for offset in emptyParagraphs {
      document.content.append(.paragraph(document.paragraphs.count))
      document.paragraphs.append(
        Document.Paragraph(range: SourceRange(offset, offset), bookmarks: nextBookmark..<nextBookmark))
    }
    emptyParagraphs.removeAll(keepingCapacity: true)
  }

  /// Leaves out form feeds in front, and bookmarks in front and behind.
  private mutating func addParagraph(_ range: SourceRange, dropsWhiteSpace: Bool) -> Int? {
    var range = range
    let firstBookmark = nextBookmark
    skipFormFeeds(&range)
    while nextBookmark < document.bookmarks.count, document.bookmarks[nextBookmark].range.start < range.end {
      let mark = document.bookmarks[nextBookmark].range
      if mark.start == range.start {
        range.start = mark.end
        skipFormFeeds(&range)
      }
      nextBookmark += 1
    }
    var last = nextBookmark - 1
    while last >= firstBookmark, range.start < range.end, document.bookmarks[last].range.end == range.end {
      range.end = document.bookmarks[last].range.start
      last -= 1
    }
    let bookmarks = firstBookmark..<nextBookmark
    if dropsWhiteSpace && bookmarks.isEmpty && isWhite(range) { return nil }
    document.paragraphs.append(Document.Paragraph(range: range, bookmarks: bookmarks))
    return document.paragraphs.count - 1
  }

  @inline(__always)
  private func skipFormFeeds(_ range: inout SourceRange) {
    while range.start < range.end, document.source.utf8[range.start] == 0x0C { range.start += 1 }
  }

  private func isWhite(_ range: SourceRange) -> Bool {
    WhiteSpace.end(in: document.source.utf8.span, from: range.start, to: range.end) == range.end
  }
}
