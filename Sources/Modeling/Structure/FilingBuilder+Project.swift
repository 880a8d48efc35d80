internal import Documents
internal import Provenance

/// 第二部分: one project after the other, each a heading, a block of labelled values and its indicators.
extension FilingBuilder {
  /// The paragraph above a project's table. False if the line is none.
  mutating func readProjectHeading(_ pieces: Pieces, _ block: Int?) -> Bool {
    folding.fold(source, pieces)
    let isHeading =
      projectHeadingSuffix() != nil
      || (section == .projects && ListMark.find(source, in: pieces.first, loose: true) != nil
        && block.map(isTable(behind:)) == true)
    guard isHeading else { return false }
    if section == .preamble || section == .contents { readCover() }
    finishOverall()
    finishProject()
    section = .projects
    strays = []
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

  /// 单位：万元 above a table; anything else among the tables stays unmapped, unless the project below turns out to be
  /// named in it.
  mutating func readLineAmongProjects(_ pieces: Pieces) {
    folding.fold(source, pieces)
    if isAmountUnit() {
      furnish(pieces)
      amountUnit = pieces
      unitStandsAbove = true
    } else {
      strays.append(pieces)
    }
  }

  /// True if the folded line declares the unit of the amounts, as in `单位:万元`.
  func isAmountUnit() -> Bool {
    guard !folding.isCut, let colon = folding.utf8.firstIndex(of: 0x3A),
      form.fields.meaning(of: folding.utf8, count: colon) == .amountUnit
    else { return false }
    return AmountUnit.declared(in: String(decoding: folding.utf8[(colon + 1)...], as: UTF8.self)) != nil
  }

  /// Splits the unit of the amounts off the end of a text, as in `131001某局(本级) 单位：万元`; nil if it does not end so.
  mutating func splitAmountUnit(_ pieces: Pieces) -> (text: Pieces, unit: Pieces)? {
    let utf8 = source.span
    // The unit is said in a few characters behind the last white space that a colon follows.
    var start: Int?
    var candidate: Int?
    var offset = pieces.last.start
    while offset < pieces.end {
      let (scalar, next) = Scalars.next(utf8, offset)
      if Scalars.isBlank(scalar) { candidate = next }
      if scalar == 0xFF1A || scalar == 0x3A { start = candidate }
      offset = next
    }
    guard var end = start, let unit = pieces.from(end) else { return nil }
    while end > pieces.start, isBlank(SourceRange(previous(end), end)) { end = previous(end) }
    guard let text = pieces.clamped(to: SourceRange(pieces.start, end)) else { return nil }
    folding.fold(source, unit)
    let isUnit = isAmountUnit()
    folding.fold(source, pieces)
    return isUnit ? (text, unit) : nil
  }

  mutating func finishProject() {
    guard var project else { return }
    if let purpose { project.purpose = take(purpose) }
    if project.name == nil { project.name = take(gluedName) }
    if project.heading == nil, let line = headingCandidate, names(line, project.name) { project.heading = take(line) }
    filing.projects.append(project)
    self.project = nil
    headingCandidate = nil
    purpose = nil
    gluedName = nil
    group = nil
    stages = StageRow()
    if !unitStandsAbove { amountUnit = nil }
    columns = nil
    carried = CarriedLevels()
    expectsHeader = false
  }

  /// True if the line holds the project's name, and hardly more.
  private mutating func names(_ line: Pieces, _ name: Revision?) -> Bool {
    guard let name else { return false }
    let folded = Folding.folded(name.filed)
    folding.fold(source, line)
    return !folded.isEmpty && folding.utf8.count <= folded.count + 48 && folding.utf8.holds(folded)
  }

  // MARK: Tables

  mutating func readTable(_ table: Document.Table) {
    if isOfOtherForm(table) { return }
    var row = table.rows.lowerBound
    while row < table.rows.upperBound {
      row = readRow(row, in: table)
    }
  }

  /// True if the table belongs to another form: then it is left unmapped as a whole.
  private mutating func isOfOtherForm(_ table: Document.Table) -> Bool {
    for row in table.rows {
      // Heads of other forms have many columns.
      guard document.rows[row].cells.count >= 4 else { continue }
      for cell in document.rows[row].cells {
        guard let pieces = pieces(ofCell: cell), mayEndOtherForm(pieces) else { continue }
        folding.fold(source, pieces)
        guard form.otherForms.meaning(of: folding.utf8, count: folding.utf8.count) != nil else { continue }
        filing.diagnostics.append(.otherForm(pieces.all, text(pieces.first)))
        return true
      }
    }
    return false
  }

  /// A quick no for nearly every cell: a short text ends in a character that the other forms' labels end in, or in a
  /// space.
  private func mayEndOtherForm(_ pieces: Pieces) -> Bool {
    let end = pieces.end
    guard end - pieces.start <= 64, end >= 3 else { return false }
    return source[end - 1] < 0x80 || form.otherFormEndings.contains { source[end - 3..<end].elementsEqual($0) }
  }

  /// Reads the row and, where the columns demand it, those that continue it. Returns the next row.
  private mutating func readRow(_ row: Int, in table: Document.Table) -> Int {
    var cells = document.rows[row].cells
    cells = cells.dropFirst(readContentsCells(cells))
    // A paragraph that begins with a TAB reads as a cell, and the paragraphs behind it as its own.
    let lines = linesInFront(of: cells)
    for cell in cells.prefix(lines) { readLines(ofCell: cell) }
    cells = cells.dropFirst(lines)
    if cells.isEmpty { return row + 1 }
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

  /// How many cells at the start of a row hold lines of the text around the tables: those up to the last one in which a
  /// heading stands, and outside the projects all cells of a row that is none of a table's.
  private mutating func linesInFront(of cells: Range<Int>) -> Int {
    var count = 0
    for cell in cells where document.cells[cell].content.count > 1 {
      for block in document.content[document.cells[cell].content].dropFirst() {
        guard case .paragraph(let paragraph) = block, let pieces = pieces(ofParagraph: paragraph) else { continue }
        folding.fold(source, pieces)
        if projectHeadingSuffix() != nil || section != .projects && heading(of: pieces) != nil {
          count = cell - cells.lowerBound + 1
          break
        }
      }
    }
    if count > 0 || section == .projects { return count }
    for cell in cells {
      if beginsTable(cell) || cells.count > 1 && !isSentence(cell) { return 0 }
    }
    return cells.count
  }

  /// True if a cell holds a sentence, an item of a list or a label of the text: then a TAB stands before a line, and
  /// there is no table.
  private mutating func isSentence(_ cell: Int) -> Bool {
    guard section != .preamble, section != .contents, let pieces = pieces(ofCell: cell) else { return false }
    if ListMark.find(source, in: pieces.first) != nil { return true }
    folding.fold(source, pieces)
    if labelBeforeColon(form.dutyLabels) != nil { return true }
    var end = pieces.end
    while end > pieces.last.start, isBlank(SourceRange(previous(end), end)) { end = previous(end) }
    return [0x3002, 0xFF1B, 0x3B, 0xFF0C].contains(Scalars.next(source.span, previous(end)).scalar)
  }

  /// True if the cell, outside the projects, shows that a project's table begins: by a label that is not also one of the
  /// text, by the unit of the amounts, or by naming a unit.
  private mutating func beginsTable(_ cell: Int) -> Bool {
    guard let pieces = pieces(ofCell: cell) else { return false }
    folding.fold(source, pieces)
    if isAmountUnit() || columnLabel() != nil { return true }
    if let label = fieldLabel() ?? labelBeforeColon(form.fields)?.meaning, label != .goals { return true }
    return looksLikeUnit(pieces)
  }

  /// True if the row belongs to the block above the indicators: its first cell is a label of that block, or the unit of
  /// the amounts stands in it. Among the indicators a row of all columns is one of theirs unless its first cell can't
  /// be a level.
  private mutating func isHeaderBlockRow(_ cells: Range<Int>) -> Bool {
    var isFirst = true
    for cell in cells {
      guard let pieces = pieces(ofCell: cell) else {
        if cell == cells.lowerBound, columns?.count == cells.count { return false }
        continue
      }
      folding.fold(source, pieces)
      if isFirst {
        if fieldLabel() != nil || labelBeforeColon(form.fields) != nil { return true }
        if columns?.count == cells.count, columnLevel() != nil { return false }
      }
      if isAmountUnit() { return true }
      isFirst = false
    }
    return cells.count == 1 && columns.map { $0.count > 2 } == true && isUnitRow(cells)
  }

  private mutating func isUnitRow(_ cells: Range<Int>) -> Bool {
    cells.first.flatMap { pieces(ofCell: $0) }.map(looksLikeUnit) ?? false
  }

  private func columnLevel() -> Form.Level? {
    folding.isCut ? nil : form.levels.meaning(of: folding.utf8, count: folding.utf8.count)
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
      headingCandidate = strays.last
    }
  }

  // MARK: The block above the indicators

  /// Labels and their values, left to right; a row that begins with an empty cell goes on with the group above it.
  private mutating func readHeaderRow(_ cells: Range<Int>) {
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

  /// The code; where the name is glued to it, both.
  private mutating func assignCode(_ pieces: Pieces, to project: inout Project) {
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
