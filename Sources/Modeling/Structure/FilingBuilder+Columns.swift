internal import Documents
internal import Provenance

/// Which column of an indicator table holds what.
struct IndicatorColumns {
  var columns: [Form.Column?]
  /// For each column whether it is in the second of two tables that stand side by side.
  var isSecond: [Bool]
  /// What of the project a column holds, in tables of several projects.
  var fields: [Form.HeaderField?]
  /// The heads of the columns of grades.
  var grades: [Int: Pieces] = [:]
  /// Where each column begins in the table's grid, and where the last one ends; nil if the document doesn't say.
  var grid: (starts: [Int], end: Int)?

  var count: Int { columns.count }
  /// True if targets of several years stand beside those of one.
  var hasTwoSides: Bool { isSecond.contains(true) }
  var hasFields: Bool { fields.contains { $0 != nil } }

  func column(at index: Int) -> Form.Column? {
    index >= 0 && index < columns.count ? columns[index] : nil
  }

  func index(of column: Form.Column) -> Int? { columns.firstIndex(of: column) }

  /// Whether the second of two tables that stand side by side has a column of its own.
  func secondHas(_ column: Form.Column) -> Bool {
    columns.indices.contains { columns[$0] == column && isSecond[$0] }
  }
}

/// The heads of indicator tables.
extension FilingBuilder {
  /// The columns, if the row is the head of an indicator table: three labels or more, the name or the target among
  /// them. The labels become furniture.
  func indicatorColumns(_ row: some RandomAccessCollection<Int>) -> IndicatorColumns? {
    guard row.count >= 3 else { return nil }
    var known = 0
    var fields = 0
    for (place, index) in row.enumerated() {
      if cells[index].label.column != nil {
        known += 1
      } else if Self.isColumnOfProject(cells[index].label.field) {
        fields += 1
      } else if known == 0, place >= 2, fields < 2, cells[index].pieces != nil {
        return nil
      }
    }
    guard known >= 3 || known == 2 && fields >= 2 else { return nil }
    var found = IndicatorColumns(columns: [], isSecond: [], fields: [])
    var labels: [(place: Int, index: Int)] = []
    var isSecond = false
    // Where each column stands that was found; rows may be of any length.
    var last: [Form.Column: Int] = [:]
    for (place, index) in row.enumerated() {
      var column = cells[index].label.column
      if let label = column, let other = last[label], label != .grade {
        if !isSecond, last[.target] != nil, [.level1, .level2, .name].contains(label) {
          // Behind a target a table begins once more.
          isSecond = true
        } else if label == .name, !found.isSecond[other] || isSecond {
          // 绩效指标 may stand over all levels, left of the column that names the indicator.
          if found.isSecond[other] == isSecond { found.columns[other] = .number }
        } else if found.isSecond[other] == isSecond {
          column = nil
        }
      }
      if cells[index].label.column != nil { labels.append((place, index)) }
      if let column { last[column] = found.columns.count }
      var field = column == nil ? cells[index].label.field : nil
      if !Self.isColumnOfProject(field) { field = nil }
      if field != nil { labels.append((place, index)) }
      found.columns.append(column)
      found.isSecond.append(isSecond)
      found.fields.append(field)
    }
    guard found.columns.contains(.name) || found.columns.contains(.target) else { return nil }
    for (place, index) in labels {
      guard let pieces = cells[index].pieces else { continue }
      if found.columns[place] == .grade {
        furnish(pieces)
        found.grades[place] = pieces
      } else if found.fields[place] == .total {
        takeUnitOfAmounts(declaredUnit(inLabel: pieces))
      } else {
        furnish(pieces)
      }
    }
    return found
  }

  /// As above, for a head of two rows: what is said of the projects stands in the upper one, over cells of the lower that
  /// it is merged with or that are empty, and the columns of the indicators stand in the lower, below one label for all.
  func columnsOfTwoRows(_ upper: Range<Int>, _ lower: Range<Int>) -> IndicatorColumns? {
    let free = lower.prefix { cells[$0].pieces == nil }.count
    guard free > 0, free < upper.count, lower.count - free >= 3,
      upper.prefix(free).allSatisfy({ cells[$0].pieces != nil }),
      upper.prefix(free).contains(where: { Self.isColumnOfProject(cells[$0].label.field) }),
      lower.dropFirst(free).count(where: { cells[$0].label.column != nil }) >= 3,
      let found = indicatorColumns(Array(upper.prefix(free)) + Array(lower.dropFirst(free)))
    else { return nil }
    for index in upper.dropFirst(free) {
      if let pieces = cells[index].pieces, cells[index].label.column != nil { furnish(pieces) }
    }
    return found
  }

  /// True for what a column says of projects where several stand in one table.
  private static func isColumnOfProject(_ field: Form.HeaderField?) -> Bool {
    switch field {
    case .name, .code, .unit, .total, .goals, .purpose: true
    default: false
    }
  }

  /// The columns of grades, whose heads stand in the row below that of 评价标准.
  func expandsGrades(_ columns: IndicatorColumns, _ row: Range<Int>) -> Bool {
    columns.columns.contains(.grades) && row.count(where: { cells[$0].label.column == .grade }) > 1
  }

  func expandGrades(_ columns: inout IndicatorColumns, _ row: Range<Int>) {
    guard let place = columns.index(of: .grades) else { return }
    let heads = row.filter { cells[$0].label.column == .grade }
    // A merged cell is one, or, in some layouts, one and empty ones.
    let empty = (place + 1..<columns.count).prefix { columns.columns[$0] == nil && columns.fields[$0] == nil }.count
    let merged = place...place + min(empty, heads.count - 1)
    columns.columns.replaceSubrange(merged, with: Array(repeating: .grade, count: heads.count))
    columns.isSecond.replaceSubrange(merged, with: Array(repeating: false, count: heads.count))
    columns.fields.replaceSubrange(merged, with: Array(repeating: nil, count: heads.count))
    for (offset, index) in heads.enumerated() {
      guard let pieces = cells[index].pieces else { continue }
      furnish(pieces)
      columns.grades[place + offset] = pieces
    }
  }
}
