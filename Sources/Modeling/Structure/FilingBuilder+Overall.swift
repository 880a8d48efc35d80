internal import Documents
internal import Provenance

/// 第一部分: the goal of the department, its goals by duty, its safeguards.
extension FilingBuilder {
  struct OpenSafeguard {
    var name: Pieces?
    var text: Pieces?
  }

  /// The text that is being read with one more paragraph, line end and all.
  func extended(_ text: Pieces?, by pieces: Pieces) -> Pieces {
    guard var text else { return pieces }
    text.append(pieces.first, joining: isBlank(SourceRange(text.end, pieces.start)))
    for piece in pieces.rest { text.append(piece, joining: false) }
    return text
  }

  mutating func extendGoal(_ pieces: Pieces) {
    openGoal = extended(openGoal, by: pieces)
  }

  mutating func finishOverall() {
    if let goal = openGoal {
      if section == .overallGoals, let index = filing.overall.goals.indices.last {
        filing.overall.goals[index].goal = take(goal)
      } else if filing.overall.goal == nil {
        filing.overall.goal = take(goal)
      }
      openGoal = nil
    }
    finishSafeguard()
    dutyPart = nil
  }

  // MARK: Goals by duty

  mutating func readDutyLine(_ pieces: Pieces, at index: Int) {
    if let (part, rest) = dutyLabel(pieces) {
      readDutyPart(part, rest)
      return
    }
    let mark = ListMark.find(source, in: pieces.first)
    let opensDuty =
      switch mark?.style {
      case .chineseInParentheses, .chinese: true
      default: startsDutyPart(behind: index)
      }
    if opensDuty {
      openDuty(pieces, mark)
      return
    }
    switch dutyPart {
    case .goal: extendGoal(pieces)
    case .indicators: takeItems(of: pieces, splittingAtEnumerationCommas: false)
    case nil:
      if filing.overall.goals.isEmpty {
        openDuty(pieces, mark)
      } else {
        dutyPart = .goal
        extendGoal(pieces)
      }
    }
  }

  private mutating func openDuty(_ pieces: Pieces, _ mark: ListMark?) {
    closeDutyGoal()
    dutyPart = nil
    if let mark { furnish(mark.range) }
    let line = mark.map { pieces.from($0.range.end) } ?? pieces
    var name: Revision?
    if let line, let text = withoutFinalPunctuation(line) { name = take(text) }
    filing.overall.goals.append(Duty(name: name))
  }

  private mutating func readDutyPart(_ part: Form.DutyPart, _ rest: Pieces?) {
    closeDutyGoal()
    if filing.overall.goals.isEmpty { filing.overall.goals.append(Duty()) }
    dutyPart = part
    guard let rest else { return }
    switch part {
    case .goal: extendGoal(rest)
    case .indicators: takeItems(of: rest, splittingAtEnumerationCommas: true)
    }
  }

  private mutating func closeDutyGoal() {
    guard let goal = openGoal, let index = filing.overall.goals.indices.last else { return }
    if filing.overall.goals[index].goal == nil { filing.overall.goals[index].goal = take(goal) }
    openGoal = nil
  }

  /// The label that opens a part of a duty, alone on its line or before a colon, and what follows it.
  private mutating func dutyLabel(_ pieces: Pieces) -> (Form.DutyPart, Pieces?)? {
    folding.fold(source, pieces)
    if let (part, end) = labelBeforeColon(form.dutyLabels) {
      furnish(SourceRange(pieces.start, end))
      return (part, pieces.from(end).flatMap { rest in rest.all.allSatisfy { isBlank($0) } ? nil : rest })
    }
    if let part = form.dutyLabels.meaning(of: folding.utf8, count: folding.utf8.count) {
      furnish(pieces)
      return (part, nil)
    }
    return nil
  }

  /// True if the next paragraph that prints something opens a part of a duty's goal.
  private mutating func startsDutyPart(behind index: Int) -> Bool {
    for block in document.body.dropFirst(index + 1) {
      guard case .paragraph(let paragraph) = block else { return false }
      guard let pieces = pieces(ofParagraph: paragraph) else { continue }
      folding.fold(source, pieces)
      if let (part, _) = labelBeforeColon(form.dutyLabels) { return part == .goal }
      return form.dutyLabels.meaning(of: folding.utf8, count: folding.utf8.count) == .goal
    }
    return false
  }

  private mutating func takeItems(of pieces: Pieces, splittingAtEnumerationCommas: Bool) {
    guard let index = filing.overall.goals.indices.last else { return }
    for item in items(of: pieces, splittingAtEnumerationCommas: splittingAtEnumerationCommas) {
      filing.overall.goals[index].indicators.append(take(item))
    }
  }

  // MARK: Safeguards

  /// A safeguard: its mark, its first sentence as the name, the rest as the text. A line without a mark goes on with
  /// the one above it.
  mutating func readSafeguardLine(_ pieces: Pieces) {
    let mark = ListMark.find(source, in: pieces.first)
    if mark == nil, hasMarkedSafeguards, var safeguard = openSafeguard {
      safeguard.text = extended(safeguard.text, by: pieces)
      openSafeguard = safeguard
      return
    }
    finishSafeguard()
    if let mark {
      furnish(mark.range)
      hasMarkedSafeguards = true
    }
    guard let body = mark.map({ pieces.from($0.range.end) }) ?? pieces else { return }
    guard let stop = firstStop(in: body) else {
      openSafeguard = OpenSafeguard(name: body)
      return
    }
    furnish(stop)
    openSafeguard = OpenSafeguard(
      name: body.clamped(to: SourceRange(body.start, stop.start)), text: body.from(stop.end))
  }

  mutating func finishSafeguard() {
    guard let safeguard = openSafeguard else { return }
    filing.overall.safeguards.append(Safeguard(name: take(safeguard.name), text: take(safeguard.text)))
    openSafeguard = nil
  }

  /// The full stop (or the colon of a heading with its text behind) that ends the first sentence.
  private func firstStop(in pieces: Pieces) -> SourceRange? {
    let utf8 = source.span
    for piece in pieces.all {
      var offset = piece.start
      while offset < piece.end {
        let (scalar, next) = Scalars.next(utf8, offset)
        if scalar == 0x3002 || scalar == 0xFF0E { return SourceRange(offset, next) }
        offset = next
      }
    }
    return nil
  }
}
