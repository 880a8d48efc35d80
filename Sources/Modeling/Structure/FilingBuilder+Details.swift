internal import Documents
internal import Provenance

/// The heads of columns, in a row whose values stand in the next: 中期目标 and 年度目标, or 资金总额, 财政拨款, 其他资金.
struct ColumnHeads {
  struct Head {
    var field: Form.HeaderField
    var label: Pieces
    /// The distance from the row's end, which is the same in the rows below.
    var fromEnd: Int
  }

  /// All of goals, or all of amounts and the like.
  private(set) var heads: [Head] = []
  private(set) var areGoals = false

  mutating func add(_ field: Form.HeaderField, _ label: Pieces, at fromEnd: Int) {
    let isGoal = field == .goals || field == .midtermGoals
    switch field {
    case .goals, .midtermGoals, .total, .fiscal, .other, .midtermTotal, .midtermFiscal, .midtermOther, .detail:
      if isGoal != areGoals { clear() }
      areGoals = isGoal
      heads.append(Head(field: field, label: label, fromEnd: fromEnd))
    default: clear()
    }
  }

  mutating func clear() { heads.removeAll() }

  /// True if the values of a row of as many cells as `width` may stand below: one head of goals is enough, others follow
  /// each other to the row's end.
  func mayStand(above width: Int) -> Bool {
    if areGoals { return !heads.isEmpty }
    return heads.count > 1 && heads.count < width && heads.enumerated().allSatisfy { $1.fromEnd == heads.count - $0 }
  }
}

/// What forms other than Hebei's have above the indicators: values of several years beside those of one, labels without
/// a field of their own, the year's tasks.
extension FilingBuilder {
  /// A label without a field of its own, and what stands behind it.
  func takeDetail(_ pieces: Pieces, _ label: Pieces?) {
    guard let label else { return }
    // A label before a colon is followed by its text in the same cell.
    let head =
      label.start == pieces.start || label.end <= pieces.start
      ? label : label.clamped(to: SourceRange(label.start, pieces.start))
    guard let head else { return }
    let name = take(head)
    let text = take(pieces)
    project.details.append(Detail(label: name, text: text))
  }

  /// The unit of the amounts that stands in the label over them.
  func takeUnitOfAmounts(_ unit: Pieces?) {
    guard let unit else { return }
    amountUnit = unit
    giveUnitToAmounts()
  }

  /// Of two equal labels of amounts in a row the first is the midterm's, where the form has its total.
  func side(of field: Form.HeaderField, at cell: Int, in row: Range<Int>) -> Form.HeaderField {
    let twin: Form.HeaderField
    switch field {
    case .fiscal: twin = .midtermFiscal
    case .other: twin = .midtermOther
    case .total: twin = .midtermTotal
    default: return field
    }
    guard hasProject, twin == .midtermTotal || project.midterm?.budget.total != nil else { return field }
    for index in row where index > cell && cells[index].label.field == field { return twin }
    return field
  }

  func assignMidterm(_ field: Form.HeaderField, _ pieces: Pieces, _ cell: Int, _ unit: Pieces?) {
    var midterm = project.midterm ?? Midterm()
    switch field {
    case .midtermTotal where midterm.budget.total == nil: midterm.budget.total = money(pieces, unit)
    case .midtermFiscal where midterm.budget.fiscal == nil: midterm.budget.fiscal = money(pieces, unit)
    case .midtermOther where midterm.budget.other == nil: midterm.budget.other = money(pieces, unit)
    case .midtermGoals:
      for goal in goals(ofCell: cell, in: pieces) {
        let text = take(goal)
        midterm.goals.append(text)
      }
    default: return
    }
    project.midterm = midterm
  }

  /// The row below the heads of columns. False if the row is none.
  func readColumns(_ row: Range<Int>) -> Bool {
    let above = columnHeads
    columnHeads.clear()
    guard above.mayStand(above: row.count) else { return false }
    for head in above.heads {
      let cell = row.upperBound - head.fromEnd
      if cell < row.lowerBound { return false }
      if cells[cell].label.field != nil || cells[cell].isAmountUnit || cells[cell].label.column != nil { return false }
      if !above.areGoals, head.field != .detail, let pieces = cells[cell].pieces, !holdsDigit(pieces) { return false }
    }
    // Beside the values nothing stands but the label of all.
    if !above.areGoals, row.prefix(row.count - above.heads.count).contains(where: { cells[$0].pieces != nil }) {
      return false
    }
    for head in above.heads {
      let cell = row.upperBound - head.fromEnd
      if let pieces = cells[cell].pieces { assign(head.field, pieces, cell, nil, label: head.label) }
    }
    return true
  }

  private func holdsDigit(_ pieces: Pieces) -> Bool {
    folding.fold(source, pieces)
    return folding.utf8.contains { (0x30...0x39).contains($0) }
  }

  // MARK: Tasks

  func beginTasks(unit: Pieces?) {
    isOfWhole = true
    group = .tasks
    takeUnitOfAmounts(unit)
  }

  /// One of the year's tasks: its name, what is to be done, the money as a whole and by source. False if the row is
  /// none.
  func readTask(_ row: Range<Int>) -> Bool {
    guard group == .tasks else { return false }
    var filled = row.filter { cells[$0].pieces != nil && !cells[$0].isComment }
    if let first = filled.first, cells[first].label.field == .total, filled.count > 2 {
      readSum(filled)
      return true
    }
    if filled.contains(where: { cells[$0].label.field == .taskHead || cells[$0].label.field == .tasks }) {
      // The heads; those of the amounts are labels elsewhere too.
      for index in filled where cells[index].label.field != nil {
        if let pieces = cells[index].pieces {
          let unit = declaredUnit(inLabel: pieces)
          takeUnitOfAmounts(unit)
        }
      }
      return true
    }
    if filled.allSatisfy({ [.fiscal, .other].contains(cells[$0].label.field) }) {
      for index in filled { if let pieces = cells[index].pieces { furnish(pieces) } }
      return true
    }
    guard !filled.contains(where: { cells[$0].label.field != nil || cells[$0].label.column != nil }) else {
      return false
    }
    if let first = filled.first, let pieces = cells[first].pieces, numbersTask(pieces) {
      furnish(pieces)
      filled.removeFirst()
    }
    var task = Task()
    for (place, index) in filled.enumerated() {
      guard let pieces = cells[index].pieces else { continue }
      switch place {
      case 0: task.name = take(pieces)
      case 1: task.text = take(pieces)
      case 2: task.budget.total = money(pieces, nil)
      case 3: task.budget.fiscal = money(pieces, nil)
      case 4: task.budget.other = money(pieces, nil)
      default: break
      }
    }
    tasks.append(task)
    return true
  }

  /// 任务1 and the like.
  private func numbersTask(_ pieces: Pieces) -> Bool {
    folding.fold(source, pieces)
    let digits = folding.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    return digits > 0 && (digits == folding.utf8.count || folding.utf8.dropLast(digits).elementsEqual("任务".utf8))
  }

  /// 金额合计 and the sums behind it.
  private func readSum(_ row: [Int]) {
    if let label = cells[row[0]].pieces { furnish(label) }
    for (field, cell) in zip([Form.HeaderField.total, .fiscal, .other], row.dropFirst()) {
      if let pieces = cells[cell].pieces { assign(field, pieces, cell, nil) }
    }
  }

  /// Gives what a table of the department as a whole said to the filing.
  func takeWhole(_ table: Project) {
    filing.overall.tasks += tasks
    let isOfProject =
      table.code != nil || table.name != nil || table.purpose != nil || !table.schedule.isEmpty || table.midterm != nil
    // What two tables say of the whole has one place only.
    guard !isOfProject, filing.overall.unit == nil, filing.overall.heading == nil,
      filing.overall.budget == Budget()
    else {
      filing.projects.append(table)
      return
    }
    filing.overall.details += table.details
    if let heading = table.heading { filing.overall.heading = heading }
    if filing.overall.unit == nil { filing.overall.unit = table.unit }
    filing.overall.budget = table.budget
    filing.overall.indicators += table.indicators
    if table.goals.count == 1, filing.overall.goal == nil {
      filing.overall.goal = table.goals.first
    } else {
      filing.overall.goals += table.goals.map { Duty(goal: $0) }
    }
  }
}
