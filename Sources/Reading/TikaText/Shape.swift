import Provenance

/// Decides by the widths of rows where bytes allow several readings.
struct Shape {
  /// A table narrower than this has no shape to speak of: two columns fit anything.
  private static let narrowest = 3

  let dialect: Dialect
  let layout: Dialect.Layout
  let source: SourceText
  let lines: LineTable

  /// The end of the table that begins with row `start`: the first row behind it.
  func endOfTable(_ rows: [RowSpan], from start: Int) -> Int {
    var index = start
    while index + 1 < rows.count {
      if rows[index].seam.contains(.tableEnd) && !continues(rows, index, tableStart: start) { return index + 1 }
      index += 1
    }
    return rows.count
  }

  /// True if the row behind `index` belongs to the same table although the bytes could end the table there. Word
  /// puts a paragraph between two tables, so an empty paragraph in a cell is likely where the widths agree.
  private func continues(_ rows: [RowSpan], _ index: Int, tableStart: Int) -> Bool {
    let (row, next) = (rows[index], rows[index + 1])
    if index == tableStart && isPartedHead(rows, index) { return true }
    let columns = rows[tableStart].width
    guard columns >= Self.narrowest else { return false }
    if row.seam.contains(.rowEnd) && row.width == next.width && row.width >= Self.narrowest {
      return !repeatsHeader(next, of: rows[tableStart])
    }
    // Two short rows that make a full one are one: between two tables of Word a paragraph stands.
    return row.seam.contains(.sameRow) && index > tableStart && row.width &+ next.width == columns
  }

  /// True if the first row of a table is cut in two: both parts together are as wide as the rows behind them.
  private func isPartedHead(_ rows: [RowSpan], _ index: Int) -> Bool {
    guard index + 3 < rows.count, rows[index].seam.contains(.sameRow) else { return false }
    let columns = rows[index + 2].width
    return columns >= Self.narrowest && rows[index + 3].width == columns
      && rows[index].width &+ rows[index + 1].width == columns
  }

  /// True if `row` begins as the first row of the table does, which shows that another table begins.
  private func repeatsHeader(_ row: RowSpan, of first: RowSpan) -> Bool {
    let one = lines.lines[row.lines.lowerBound].range
    let other = lines.lines[first.lines.lowerBound].range
    return one.count == other.count && one.count > 1
      && source.utf8[one.start..<one.end] == source.utf8[other.start..<other.end]
  }

  /// The number of columns, if the first row has them all and most rows have.
  func columns(of rows: ArraySlice<RowSpan>) -> Int? {
    guard let columns = rows.first?.width, columns >= Self.narrowest else { return nil }
    let full = rows.count { $0.width == columns }
    return full * 2 > rows.count ? columns : nil
  }

  /// The end of the row that begins with span `start`, and whether only the number of columns says so.
  func endOfRow(_ rows: ArraySlice<RowSpan>, from start: Int, columns: Int?) -> (end: Int, byShape: Bool) {
    var width = rows[start].width
    var index = start
    var byShape = false
    if let columns {
      // Spans are joined if they add up to the columns exactly.
      while width < columns, index + 1 < rows.endIndex, rows[index].seam.contains(.sameRow) {
        byShape = byShape || rows[index].blanks > 0
        index += 1
        width &+= rows[index].width
      }
      if width == columns { return (index + 1, byShape) }
    }
    // Without a shape to go by, a cell of several paragraphs in D2 is followed by the next cell of its row, as far
    // as there is room for it.
    width = rows[start].width
    index = start
    while index + 1 < rows.endIndex, rows[index].seam.contains(.sameRow), rows[index].blanks == 0,
      columns.map({ width &+ rows[index + 1].width <= $0 }) ?? true
    {
      index += 1
      width &+= rows[index].width
    }
    return (index + 1, false)
  }
}
