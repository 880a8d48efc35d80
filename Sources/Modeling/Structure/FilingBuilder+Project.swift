internal import Documents
internal import Provenance

/// 第二部分: one project after the other, each a heading, a block of labelled values and its indicators.
extension FilingBuilder {
  /// The paragraph above a project's table. False if the line is none.
  mutating func readProjectHeading(_ pieces: Pieces, at index: Int) -> Bool {
    folding.fold(source, pieces)
    let isHeading =
      projectHeadingSuffix() != nil
      || (section == .projects && ListMark.find(source, in: pieces.first, loose: true) != nil
        && isTable(behind: index))
    guard isHeading else { return false }
    if section == .preamble || section == .contents { readCover() }
    finishOverall()
    finishProject()
    section = .projects
    var project = Project()
    project.heading = take(pieces)
    self.project = project
    expectsHeader = true
    return true
  }

  /// What the folded line ends in, if that marks the heading of a project.
  func projectHeadingSuffix() -> [UInt8]? {
    if folding.isCut { return nil }
    return form.projectHeadingSuffixes.first { folding.utf8.count > $0.count && folding.utf8.hasSuffix($0) }
  }

  private func isTable(behind index: Int) -> Bool {
    for block in document.body.dropFirst(index + 1) {
      switch block {
      case .table: return true
      case .paragraph(let paragraph): if pieces(ofParagraph: paragraph) != nil { return false }
      }
    }
    return false
  }

  /// 单位：万元 above a table; anything else among the tables stays unmapped.
  mutating func readLineAmongProjects(_ pieces: Pieces) {
    folding.fold(source, pieces)
    if isAmountUnit() { amountUnit = take(pieces) }
  }

  /// True if the folded line declares the unit of the amounts, as in `单位:万元`.
  func isAmountUnit() -> Bool {
    guard !folding.isCut, let colon = folding.utf8.firstIndex(of: 0x3A),
      form.fields.meaning(of: folding.utf8, count: colon) == .amountUnit
    else { return false }
    return AmountUnit.declared(in: String(decoding: folding.utf8[(colon + 1)...], as: UTF8.self)) != nil
  }

  mutating func finishProject() {
    guard var project else { return }
    if let purpose { project.purpose = take(purpose) }
    filing.projects.append(project)
    self.project = nil
    purpose = nil
    group = nil
    stagesAreOpen = false
    amountUnit = nil
    columns = nil
    carried = CarriedLevels()
    expectsHeader = false
  }

  // MARK: Tables

  mutating func readTable(_ table: Document.Table) {
    var row = table.rows.lowerBound
    while row < table.rows.upperBound {
      row = readRow(row, in: table)
    }
  }

  /// Reads the row and, where the columns demand it, those that continue it. Returns the next row.
  private mutating func readRow(_ row: Int, in table: Document.Table) -> Int {
    let cells = document.rows[row].cells
    if section == .preamble || section == .contents {
      let texts = cells.compactMap { pieces(ofCell: $0) }
      if texts.isEmpty || readContentsRow(texts) { return row + 1 }
    }
    if section == .overallGoals || section == .overall || section == .safeguards, cells.count == 1,
      !isHeaderBlockRow(cells)
    {
      // A paragraph that begins with a TAB reads as a table of one cell.
      if let line = pieces(ofCell: cells.lowerBound) { readLine(line, at: document.body.count) }
      return row + 1
    }
    if let found = indicatorColumns(cells) {
      ensureProject()
      columns = found
      carried = CarriedLevels()
      group = nil
      return row + 1
    }
    if columns != nil, !isHeaderBlockRow(cells) { return readIndicatorRow(row, in: table) }
    readHeaderRow(cells)
    return row + 1
  }

  /// True if a cell of the row is a label of the block above the indicators.
  private mutating func isHeaderBlockRow(_ cells: Range<Int>) -> Bool {
    for cell in cells {
      guard let pieces = pieces(ofCell: cell) else { continue }
      folding.fold(source, pieces)
      if isAmountUnit() { return true }
      if let label = fieldLabel(), !columnsHold(cell - cells.lowerBound, label) { return true }
    }
    return false
  }

  /// A word such as 绩效目标 in a column of texts is a text, not a label.
  private func columnsHold(_ index: Int, _ label: Form.HeaderField) -> Bool {
    columns?.column(at: index) != nil && index > 0
  }

  /// The folded cell as a label, marks behind it such as （万元） left out.
  func fieldLabel() -> Form.HeaderField? {
    if folding.isCut { return nil }
    var count = folding.utf8.count
    while count > 0, folding.utf8[count - 1] == 0x3A { count -= 1 }
    if let field = form.fields.meaning(of: folding.utf8, count: count) { return field }
    guard count > 0, folding.utf8[count - 1] == 0x29, let open = folding.utf8[..<count].lastIndex(of: 0x28), open > 0
    else { return nil }
    return form.fields.meaning(of: folding.utf8, count: open)
  }

  mutating func ensureProject() {
    if project == nil {
      finishOverall()
      if section == .preamble || section == .contents { readCover() }
      section = .projects
      project = Project()
    }
  }

  // MARK: The block above the indicators

  /// Labels and their values, left to right; a row that begins with an empty cell goes on with the group above it.
  private mutating func readHeaderRow(_ cells: Range<Int>) {
    var label: Form.HeaderField?
    var labelUnit: Revision?
    for cell in cells {
      guard let pieces = pieces(ofCell: cell) else {
        if cell > cells.lowerBound { label = nil }
        if cell == cells.lowerBound, group == .schedule { stagesAreOpen = false }
        continue
      }
      folding.fold(source, pieces)
      if isAmountUnit() {
        beginHeader(with: .amountUnit)
        amountUnit = take(pieces)
        giveUnitToAmounts()
        continue
      }
      if label == nil || !acceptsAnyText(label), let found = fieldLabel() {
        beginHeader(with: found)
        labelUnit = declaredUnit(inLabel: pieces)
        if labelUnit == nil { furnish(pieces) }
        if found == .purpose || found == .schedule {
          if found == .schedule { stagesAreOpen = project?.schedule.isEmpty ?? true }
          group = found
          label = nil
        } else {
          if found == .goals || found == .code || found == .name { group = nil }
          label = found
        }
        continue
      }
      if label == nil, let (found, end) = labelBeforeColon(form.fields), found != .amountUnit {
        beginHeader(with: found)
        furnish(SourceRange(pieces.start, end))
        if let value = pieces.from(end), !value.all.allSatisfy({ isBlank($0) }) { assign(found, value, cell, nil) }
        continue
      }
      if let found = label {
        assign(found, pieces, cell, labelUnit)
        label = nil
        labelUnit = nil
      } else {
        assignUnlabelled(pieces)
      }
    }
  }

  /// A name may read like a label; what stands behind 项目名称 is the name, whatever it says.
  private func acceptsAnyText(_ label: Form.HeaderField?) -> Bool { label == .name }

  /// Opens another project where a label shows that the one before it is over.
  private mutating func beginHeader(with field: Form.HeaderField) {
    let isOver: Bool
    if let project, !expectsHeader {
      switch field {
      case .code: isOver = project.code != nil || !project.indicators.isEmpty
      case .name: isOver = project.name != nil
      case .total: isOver = project.budget.total != nil
      case .amountUnit, .unit: isOver = !project.indicators.isEmpty
      default: isOver = !project.indicators.isEmpty
      }
    } else {
      isOver = false
    }
    if isOver { finishProject() }
    ensureProject()
    expectsHeader = false
    if !isOver, project?.indicators.isEmpty == false { return }
    columns = nil
  }

  private mutating func assign(_ field: Form.HeaderField, _ pieces: Pieces, _ cell: Int, _ unit: Revision?) {
    guard var project else { return }
    switch field {
    case .code: assignCode(pieces, to: &project)
    case .name: project.name = take(pieces)
    case .unit: project.unit = takeUnit(pieces)
    case .amountUnit: amountUnit = take(pieces)
    case .total: project.budget.total = Money(text: take(pieces), unit: unit ?? amountUnit)
    case .fiscal: project.budget.fiscal = Money(text: take(pieces), unit: unit ?? amountUnit)
    case .other: project.budget.other = Money(text: take(pieces), unit: unit ?? amountUnit)
    case .goals: for goal in goals(ofCell: cell) { project.goals.append(take(goal)) }
    case .purpose, .schedule: break
    }
    self.project = project
  }

  /// The code; where the name is glued to it, both.
  private mutating func assignCode(_ pieces: Pieces, to project: inout Project) {
    guard pieces.rest.isEmpty, let range = ProjectCode.find(in: text(pieces.first))?.range, range.upperBound < pieces.first.count
    else {
      project.code = take(pieces)
      return
    }
    let code = pieces.first.slice(range.lowerBound, range.count)
    project.code = take(Pieces(code))
    if project.name == nil, let rest = pieces.from(code.end), !rest.all.allSatisfy({ isBlank($0) }) {
      project.name = take(rest)
    }
  }

  /// A text without a label: the unit at the head of the table, the purpose, a point of the schedule or its share.
  private mutating func assignUnlabelled(_ pieces: Pieces) {
    switch group {
    case .purpose:
      purpose = extended(purpose, by: pieces)
    case .schedule:
      assignStage(pieces)
    default:
      if project == nil || expectsHeader || project?.code == nil, project?.unit == nil, looksLikeUnit(pieces) {
        beginHeader(with: .unit)
        let unit = takeUnit(pieces)
        project?.unit = unit
      } else if project?.indicators.isEmpty == false, looksLikeUnit(pieces) {
        beginHeader(with: .unit)
        let unit = takeUnit(pieces)
        project?.unit = unit
      }
    }
  }

  private mutating func assignStage(_ pieces: Pieces) {
    guard var schedule = project?.schedule else { return }
    if stagesAreOpen {
      schedule.append(Stage(month: take(pieces)))
    } else if let index = schedule.firstIndex(where: { $0.percent == nil }) {
      schedule[index].percent = take(pieces)
    }
    project?.schedule = schedule
  }

  private mutating func giveUnitToAmounts() {
    guard let unit = amountUnit else { return }
    if project?.budget.total?.unit == nil { project?.budget.total?.unit = unit }
    if project?.budget.fiscal?.unit == nil { project?.budget.fiscal?.unit = unit }
    if project?.budget.other?.unit == nil { project?.budget.other?.unit = unit }
  }

  /// A unit that the label itself states, as in 预算数（万元）.
  private mutating func declaredUnit(inLabel pieces: Pieces) -> Revision? {
    folding.fold(source, pieces)
    guard let open = folding.utf8.lastIndex(of: 0x28), folding.utf8.last == 0x29,
      AmountUnit.declared(in: String(decoding: folding.utf8[open...], as: UTF8.self)) != nil
    else { return nil }
    let start = folding.offset(at: open)
    furnish(SourceRange(pieces.start, start))
    return pieces.from(start).map { take($0) }
  }

  // MARK: The unit

  /// True if a text without a label names a unit: a code and a name, or a name with its scope.
  private func looksLikeUnit(_ pieces: Pieces) -> Bool {
    guard pieces.rest.isEmpty else { return false }
    let parts = UnitCode.split(text(pieces.first))
    return parts.code != nil || parts.scope != nil
  }

  private mutating func takeUnit(_ pieces: Pieces) -> Unit {
    var unit = Unit()
    guard pieces.rest.isEmpty else {
      unit.name = take(pieces)
      return unit
    }
    let parts = UnitCode.split(text(pieces.first))
    for range in parts.furniture { furnish(pieces.first.slice(range.lowerBound, range.count)) }
    if let code = parts.code { unit.code = take(Pieces(pieces.first.slice(code.lowerBound, code.count))) }
    if !parts.name.isEmpty {
      unit.name = take(Pieces(pieces.first.slice(parts.name.lowerBound, parts.name.count)))
    }
    if let scope = parts.scope { unit.scope = take(Pieces(pieces.first.slice(scope.lowerBound, scope.count))) }
    return unit
  }
}
