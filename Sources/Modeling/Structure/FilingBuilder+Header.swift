internal import Documents
internal import Provenance

/// The block of labelled values above the indicators.
extension FilingBuilder {
  /// Labels and their values, left to right; a row that begins with an empty cell goes on with the group above it.
  mutating func readHeaderRow(_ cells: Range<Int>) {
    if readShares(cells) { return }
    var label: Form.HeaderField?
    var labelUnit: Pieces?
    var hasLabel = false
    for cell in cells {
      guard let pieces = pieces(ofCell: cell) else {
        if cell > cells.lowerBound { label = nil }
        continue
      }
      if isComment(pieces) { continue }
      folding.fold(source, pieces)
      if isAmountUnit() {
        readAmountUnit(pieces)
        continue
      }
      if label == nil || !acceptsAnyText(label), let found = fieldLabel() {
        beginHeader(with: found)
        hasLabel = true
        labelUnit = declaredUnit(inLabel: pieces)
        if found == .purpose || found == .schedule {
          group = found
          label = nil
          if found == .schedule {
            readStages(cells, behind: cell)
            return
          }
        } else {
          if found == .goals || found == .code || found == .name { group = nil }
          label = found
        }
        continue
      }
      if label == nil, let (found, end) = labelBeforeColon(form.fields), found != .amountUnit {
        beginHeader(with: found)
        hasLabel = true
        furnish(SourceRange(pieces.start, end))
        if let value = pieces.from(end), !value.all.allSatisfy({ isBlank($0) }) { assign(found, value, cell, nil) }
        continue
      }
      if let found = label {
        assign(found, pieces, cell, labelUnit)
        label = nil
        labelUnit = nil
      } else {
        // A text that stands where a label would says that the group above is over.
        if cell == cells.lowerBound, cells.count > 1 { group = nil }
        if let (text, unit) = splitAmountUnit(pieces) {
          assignUnlabelled(text, isBesideUnit: !hasLabel)
          readAmountUnit(unit)
          continue
        }
        assignUnlabelled(pieces, isBesideUnit: !hasLabel && saysUnit(cells, behind: cell))
      }
    }
  }

  private mutating func readAmountUnit(_ pieces: Pieces) {
    beginHeader(with: .amountUnit)
    furnish(pieces)
    amountUnit = pieces
    giveUnitToAmounts()
  }

  /// True if the cell behind `cell` declares the unit of the amounts, as it does beside the name of the unit.
  private mutating func saysUnit(_ cells: Range<Int>, behind cell: Int) -> Bool {
    guard cell == cells.lowerBound, cell + 1 < cells.upperBound, let pieces = pieces(ofCell: cell + 1) else {
      return false
    }
    folding.fold(source, pieces)
    return isAmountUnit()
  }

  /// The points of the spending plan, in the row of its label. A share may stand behind its point.
  private mutating func readStages(_ cells: Range<Int>, behind label: Int) {
    guard project?.schedule.isEmpty == true else {
      group = nil
      return
    }
    var row = StageRow(width: cells.count, isOpen: true)
    var read: [Stage] = []
    for cell in cells where cell > label {
      guard let pieces = pieces(ofCell: cell) else { continue }
      let text = text(pieces.first)
      if Schedule.month(text) == nil, Schedule.percent(text) != nil, let last = read.indices.last,
        read[last].percent == nil, row.columns[last] == cell - 1 - cells.lowerBound
      {
        read[last].percent = take(pieces)
        row.isOpen = false
      } else {
        read.append(Stage(month: take(pieces)))
        row.columns.append(cell - cells.lowerBound)
      }
    }
    project?.schedule = read
    stages = row
  }

  /// The row of shares below the points of the spending plan. False if the row is none.
  private mutating func readShares(_ cells: Range<Int>) -> Bool {
    guard group == .schedule, stages.isOpen,
      let owners = stages.stages(
        ofRow: cells.count, beginsEmpty: cells.first.map { pieces(ofCell: $0) == nil } ?? true)
    else { return false }
    var shares: [(stage: Int, pieces: Pieces)] = []
    var hasUnknownLabel = false
    for (cell, owner) in zip(cells, owners) {
      guard let pieces = pieces(ofCell: cell) else { continue }
      folding.fold(source, pieces)
      if fieldLabel() != nil || isAmountUnit() { return false }
      if let owner { shares.append((owner, pieces)) } else { hasUnknownLabel = true }
    }
    if hasUnknownLabel, !shares.allSatisfy({ Schedule.percent(text($0.pieces.first)) != nil }) { return false }
    stages.isOpen = false
    for share in shares {
      let percent = take(share.pieces)
      project?.schedule[share.stage].percent = percent
    }
    return true
  }

  /// A name may read like a label; what stands behind 项目名称 is the name, whatever it says.
  private func acceptsAnyText(_ label: Form.HeaderField?) -> Bool { label == .name }

  /// Opens another project where a label shows that the one before it is over.
  private mutating func beginHeader(with field: Form.HeaderField) {
    let isOver: Bool
    if let project, !expectsHeader {
      let isNamed = project.code != nil || project.name != nil
      switch field {
      case .code: isOver = project.code != nil || !project.indicators.isEmpty
      case .name: isOver = project.name != nil || !project.indicators.isEmpty
      case .unit: isOver = project.unit != nil && isNamed || !project.indicators.isEmpty
      default: isOver = !project.indicators.isEmpty
      }
    } else {
      isOver = false
    }
    if isOver { finishProject() }
    ensureProject()
    if expectsHeader || isOver { unitStandsAbove = false }
    expectsHeader = false
    if project?.indicators.isEmpty == true { columns = nil }
  }

  /// Gives a field its value; what comes when it has one stays unmapped.
  private mutating func assign(_ field: Form.HeaderField, _ pieces: Pieces, _ cell: Int, _ unit: Pieces?) {
    guard var project else { return }
    switch field {
    case .code where project.code == nil: assignCode(pieces, to: &project)
    case .name where project.name == nil: project.name = take(pieces)
    case .unit where project.unit == nil: project.unit = takeUnit(pieces)
    case .total where project.budget.total == nil: project.budget.total = money(pieces, unit)
    case .fiscal where project.budget.fiscal == nil: project.budget.fiscal = money(pieces, unit)
    case .other where project.budget.other == nil: project.budget.other = money(pieces, unit)
    case .goals: for goal in goals(ofCell: cell, in: pieces) { project.goals.append(take(goal)) }
    case .purpose: purpose = extended(purpose, by: pieces)
    case .code, .name, .unit, .total, .fiscal, .other, .amountUnit, .schedule: break
    }
    self.project = project
  }

  private mutating func money(_ pieces: Pieces, _ unit: Pieces?) -> Money {
    Money(text: take(pieces), unit: take(unit ?? amountUnit))
  }

  /// True for 无 or a dash in place of a value.
  private func saysNone(_ pieces: Pieces) -> Bool {
    guard pieces.rest.isEmpty, pieces.first.count <= 24 else { return false }
    let utf8 = source.span
    let bytes = utf8.extracting(pieces.start..<pieces.end)
    let range = bytes.trimmed(0..<bytes.count)
    return !range.isEmpty && TargetWords.isNone(bytes, range)
  }

  /// The code; where the name is glued to it, both.
  private mutating func assignCode(_ pieces: Pieces, to project: inout Project) {
    if saysNone(pieces) {
      furnish(pieces)
      absentCode = pieces.first
      return
    }
    guard pieces.rest.isEmpty, let range = ProjectCode.find(in: text(pieces.first))?.range,
      range.upperBound < pieces.first.count, isBlank(SourceRange(pieces.start, pieces.start + range.lowerBound))
    else {
      project.code = take(pieces)
      return
    }
    let code = pieces.first.slice(range.lowerBound, range.count)
    project.code = take(Pieces(code))
    if let rest = pieces.from(code.end), !rest.all.allSatisfy({ isBlank($0) }) { gluedName = rest }
  }

  /// A text without a label: the unit at the head of the table, or the purpose.
  private mutating func assignUnlabelled(_ pieces: Pieces, isBesideUnit: Bool) {
    if group == .purpose {
      purpose = extended(purpose, by: pieces)
    } else if group == nil, isBesideUnit || looksLikeUnit(pieces) {
      beginHeader(with: .unit)
      guard project?.unit == nil else { return }
      let unit = takeUnit(pieces)
      project?.unit = unit
    }
  }

  private mutating func giveUnitToAmounts() {
    guard let amountUnit, var budget = project?.budget else { return }
    if let money = budget.total, money.unit == nil { budget.total?.unit = take(amountUnit) }
    if let money = budget.fiscal, money.unit == nil { budget.fiscal?.unit = take(amountUnit) }
    if let money = budget.other, money.unit == nil { budget.other?.unit = take(amountUnit) }
    project?.budget = budget
  }

  /// The label becomes furniture. The unit that it states itself, as in 预算数（万元）.
  private mutating func declaredUnit(inLabel pieces: Pieces) -> Pieces? {
    furnish(pieces)
    folding.fold(source, pieces)
    guard folding.utf8.last == 0x29, let open = folding.utf8.lastIndex(of: 0x28),
      AmountUnit.declared(in: String(decoding: folding.utf8[open...], as: UTF8.self)) != nil
    else { return nil }
    return pieces.from(folding.offset(at: open))
  }

  // MARK: The unit

  /// True if a text without a label names a unit: a code and a name, or a name with its scope.
  func looksLikeUnit(_ pieces: Pieces) -> Bool {
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
