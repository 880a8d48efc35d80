internal import Provenance

/// Where the points of a spending plan stand in their row, so that each share finds its own.
struct StageRow {
  /// The row's number of cells, its label included.
  var width = 0
  /// For each stage the place of its cell in the row.
  var columns: [Int] = []
  /// False once a row of shares was read.
  var isOpen = false

  /// Which stage each cell of a row of shares belongs to; nil if that cannot be told.
  ///
  /// The row begins with an empty cell, where the label's goes on, or it leaves that cell out. A row that begins with an
  /// empty cell and is too short may lack its first share or its last.
  func stages(ofRow width: Int, beginsEmpty: Bool) -> [Int?]? {
    guard width == self.width || width == self.width - 1 && !beginsEmpty else { return nil }
    let shift = self.width - width
    return (0..<width).map { columns.firstIndex(of: $0 + shift) }
  }
}
