internal import Documents
internal import Provenance

/// Which column of an indicator table holds what.
struct IndicatorColumns {
  var columns: [Form.Column?]

  var count: Int { columns.count }

  func column(at index: Int) -> Form.Column? {
    index >= 0 && index < columns.count ? columns[index] : nil
  }

  func index(of column: Form.Column) -> Int? { columns.firstIndex(of: column) }
}

/// The levels that merged cells hold for the rows below them.
struct CarriedLevels {
  var level1: Revision?
  var level2: Revision?
}

/// The indicator table.
extension FilingBuilder {
  /// The columns, if the row is the head of an indicator table: three labels or more, the name or the target among
  /// them. The labels become furniture.
  func indicatorColumns(_ row: Range<Int>) -> IndicatorColumns? {
    guard row.count >= 3 else { return nil }
    var known = 0
    for index in row {
      if cells[index].label.column != nil {
        known += 1
      } else if known == 0, index - row.lowerBound >= 2, cells[index].pieces != nil {
        return nil
      }
    }
    guard known >= 3 else { return nil }
    var columns: [Form.Column?] = []
    var labels: [Int] = []
    for index in row {
      var column = cells[index].label.column
      if let found = column, let other = columns.firstIndex(of: found) {
        // 绩效指标 may stand over all levels, left of the column that names the indicator.
        if found == .name { columns[other] = .number } else { column = nil }
      }
      if column != nil { labels.append(index) }
      columns.append(column)
    }
    guard columns.contains(.name) || columns.contains(.target) else { return nil }
    for index in labels {
      if let pieces = cells[index].pieces { furnish(pieces) }
    }
    return IndicatorColumns(columns: columns)
  }

  /// Reads a row of values. A row that is too short and may go on softly in the next is joined with it where both
  /// together have as many cells as the table has columns. Returns the next row.
  func readIndicatorRow(_ row: Int, in table: Document.Table) -> Int {
    guard let columns else { return row + 1 }
    values.removeAll(keepingCapacity: true)
    for index in document.rows[row].cells where !cells[index].isComment { values.append(index) }
    var next = row + 1
    if values.count < columns.count, document.rows[row].endsSoftly {
      var joined = values
      var candidate = row
      while joined.count < columns.count, document.rows[candidate].endsSoftly, candidate + 1 < table.rows.upperBound {
        candidate += 1
        joined += document.rows[candidate].cells
      }
      if joined.count == columns.count {
        filing.diagnostics.append(joinedRow(joined))
        values = joined
        next = candidate + 1
      }
    }
    if values.allSatisfy({ cells[$0].pieces == nil }) { return next }
    if values.count == columns.count {
      takeIndicator(columns)
    } else if values.count > columns.count {
      let rest = values[columns.count...].compactMap { cells[$0].pieces }
      values.removeSubrange(columns.count...)
      takeIndicator(columns)
      report(tooLong: rest)
    } else {
      readShortRow(columns)
    }
    return next
  }

  /// A row with a cell less than the table has columns: told by the level that its first cell names. Any other short
  /// row cannot be placed without guessing and stays unmapped, and so does one that begins with a label of both levels.
  private func readShortRow(_ columns: IndicatorColumns) {
    let first = values.first.flatMap { cells[$0].label.level }
    let second = values.dropFirst().first.flatMap { cells[$0].label.level }
    if values.count == columns.count - 1, columns.column(at: 0) == .level1, columns.column(at: 1) == .level2 {
      switch (first, second) {
      case (.level1?, nil) where values.count > 1 && cells[values[1]].pieces != nil:
        values.insert(Self.noCell, at: 1)
        takeIndicator(columns)
        return
      case (.level2?, nil):
        values.insert(Self.noCell, at: 0)
        takeIndicator(columns)
        return
      default: break
      }
    }
    let places = values.compactMap { cells[$0].pieces?.first }
    filing.diagnostics.append(
      Diagnostic(
        "short-row", .warning, path: projectPath,
        Message(
          zh: "指标表的这一行有 \(values.count) 个单元格，表头有 \(columns.count) 列，无法确定各单元格属于哪一列，未作解读。请核对原表是否有合并单元格。",
          en:
            "This row has \(values.count) cells under \(columns.count) columns; which cell belongs to which column cannot "
            + "be told, so it was not read. Check the table for merged cells."),
        at: places))
  }

  /// Stands among `values` for a cell that the row does not have.
  private static let noCell = -1

  /// Makes an indicator of `values`, one a column.
  private func takeIndicator(_ columns: IndicatorColumns) {
    var indicator = Indicator()
    for place in values.indices {
      let index = values[place]
      guard index != Self.noCell, let pieces = cells[index].pieces, let column = columns.column(at: place) else {
        continue
      }
      if column == .number {
        if cells[index].label.column != nil || isNumber(pieces) { furnish(pieces) }
        continue
      }
      let text = take(pieces)
      switch column {
      case .level1:
        indicator.level1 = text
        carried = CarriedLevels(level1: text)
      case .level2:
        indicator.level2 = text
        carried.level2 = text
      case .name: indicator.name = text
      case .description: indicator.description = text
      case .target: indicator.target = text
      case .basis: indicator.basis = text
      case .number: break
      }
    }
    if indicator.level2 == nil, indicator.level1 == nil { indicator.level2 = carried.level2 }
    if indicator.level1 == nil { indicator.level1 = carried.level1 }
    let isRow =
      indicator.name != nil || indicator.target != nil || indicator.description != nil || indicator.basis != nil
    if isRow || indicator.level1 != nil || indicator.level2 != nil { project.indicators.append(indicator) }
  }

  /// True if the text is nothing but digits.
  private func isNumber(_ pieces: Pieces) -> Bool {
    folding.fold(source, pieces)
    return folding.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  var projectPath: String { "/projects/\(filing.projects.count)" }

  private func joinedRow(_ row: [Int]) -> Diagnostic {
    Diagnostic(
      "row-joined", .note, path: "\(projectPath)/indicators/\(project.indicators.count)",
      Message(
        zh: "这一行中间有空行，按表头的列数并为一行。",
        en: "Blank lines stand inside this row; it was joined to fit the columns of the table's head."),
      at: row.compactMap { cells[$0].pieces?.first })
  }

  private func report(tooLong rest: [Pieces]) {
    if rest.isEmpty { return }
    filing.diagnostics.append(
      Diagnostic(
        "long-row", .warning, path: projectPath,
        Message(
          zh: "指标表的这一行比表头多出单元格，多出的内容未作解读。",
          en: "This row has more cells than the table's head has columns; what is too much was not read."),
        at: rest.map(\.first)))
  }
}
