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
  mutating func indicatorColumns(_ cells: Range<Int>) -> IndicatorColumns? {
    guard cells.count >= 3 else { return nil }
    var columns: [Form.Column?] = []
    var labels: [Bool] = []
    var known = 0
    for cell in cells {
      var column: Form.Column?
      if let pieces = pieces(ofCell: cell) {
        folding.fold(source, pieces)
        column = columnLabel()
        if column == nil, known == 0, columns.count >= 2 { return nil }
      }
      if column != nil { known += 1 }
      if let found = column, let other = columns.firstIndex(of: found) {
        // 绩效指标 may stand over all levels, left of the column that names the indicator.
        if found == .name { columns[other] = .number } else { column = nil }
      }
      labels.append(column != nil)
      columns.append(column)
    }
    guard known >= 3, columns.contains(.name) || columns.contains(.target) else { return nil }
    for (cell, isLabel) in zip(cells, labels) where isLabel {
      if let pieces = pieces(ofCell: cell) { furnish(pieces) }
    }
    return IndicatorColumns(columns: columns)
  }

  /// The folded cell as the label of a column, marks behind it such as （必填） left out.
  func columnLabel() -> Form.Column? {
    if folding.isCut { return nil }
    let count = folding.utf8.count
    if let column = form.columns.meaning(of: folding.utf8, count: count) { return column }
    guard count > 0, folding.utf8[count - 1] == 0x29, let open = folding.utf8.lastIndex(of: 0x28), open > 0 else {
      return nil
    }
    return form.columns.meaning(of: folding.utf8, count: open)
  }

  /// Reads a row of values. A row that is too short and may go on softly in the next is joined with it where both
  /// together have as many cells as the table has columns. Returns the next row.
  mutating func readIndicatorRow(_ row: Int, in table: Document.Table) -> Int {
    guard let columns else { return row + 1 }
    var cells = document.rows[row].cells.filter { cell in pieces(ofCell: cell).map(isComment) != true }
    var next = row + 1
    var isJoined = false
    if cells.count < columns.count, document.rows[row].endsSoftly {
      var joined = cells
      var candidate = row
      while joined.count < columns.count, document.rows[candidate].endsSoftly, candidate + 1 < table.rows.upperBound {
        candidate += 1
        joined += document.rows[candidate].cells
      }
      if joined.count == columns.count {
        isJoined = true
        cells = joined
        next = candidate + 1
      }
    }
    let texts = cells.map { pieces(ofCell: $0) }
    if texts.allSatisfy({ $0 == nil }) { return next }
    if cells.count == columns.count {
      let index = project?.indicators.count ?? 0
      takeIndicator(texts, columns)
      if isJoined, index < project?.indicators.count ?? 0 { filing.diagnostics.append(joinedRow(cells, index)) }
    } else if cells.count > columns.count {
      takeIndicator(Array(texts.prefix(columns.count)), columns)
      report(tooLong: texts.dropFirst(columns.count).compactMap(\.self))
    } else {
      readShortRow(texts, columns)
    }
    return next
  }

  /// A row with a cell less than the table has columns: told by the level that its first cell names. Any other short
  /// row cannot be placed without guessing and stays unmapped, and so does one that begins with a label of both levels.
  private mutating func readShortRow(_ texts: [Pieces?], _ columns: IndicatorColumns) {
    let first = level(of: texts.first ?? nil)
    let second = level(of: texts.dropFirst().first ?? nil)
    if texts.count == columns.count - 1, columns.column(at: 0) == .level1, columns.column(at: 1) == .level2 {
      switch (first, second) {
      case (.level1?, nil) where texts.count > 1 && texts[1] != nil:
        takeIndicator([texts[0], nil] + texts.dropFirst(), columns)
        return
      case (.level2?, nil):
        takeIndicator([nil] + texts, columns)
        return
      default: break
      }
    }
    let places = texts.compactMap { $0?.first }
    filing.diagnostics.append(
      Diagnostic(
        "short-row", .warning, path: projectPath,
        Message(
          zh: "指标表的这一行有 \(texts.count) 个单元格，表头有 \(columns.count) 列，无法确定各单元格属于哪一列，未作解读。请核对原表是否有合并单元格。",
          en:
            "This row has \(texts.count) cells under \(columns.count) columns; which cell belongs to which column cannot "
            + "be told, so it was not read. Check the table for merged cells."),
        at: places))
  }

  private mutating func level(of pieces: Pieces?) -> Form.Level? {
    guard let pieces else { return nil }
    folding.fold(source, pieces)
    guard !folding.isCut else { return nil }
    return form.levels.meaning(of: folding.utf8, count: folding.utf8.count)
  }

  private mutating func takeIndicator(_ texts: [Pieces?], _ columns: IndicatorColumns) {
    var indicator = Indicator()
    for (index, pieces) in texts.enumerated() {
      guard let pieces, let column = columns.column(at: index) else { continue }
      if column == .number {
        folding.fold(source, pieces)
        if columnLabel() != nil || folding.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { furnish(pieces) }
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
      case .weight: indicator.weight = text
      case .note: indicator.note = text
      case .number: break
      }
    }
    if indicator.level2 == nil, indicator.level1 == nil { indicator.level2 = carried.level2 }
    if indicator.level1 == nil { indicator.level1 = carried.level1 }
    let isRow =
      indicator.name != nil || indicator.target != nil || indicator.description != nil || indicator.basis != nil
      || indicator.weight != nil || indicator.note != nil
    if isRow || indicator.level1 != nil || indicator.level2 != nil { project?.indicators.append(indicator) }
  }

  var projectPath: String { "/projects/\(filing.projects.count)" }

  private func joinedRow(_ cells: [Int], _ indicator: Int) -> Diagnostic {
    Diagnostic(
      "row-joined", .note, path: "\(projectPath)/indicators/\(indicator)",
      Message(
        zh: "这一行中间有空行，按表头的列数并为一行。",
        en: "Blank lines stand inside this row; it was joined to fit the columns of the table's head."),
      at: cells.compactMap { pieces(ofCell: $0)?.first })
  }

  private mutating func report(tooLong rest: [Pieces]) {
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
