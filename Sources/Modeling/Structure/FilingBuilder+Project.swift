internal import Documents
internal import Provenance

/// 第二部分: one project after the other, each a heading, a block of labelled values and its indicators.
extension FilingBuilder {
  /// The paragraph above a project's table, which has been folded. False if the line is none.
  func readProjectHeading(_ pieces: Pieces, _ block: Int?) -> Bool {
    if isFormTitle(pieces) {
      readFormTitle(pieces)
      return true
    }
    if projectHeadingSuffix() == nil {
      guard section == .projects, let block, ListMark.find(source, in: pieces.first, loose: true) != nil,
        isTable(behind: block), !indicatorsFollow(block)
      else { return false }
    }
    if section == .preamble || section == .contents { readCover() }
    finishOverall()
    finishProject()
    section = .projects
    strays = []
    reporterAbove = nil
    project = Project()
    hasProject = true
    project.heading = take(pieces)
    expectsHeader = true
    return true
  }

  /// The next goal, which stands behind the table because blank lines before it read as the table's end: `2.……` behind a
  /// cell of goals that ends in `1.……`, if the indicators of the project follow. False if the line is none.
  func readGoalBehindTable(_ pieces: Pieces, _ block: Int?) -> Bool {
    guard section == .projects, let last = openGoalMark, let block,
      let mark = ListMark.find(source, in: pieces.first), mark.style == last.style, let number = mark.number,
      number == last.number.map({ $0 + 1 }), indicatorsFollow(block)
    else { return false }
    guard let goal = takingMark(mark, off: pieces) else { return false }
    let text = take(goal)
    project.goals.append(text)
    openGoalMark = mark
    filing.diagnostics.append(
      Diagnostic(
        "goal-joined", .note, path: "\(projectPath)/goals/\(project.goals.count - 1)",
        Message(
          zh: "这一条绩效目标与上一条之间有空行，按序号归入上面的表格。",
          en: "Blank lines stand before this goal; its number shows that it belongs to the table above."),
        at: goal.all))
    return true
  }

  /// True if the next table behind `block` goes on with the open project: a table of indicators, which it lacks.
  private func indicatorsFollow(_ block: Int) -> Bool {
    guard hasProject, !expectsHeader, project.indicators.isEmpty else { return false }
    nextTable = max(nextTable, block + 1)
    while nextTable < document.body.count {
      if case .table(let table) = document.body[nextTable] {
        guard let row = document.tables[table].rows.first else { return false }
        let labels = document.rows[row].cells.count { cells[$0].label.column != nil }
        return labels >= 3 && labels * 2 > document.rows[row].cells.count
      }
      nextTable += 1
    }
    return false
  }

  /// What the folded line ends in, if that marks the heading of a project.
  func projectHeadingSuffix() -> [UInt8]? {
    if folding.isCut { return nil }
    for suffix in form.projectHeadingSuffixes where folding.utf8.count > suffix.count && folding.utf8.hasSuffix(suffix)
    {
      return suffix
    }
    return nil
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
  func readLineAmongProjects(_ pieces: Pieces) {
    folding.fold(source, pieces)
    if readYearOfTitle(pieces) || readNoteItem(pieces) || readNote(pieces) || readLabelledLine(pieces) { return }
    if isAmountUnit() {
      furnish(pieces)
      amountUnit = pieces
      unitStandsAbove = true
    } else {
      strays.append(pieces)
    }
  }

  /// True if the folded line declares the unit of the amounts, as in `单位:万元` or `(单位:万元)`.
  func isAmountUnit() -> Bool {
    guard !folding.isCut, let colon = folding.utf8.firstIndex(of: 0x3A) else { return false }
    var label = folding.utf8[..<colon]
    var unit = folding.utf8[(colon + 1)...]
    if label.first == 0x28, unit.last == 0x29 {
      label = label.dropFirst()
      unit = unit.dropLast()
    }
    guard form.fields.meaning(of: Array(label), count: label.count) == .amountUnit else { return false }
    return AmountUnit.declared(in: String(decoding: unit, as: UTF8.self)) != nil
  }

  /// Splits the unit of the amounts off the end of a text, as in `131001某局(本级) 单位：万元`; nil if it does not end so.
  func splitAmountUnit(_ pieces: Pieces) -> (text: Pieces, unit: Pieces)? {
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

  func finishProject() {
    if !hasProject { return }
    if let purpose {
      let text = take(purpose)
      project.purpose = text
    }
    if project.name == nil, let gluedName {
      let name = take(gluedName)
      project.name = name
    }
    if project.heading == nil, let line = headingCandidate, names(line, project.name) {
      let heading = take(line)
      project.heading = heading
    }
    takeLinesAbove()
    if project.code == nil, let absentCode { absentCodes[filing.projects.count] = absentCode }
    absentCode = nil
    openGoalMark = nil
    var done = Project()
    swap(&done, &project)
    if isOfWhole { takeWhole(done) } else { filing.projects.append(done) }
    isOfWhole = false
    tasks = []
    columnHeads = ColumnHeads()
    hasProject = false
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
  private func names(_ line: Pieces, _ name: Revision?) -> Bool {
    guard let name else { return false }
    let folded = Folding.folded(name.filed)
    folding.fold(source, line)
    return !folded.isEmpty && folding.utf8.count <= folded.count + 48 && folding.utf8.holds(folded)
  }
}
