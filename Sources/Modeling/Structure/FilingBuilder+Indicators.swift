internal import Documents
internal import Provenance

/// The levels that merged cells hold for the rows below them.
struct CarriedLevels {
  var level1: Revision?
  var level2: Revision?
  /// Of the second of two tables side by side.
  var secondLevel2: Revision?
}

/// The indicator table.
extension FilingBuilder {
  /// Reads a row of values. A row that is too short and may go on softly in the next is joined with it where both
  /// together have as many cells as the table has columns. Returns the next row.
  func readIndicatorRow(_ row: Int, in table: Document.Table) -> Int {
    guard let columns else { return row + 1 }
    values.removeAll(keepingCapacity: true)
    for index in document.rows[row].cells where !cells[index].isComment { values.append(index) }
    var next = row + 1
    var isJoined = false
    if values.count < columns.count, document.rows[row].endsSoftly {
      var joined = values
      var candidate = row
      while joined.count < columns.count, document.rows[candidate].endsSoftly, candidate + 1 < table.rows.upperBound {
        candidate += 1
        joined += document.rows[candidate].cells
      }
      if joined.count == columns.count {
        isJoined = true
        values = joined
        next = candidate + 1
      }
    }
    if values.allSatisfy({ cells[$0].pieces == nil }) { return next }
    if let first = values.first(where: { cells[$0].pieces != nil }), cells[first].label.level == nil {
      // Sums are no indicators; they stay unmapped.
      if isSum(first) { return next }
      if values.count == columns.count, numbersColumns() {
        for index in values { if let pieces = cells[index].pieces { furnish(pieces) } }
        return next
      }
    }
    if values.count == columns.count {
      let index = project.indicators.count
      takeIndicator(columns)
      if isJoined, index < project.indicators.count { filing.diagnostics.append(joinedRow(values, index)) }
    } else if values.count > columns.count {
      let rest = values[columns.count...].compactMap { cells[$0].pieces }
      values.removeSubrange(columns.count...)
      takeIndicator(columns)
      report(tooLong: rest)
    } else if let grid = columns.grid, placeByGrid(row, under: grid.starts, end: grid.end) {
      takeIndicator(columns)
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
    // The rows below belong to a level that this row names, not to the one above it.
    for index in values {
      switch cells[index].label.level {
      case .level1: carried = CarriedLevels()
      case .level2: carried.level2 = nil
      case .either, nil: break
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
  static let noCell = -1

  /// Makes an indicator of `values`, one a column; two where two tables stand side by side.
  private func takeIndicator(_ columns: IndicatorColumns) {
    if columns.hasFields {
      if standsAboveProjects(columns) { return }
      takeFields(columns)
    }
    var first = Indicator()
    var second = Indicator()
    var names: [(pieces: Pieces, isSecond: Bool)] = []
    for place in values.indices {
      let index = values[place]
      guard index != Self.noCell, let pieces = cells[index].pieces, let column = columns.column(at: place) else {
        continue
      }
      if column == .number {
        if cells[index].label.column != nil || isNumber(pieces) { furnish(pieces) }
        continue
      }
      if column == .name { names.append((pieces, columns.isSecond[place])) }
      if columns.isSecond[place] {
        put(take(pieces), as: column, columns.grades[place], into: &second, isSecond: true)
      } else {
        put(take(pieces), as: column, columns.grades[place], into: &first, isSecond: false)
      }
    }
    for (pieces, isSecond) in names where isPlaceholder(pieces) {
      var named = isSecond ? second : first
      named.name = nil
      if named.saysAnything { continue }
      furnish(pieces)
      if isSecond { second.name = nil } else { first.name = nil }
    }
    // A level that stands in the row is kept even where nothing else does, as in a second level that was left empty.
    let firstHasLevel = first.level1 != nil || first.level2 != nil
    let secondHasLevel = second.level1 != nil || second.level2 != nil
    // What the row leaves empty, merged cells hold for it: `carried`, which a new level clears below it.
    first.level1 = first.level1 ?? carried.level1
    first.level2 = first.level2 ?? carried.level2
    guard columns.hasTwoSides else {
      if first.saysAnything || first.level1 != nil || first.level2 != nil { project.indicators.append(first) }
      return
    }
    second.level1 = second.level1 ?? carried.level1
    // Both sides may share the columns of the levels.
    second.level2 = second.level2 ?? (columns.secondHas(.level2) ? carried.secondLevel2 : carried.level2)
    if first.saysAnything || firstHasLevel {
      var midterm = project.midterm ?? Midterm()
      midterm.indicators.append(first)
      project.midterm = midterm
    }
    if second.saysAnything || secondHasLevel { project.indicators.append(second) }
  }

  private func put(
    _ text: Revision, as column: Form.Column, _ head: Pieces?, into indicator: inout Indicator, isSecond: Bool
  ) {
    switch column {
    case .level1:
      indicator.level1 = text
      carried = CarriedLevels(level1: text)
    case .level2:
      indicator.level2 = text
      if isSecond { carried.secondLevel2 = text } else { carried.level2 = text }
    case .name: indicator.name = text
    case .description: indicator.description = text
    case .target: indicator.target = text
    case .basis: indicator.basis = text
    case .weight: indicator.weight = text
    case .note: indicator.note = text
    case .operator: indicator.operator = text
    case .unit: indicator.unit = text
    case .direction:
      // Some forms call the column of the operators so.
      if indicator.operator == nil, Target.Operator(whole: text.text) != nil {
        indicator.operator = text
      } else {
        indicator.direction = text
      }
    case .attribute: indicator.attribute = text
    case .grade: if let head { indicator.grades.append(Grade(name: take(head), text: text)) }
    case .grades: indicator.target = text
    case .number: break
    }
  }

  /// True for a row of a unit, a sum or both without a project: the unit is that of the projects below which name none,
  /// the sum, as any, stays unmapped.
  private func standsAboveProjects(_ columns: IndicatorColumns) -> Bool {
    guard columns.fields.contains(.name) else { return false }
    var unit: Pieces?
    var saysAnything = false
    for place in values.indices where values[place] != Self.noCell {
      guard let pieces = cells[values[place]].pieces else { continue }
      switch place < columns.fields.count ? columns.fields[place] : nil {
      case .unit?: unit = pieces
      case .total?: break
      default: return false
      }
      saysAnything = true
    }
    if let unit { groupUnit = unit }
    return saysAnything
  }

  /// What the row says of a project: in tables of several, a name or a code begins another.
  private func takeFields(_ columns: IndicatorColumns) {
    let places = values.indices.filter { place in
      place < columns.fields.count && columns.fields[place] != nil && values[place] != Self.noCell
        && cells[values[place]].pieces != nil
    }
    if places.isEmpty { return }
    let begins = places.contains { columns.fields[$0] == .name || columns.fields[$0] == .code }
    if begins, !project.indicators.isEmpty || project.name != nil {
      let (columns, unit, spendingUnit) = (self.columns, amountUnit, project.unit)
      finishProject()
      ensureProject()
      self.columns = columns
      amountUnit = unit
      // A merged cell holds the unit of all its projects.
      if !places.contains(where: { columns?.fields[$0] == .unit }), columns?.fields.contains(.unit) == true {
        project.unit = spendingUnit
      }
    }
    if begins, let unit = groupUnit {
      groupUnit = nil
      if !places.contains(where: { columns.fields[$0] == .unit }) {
        let taken = takeUnit(unit)
        project.unit = taken
      }
    }
    for place in places {
      guard let field = columns.fields[place], let pieces = cells[values[place]].pieces else { continue }
      assign(field, pieces, values[place], nil)
    }
  }

  /// True for a cell that begins a row of sums.
  private func isSum(_ cell: Int) -> Bool {
    guard let pieces = cells[cell].pieces, pieces.end - pieces.start <= 30 else { return false }
    folding.fold(source, pieces)
    return form.sums.contains(folding.utf8)
  }

  /// True if `values` are the numbers of the columns, 1, 2, 3 and so on, behind 栏次 perhaps.
  private func numbersColumns() -> Bool {
    var number = 0
    for index in values {
      guard let pieces = cells[index].pieces else { continue }
      if pieces.end - pieces.start > 12 { return false }
      folding.fold(source, pieces)
      if number == 0, folding.utf8.elementsEqual("栏次".utf8) { continue }
      guard folding.utf8.elementsEqual(String(number + 1).utf8) else { return false }
      number += 1
    }
    return number > 2
  }

  /// True for what a template prints where nothing was filled in: dots, or 指标2： with nothing behind.
  func isPlaceholder(_ pieces: Pieces) -> Bool {
    guard pieces.end - pieces.start <= 48 else { return false }
    folding.fold(source, pieces)
    let dots = Array("\u{2026}".utf8) + [0x2E]
    if folding.utf8.allSatisfy(dots.contains) { return folding.utf8.count > 2 }
    guard folding.utf8.last == 0x3A else { return false }
    let slot = folding.utf8.dropLast()
    let word = slot.prefix { !(0x30...0x39).contains($0) }
    return slot.count > word.count && slot.dropFirst(word.count).allSatisfy { (0x30...0x39).contains($0) }
      && form.slots.contains(Array(word))
  }

  /// True if the text is nothing but digits.
  private func isNumber(_ pieces: Pieces) -> Bool {
    folding.fold(source, pieces)
    return folding.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  var projectPath: String { "/projects/\(filing.projects.count)" }

  private func joinedRow(_ row: [Int], _ indicator: Int) -> Diagnostic {
    Diagnostic(
      "row-joined", .note, path: "\(projectPath)/indicators/\(indicator)",
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
