/// Rows of one table, cell after cell.
package struct TableRows: Sendable {
  package let width: Int
  package private(set) var cells: [Cell] = []

  package init(width: Int) {
    self.width = max(1, width)
  }

  package var count: Int { cells.count / width }

  /// Takes the cells of one row; what is missing is null, what is too much is left out.
  package mutating func append(_ row: [Cell]) {
    assert(row.count == width, "a row of another width than its table")
    cells.append(contentsOf: row.prefix(width))
    for _ in row.count..<max(width, row.count) { cells.append(.null) }
  }

  package subscript(row: Int) -> ArraySlice<Cell> { cells[row * width..<(row + 1) * width] }

  package subscript(row: Int, column: Int) -> Cell { cells[row * width + column] }
}
