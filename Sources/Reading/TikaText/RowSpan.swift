/// What may stand between two rows that follow each other; several where the bytes allow several readings.
struct Seam: OptionSet {
  let rawValue: UInt8

  /// No end at all: what looks like one is an empty paragraph, or the line end between two cells.
  static let sameRow = Seam(rawValue: 1)
  static let rowEnd = Seam(rawValue: 2)
  static let tableEnd = Seam(rawValue: 4)
}

/// A row, or what looks like one, by its lines.
struct RowSpan {
  /// Without the blank lines behind it.
  var lines: Range<Int>
  /// Its number of cells.
  var width: Int
  /// What stands between it and the next one, and how many blank lines.
  var seam: Seam
  var blanks: Int
}

extension RowSpan {
  /// Finds the row that begins with the cell line `start`.
  init(at start: Int, in table: LineTable, _ layout: Dialect.Layout) {
    lines = start..<start
    width = 0
    seam = .tableEnd
    blanks = 0
    var index = start
    // True while the last cell holds more than one line; tells the ends of D2 apart.
    var continues = false
    while true {
      let line = table.lines[index]
      width &+= line.tabs
      continues = line.tabs == 0 && index > start
      index += 1
      blanks = table.blanks(from: index, limit: 3)
      lines = start..<index
      guard index + blanks < table.lines.count else {
        seam = .tableEnd
        return
      }
      let next = table.lines[index + blanks].kind
      if next == .cell {
        if layout == .cellPerLine && blanks == 0 {
          continue
        }
        seam = Self.seam(layout, blanks: blanks, continues: continues)
        return
      }
      // Text goes on in the cell: directly, or in D1 and behind a third paragraph of D2 after one blank line. The
      // end of a table has one more.
      let within = layout == .cellPerLine || continues ? 1 : 0
      guard blanks <= within else {
        seam = .tableEnd
        return
      }
      index += blanks
    }
  }

  /// What `blanks` blank lines before a cell line can be.
  ///
  /// D1 ends every paragraph, row and table with one LF. D2 ends paragraphs only from a cell's second one on, and
  /// those on both sides.
  private static func seam(_ layout: Dialect.Layout, blanks: Int, continues: Bool) -> Seam {
    switch (layout, blanks, continues) {
    case (.cellPerLine, 1, _): [.sameRow, .rowEnd]
    case (.cellPerLine, 2, _): [.sameRow, .rowEnd, .tableEnd]
    case (.rowPerLine, 0, false): .rowEnd
    case (.rowPerLine, 0, true): [.sameRow, .rowEnd]
    case (.rowPerLine, 1, false): [.sameRow, .tableEnd]
    case (.rowPerLine, 1, true): .rowEnd
    case (.rowPerLine, 2, _): [.rowEnd, .tableEnd]
    default: .tableEnd
    }
  }
}
