/// A run of lines from the first row of a table to the first blank line behind which no cell stands: small enough to
/// have one layout, and large enough to show it. Text from several tools in one file has both layouts.
struct Stretch {
  var layout: Dialect.Layout
  /// The line behind it.
  var end: Int

  init(from start: Int, in table: LineTable, documentLayout: Dialect.Layout) {
    var cellLines = 0
    var rowLines = 0
    var hasNeighbours = false
    var hasGaps = false
    var index = start
    while index < table.lines.count {
      let line = table.lines[index]
      let next = index + 1 < table.lines.count ? table.lines[index + 1].kind : .blank
      if line.kind == .blank && next != .cell { break }
      if line.kind == .blank { hasGaps = true }
      if line.kind == .cell {
        cellLines += 1
        if line.tabs > 1 { rowLines += 1 }
        if next == .cell { hasNeighbours = true }
      }
      index += 1
    }
    end = max(index, start + 1)
    switch documentLayout {
    case .cellPerLine:
      layout = rowLines > 0 && rowLines * 2 >= cellLines ? .rowPerLine : .cellPerLine
    case .rowPerLine:
      // Cells below each other, rows apart: that is the other layout, unless its lines hold several cells.
      layout = hasNeighbours && hasGaps && rowLines * 2 < cellLines ? .cellPerLine : .rowPerLine
    }
  }
}
