internal import Documents

/// Where cells stand in the grid of a table, as Word files say it: columns count from 0, and a cell may span several.
extension FilingBuilder {
  /// For each cell of the row the first column that it covers, and where the last one ends; nil if the document doesn't
  /// say, as a text never does.
  func grid(of row: Int) -> (starts: [Int], end: Int)? {
    var column = document.rows[row].columnsBefore
    var starts: [Int] = []
    for index in document.rows[row].cells {
      let cell = document.cells[index]
      if cell.merge == .unknown { return nil }
      starts.append(column)
      column += max(1, cell.columnSpan)
    }
    return (starts, column)
  }

  /// Puts each of `values`, the cells of a row that has not as many as the head, under the column of the head where it
  /// begins, and leaves the columns that it covers besides, or that the row does not have, without a cell.
  ///
  /// False, and nothing is done, unless the row ends where the head does, its cells begin where columns of the head do,
  /// and no two share a column: whatever else is so is no table that the grid explains. O(columns).
  func placeByGrid(_ row: Int, under head: [Int], end: Int) -> Bool {
    guard let (starts, rowEnd) = grid(of: row), rowEnd == end, values.count <= head.count else { return false }
    var placed = Array(repeating: Self.noCell, count: head.count)
    var column = 0
    let first = document.rows[row].cells.lowerBound
    for index in values {
      guard starts.indices.contains(index - first) else { return false }
      let start = starts[index - first]
      // Both are in order.
      while column < head.count, head[column] < start { column += 1 }
      guard column < head.count, head[column] == start else { return false }
      placed[column] = index
      column += 1
    }
    values = placed
    return true
  }
}
