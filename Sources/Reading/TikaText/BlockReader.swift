import Documents
import Provenance

/// Builds the document from its lines: tables where lines begin with a TAB, paragraphs elsewhere.
struct BlockReader {
  private let table: LineTable
  private let dialect: Dialect
  private var builder: DocumentBuilder
  /// The spans of the tables at hand; kept so that its storage is.
  private var spans: [RowSpan] = []
  private var stretch: Stretch?

  init(_ source: SourceText, _ table: LineTable, _ dialect: Dialect) {
    self.table = table
    self.dialect = dialect
    builder = DocumentBuilder(source, table, keepsEmptyParagraphs: dialect != .spaced)
  }

  /// Reads everything. O(lines + tabs).
  mutating func read(_ diagnostics: inout [Diagnostic]) -> Document {
    var index = 0
    while index < table.lines.count {
      switch table.lines[index].kind {
      case .blank:
        builder.addEmptyBody(at: table.lines[index].range.start)
        index += 1
      case .text:
        builder.addBody(table.lines[index].range)
        index += 1
      case .cell:
        index = readTables(at: index, &diagnostics)
      }
    }
    return builder.document
  }

  /// Reads the table at `start` and those that follow it without certainty that it ended. Returns the line behind.
  private mutating func readTables(at start: Int, _ diagnostics: inout [Diagnostic]) -> Int {
    let layout = layout(at: start)
    spans.removeAll(keepingCapacity: true)
    var index = start
    while true {
      let span = RowSpan(at: index, in: table, layout)
      spans.append(span)
      index = span.lines.upperBound + span.blanks
      if span.seam == .tableEnd { break }
    }
    let shape = Shape(dialect: dialect, layout: layout, source: builder.document.source, lines: table)
    var first = 0
    while first < spans.count {
      let end = shape.endOfTable(spans, from: first)
      addTable(spans[first..<end], shape, &diagnostics)
      first = end
    }
    return index
  }

  private mutating func layout(at line: Int) -> Dialect.Layout {
    if let stretch, line < stretch.end { return stretch.layout }
    let found = Stretch(from: line, in: table, documentLayout: dialect.layout)
    stretch = found
    return found.layout
  }

  private mutating func addTable(_ rows: ArraySlice<RowSpan>, _ shape: Shape, _ diagnostics: inout [Diagnostic]) {
    let columns = shape.columns(of: rows)
    builder.beginTable()
    var index = rows.startIndex
    while index < rows.endIndex {
      let (end, byShape) = shape.endOfRow(rows, from: index, columns: columns)
      let last = rows[end - 1]
      builder.beginRow()
      addLines(rows[index].lines.lowerBound..<last.lines.upperBound, shape.layout)
      let isLast = end == rows.endIndex
      if !isLast && last.blanks > 1 {
        builder.addEmptyParagraph(at: table.lines[last.lines.upperBound].range.start)
      }
      builder.endRow(softly: !isLast && last.seam.contains(.sameRow))
      if byShape, let columns {
        diagnostics.append(.rowJoined(columns: columns, place(of: rows[index].lines.lowerBound, last)))
      }
      index = end
    }
    builder.endTable()
    addParagraphs(behind: rows, shape.layout)
  }

  /// The blank lines behind a table that its end does not explain are empty paragraphs.
  private mutating func addParagraphs(behind rows: ArraySlice<RowSpan>, _ layout: Dialect.Layout) {
    guard let last = rows.last else { return }
    let ends = layout == .cellPerLine ? 2 : 1
    var blank = last.lines.upperBound + ends
    while blank < last.lines.upperBound + last.blanks {
      builder.addEmptyBody(at: table.lines[blank].range.start)
      blank += 1
    }
  }

  private func place(of line: Int, _ last: RowSpan) -> SourceRange {
    SourceRange(table.lines[line].range.start, table.lines[last.lines.upperBound - 1].range.end)
  }

  private mutating func addLines(_ lines: Range<Int>, _ layout: Dialect.Layout) {
    for index in lines {
      let line = table.lines[index]
      switch line.kind {
      case .blank:
        // In D2 a blank line before further text is the line end between two paragraphs.
        if layout == .cellPerLine || (index + 1 < lines.upperBound && table.lines[index + 1].kind == .cell) {
          builder.addEmptyParagraph(at: line.range.start)
        }
      case .cell, .text:
        builder.addCells(line)
      }
    }
  }
}
