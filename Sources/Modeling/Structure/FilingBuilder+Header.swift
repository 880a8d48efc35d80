internal import Documents
internal import Provenance

/// The block of labelled values above the indicators.
extension FilingBuilder {
  /// Labels and their values, left to right; a row that begins with an empty cell goes on with the group above it.
  func readHeaderRow(_ row: Range<Int>) {
    if readShares(row) || readColumns(row) || readTask(row) { return }
    var heads = ColumnHeads()
    defer { columnHeads = heads }
    var detail: Pieces?
    var label: Form.HeaderField?
    var labelUnit: Pieces?
    var hasLabel = false
    for cell in row {
      guard let pieces = cells[cell].pieces else {
        if cell > row.lowerBound { label = nil }
        continue
      }
      if cells[cell].isComment { continue }
      if cells[cell].isAmountUnit {
        readAmountUnit(pieces)
        continue
      }
      if label == nil || !acceptsAnyText(label), let found = field(ofLabel: cell, in: row) {
        beginHeader(with: found)
        hasLabel = true
        if found == .detail || found == .reporter {
          heads.add(found, pieces, at: row.upperBound - cell)
          detail = pieces
          label = found
          continue
        }
        // The department as a whole has no goals of several years; they are kept with their label.
        let isKept = isOfWhole && found == .midtermGoals
        if isKept { detail = pieces } else { labelUnit = declaredUnit(inLabel: pieces) }
        if found == .amounts {
          takeUnitOfAmounts(labelUnit)
          label = nil
          continue
        }
        if found == .tasks || found == .taskHead {
          beginTasks(unit: labelUnit)
          label = nil
          continue
        }
        heads.add(found, pieces, at: row.upperBound - cell)
        if found == .purpose || found == .schedule {
          group = found
          label = nil
          if found == .schedule {
            readStages(row, behind: cell)
            return
          }
        } else {
          if found == .goals || found == .code || found == .name || group == .tasks { group = nil }
          label = side(of: found, at: cell, in: row)
        }
        continue
      }
      if label == nil, let (found, end) = labelBeforeColon(inCell: cell), found != .amountUnit {
        beginHeader(with: found)
        hasLabel = true
        furnish(SourceRange(pieces.start, end))
        if let value = pieces.from(end), !isBlank(value) {
          assign(side(of: found, at: cell, in: row), value, cell, nil, label: pieces)
          heads.clear()
        } else {
          label = side(of: found, at: cell, in: row)
        }
        continue
      }
      if let found = label {
        assign(found, pieces, cell, labelUnit, label: detail)
        heads.clear()
        detail = nil
        label = nil
        labelUnit = nil
      } else {
        // A text that stands where a label would says that the group above is over.
        if cell == row.lowerBound, row.count > 1 { group = nil }
        if let (text, unit) = splitAmountUnit(pieces) {
          assignUnlabelled(text, isBesideUnit: !hasLabel)
          readAmountUnit(unit)
          continue
        }
        assignUnlabelled(pieces, isBesideUnit: !hasLabel && saysUnit(row, behind: cell))
      }
    }
  }

  /// What the label of a cell announces. The heads of the tasks are labels of a project's table, too: there 预算金额 is its
  /// amount, and 主要内容 is kept with its label.
  private func field(ofLabel cell: Int, in row: Range<Int>) -> Form.HeaderField? {
    let found = cells[cell].label.field
    guard found == .taskHead, group != .tasks, !isOfWhole, project.code != nil || project.name != nil,
      row.count(where: { cells[$0].label.field == .taskHead }) == 1, cell + 1 < row.upperBound,
      let value = cells[cell + 1].pieces
    else { return found }
    return Amount.read(text(value.first), unit: .yuan).amount != nil ? .total : .detail
  }

  private func readAmountUnit(_ pieces: Pieces) {
    beginHeader(with: .amountUnit)
    furnish(pieces)
    amountUnit = pieces
    giveUnitToAmounts()
  }

  /// True if the cell behind `cell` declares the unit of the amounts, as it does beside the name of the unit.
  private func saysUnit(_ row: Range<Int>, behind cell: Int) -> Bool {
    cell == row.lowerBound && cell + 1 < row.upperBound && cells[cell + 1].isAmountUnit
  }

  /// The points of the spending plan, in the row of its label. A share may stand behind its point.
  private func readStages(_ row: Range<Int>, behind label: Int) {
    guard hasProject, project.schedule.isEmpty else {
      group = nil
      return
    }
    var open = StageRow(width: row.count, isOpen: true)
    var read: [Stage] = []
    for cell in row where cell > label {
      guard let pieces = cells[cell].pieces else { continue }
      let text = text(pieces.first)
      if Schedule.month(text) == nil, Schedule.percent(text) != nil, let last = read.indices.last,
        read[last].percent == nil, open.columns[last] == cell - 1 - row.lowerBound
      {
        read[last].percent = take(pieces)
        open.isOpen = false
      } else {
        read.append(Stage(month: take(pieces)))
        open.columns.append(cell - row.lowerBound)
      }
    }
    project.schedule = read
    stages = open
  }

  /// The row of shares below the points of the spending plan. False if the row is none.
  private func readShares(_ row: Range<Int>) -> Bool {
    guard group == .schedule, stages.isOpen,
      let owners = stages.stages(ofRow: row.count, beginsEmpty: row.first.map { cells[$0].pieces == nil } ?? true)
    else { return false }
    var shares: [(stage: Int, pieces: Pieces)] = []
    var hasUnknownLabel = false
    for (cell, owner) in zip(row, owners) {
      guard let pieces = cells[cell].pieces else { continue }
      if cells[cell].label.field != nil || cells[cell].isAmountUnit { return false }
      if let owner { shares.append((owner, pieces)) } else { hasUnknownLabel = true }
    }
    if hasUnknownLabel, !shares.allSatisfy({ Schedule.percent(text($0.pieces.first)) != nil }) { return false }
    stages.isOpen = false
    for share in shares {
      let percent = take(share.pieces)
      project.schedule[share.stage].percent = percent
    }
    return true
  }

  /// A name may read like a label; what stands behind 项目名称 is the name, whatever it says.
  private func acceptsAnyText(_ label: Form.HeaderField?) -> Bool { label == .name }

  /// Opens another project where a label shows that the one before it is over.
  func beginHeader(with field: Form.HeaderField) {
    let isOver = !expectsHeader && isOver(with: field)
    if isOver { finishProject() }
    ensureProject()
    if expectsHeader || isOver { unitStandsAbove = false }
    expectsHeader = false
    if project.indicators.isEmpty { columns = nil }
  }

  /// True if the open project cannot take what a label announces.
  private func isOver(with field: Form.HeaderField) -> Bool {
    guard hasProject else { return false }
    if !project.indicators.isEmpty { return true }
    switch field {
    case .code: return project.code != nil
    case .name: return project.name != nil
    case .unit: return project.unit != nil && (project.code != nil || project.name != nil)
    default: return false
    }
  }

  /// Gives a field its value; what comes when it has one stays unmapped.
  func assign(
    _ field: Form.HeaderField, _ pieces: Pieces, _ cell: Int, _ unit: Pieces?, label: Pieces? = nil
  ) {
    if !hasProject { return }
    switch field {
    case .detail: takeDetail(pieces, label)
    case .reporter:
      if reporter == nil, let label { reporter = LabelledPart(field: field, label: label, value: pieces) }
    case .department:
      isOfWhole = true
      if project.unit == nil {
        let unit = takeUnit(pieces)
        project.unit = unit
      }
    case .midtermGoals where isOfWhole: takeDetail(pieces, label)
    case .midtermTotal, .midtermFiscal, .midtermOther, .midtermGoals: assignMidterm(field, pieces, cell, unit)
    case .code where project.code == nil: assignCode(pieces)
    case .name where project.name == nil: assignName(pieces)
    case .unit where project.unit == nil:
      let unit = takeUnit(pieces)
      project.unit = unit
    case .unit where project.unit?.name == nil && !looksLikeUnit(pieces) && !isCode(pieces):
      // Its code stands in a cell of its own.
      let unit = takeUnit(pieces)
      project.unit?.name = unit.name
    case .total where project.budget.total == nil:
      let money = money(pieces, unit)
      project.budget.total = money
    case .fiscal where project.budget.fiscal == nil:
      let money = money(pieces, unit)
      project.budget.fiscal = money
    case .other where project.budget.other == nil:
      let money = money(pieces, unit)
      project.budget.other = money
    case .goals:
      for goal in goals(ofCell: cell, in: pieces) {
        let text = take(goal)
        project.goals.append(text)
      }
    case .purpose: purpose = extended(purpose, by: pieces)
    case .code, .name, .unit, .total, .fiscal, .other, .amountUnit, .schedule, .amounts, .tasks, .taskHead: break
    }
  }

  func money(_ pieces: Pieces, _ unit: Pieces?) -> Money {
    Money(text: take(pieces), unit: take(unit ?? amountUnit))
  }

  /// A text without a label: the unit at the head of the table, or the purpose.
  private func assignUnlabelled(_ pieces: Pieces, isBesideUnit: Bool) {
    if group == .purpose {
      purpose = extended(purpose, by: pieces)
    } else if group == nil {
      if !isBesideUnit, !looksLikeUnit(pieces) { return }
      beginHeader(with: .unit)
      guard project.unit == nil else { return }
      let unit = takeUnit(pieces)
      project.unit = unit
    }
  }

  func giveUnitToAmounts() {
    guard let amountUnit, hasProject else { return }
    if let money = project.budget.total, money.unit == nil {
      let unit = take(amountUnit)
      project.budget.total?.unit = unit
    }
    if let money = project.budget.fiscal, money.unit == nil {
      let unit = take(amountUnit)
      project.budget.fiscal?.unit = unit
    }
    if let money = project.budget.other, money.unit == nil {
      let unit = take(amountUnit)
      project.budget.other?.unit = unit
    }
  }

  /// The label becomes furniture. The unit that it states itself, as in 预算数（万元）.
  func declaredUnit(inLabel pieces: Pieces) -> Pieces? {
    furnish(pieces)
    folding.fold(source, pieces)
    guard folding.utf8.last == 0x29, let open = folding.utf8.lastIndex(of: 0x28),
      AmountUnit.declared(in: String(decoding: folding.utf8[open...], as: UTF8.self)) != nil
    else { return nil }
    return pieces.from(folding.offset(at: open, in: source))
  }
}
