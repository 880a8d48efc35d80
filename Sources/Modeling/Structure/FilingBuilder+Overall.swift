internal import Documents
internal import Provenance

/// 第一部分: the goal of the department, its goals by duty, its safeguards.
extension FilingBuilder {
  struct OpenSafeguard {
    var name: Pieces?
    var text: Pieces?
  }

  func extendGoal(_ pieces: Pieces) {
    openGoal = extended(openGoal, by: pieces)
  }

  func finishOverall() {
    if section == .overallGoals { closeDutyGoal() }
    if openGoal == nil { openGoal = introduction }
    introduction = nil
    if let goal = openGoal {
      if filing.overall.goal == nil { filing.overall.goal = take(goal) }
      openGoal = nil
    }
    finishSafeguard()
    dutyPart = nil
  }

  // MARK: Goals by duty

  func readDutyLine(_ pieces: Pieces, _ paragraph: Int) {
    if let (part, rest) = dutyLabel(pieces) {
      readDutyPart(part, rest)
      return
    }
    let mark = ListMark.find(source, in: pieces.first)
    if opensDuty(mark, paragraph) {
      openDuty(pieces, mark)
      return
    }
    switch dutyPart {
    case .goal: extendGoal(upToLabel: pieces)
    case .indicators: takeItems(of: pieces, splittingAtEnumerationCommas: false)
    case nil:
      if filing.overall.goals.isEmpty {
        openDuty(pieces, mark)
      } else {
        dutyPart = .goal
        extendGoal(upToLabel: pieces)
      }
    }
  }

  /// Duties are marked 一、 or （一） as the first of them is; what is marked otherwise, or not at all, is one if the
  /// label of its goal stands below.
  private func opensDuty(_ mark: ListMark?, _ paragraph: Int) -> Bool {
    if let style = mark?.style, style == .chinese || style == .chineseInParentheses,
      dutyStyle == nil || dutyStyle == style || dutyPart == nil
    {
      return true
    }
    return startsDutyPart(behind: paragraph)
  }

  private func openDuty(_ pieces: Pieces, _ mark: ListMark?) {
    closeDutyGoal()
    dutyPart = nil
    dutyStyle = dutyStyle ?? mark?.style
    guard let line = takingMark(mark, off: pieces) else { return }
    let label = inlineLabel(in: line)
    var name: Revision?
    if let head = label.map({ line.clamped(to: SourceRange(line.start, $0.range.start)) }) ?? line,
      let text = withoutFinalPunctuation(head)
    {
      name = take(text)
    }
    filing.overall.goals.append(Duty(name: name))
    if let label {
      furnish(label.range)
      readDutyPart(label.part, line.from(label.range.end))
    }
  }

  private func readDutyPart(_ part: Form.DutyPart, _ rest: Pieces?) {
    closeDutyGoal()
    if filing.overall.goals.isEmpty { filing.overall.goals.append(Duty()) }
    dutyPart = part
    guard let rest, !isBlank(rest) else { return }
    switch part {
    case .goal: extendGoal(upToLabel: rest)
    case .indicators: takeItems(of: rest, splittingAtEnumerationCommas: true)
    }
  }

  /// The goal goes on; where the label of the indicators stands in the same paragraph, they follow.
  private func extendGoal(upToLabel pieces: Pieces) {
    guard let label = inlineLabel(in: pieces), label.part == .indicators else {
      extendGoal(pieces)
      return
    }
    if let goal = pieces.clamped(to: SourceRange(pieces.start, label.range.start)).flatMap({ withoutSemicolon($0) }) {
      extendGoal(goal)
    }
    furnish(label.range)
    readDutyPart(.indicators, pieces.from(label.range.end))
  }

  /// The first label with a colon inside a line: behind the end of a sentence, or behind a space.
  private func inlineLabel(in pieces: Pieces) -> (part: Form.DutyPart, range: SourceRange)? {
    guard pieces.rest.isEmpty else { return nil }
    let utf8 = source.span
    var start: Int?
    var offset = pieces.start
    while offset < pieces.end {
      let (scalar, next) = Scalars.next(utf8, offset)
      switch scalar {
      case 0x3002, 0xFF1B, 0x3B: start = next
      case _ where Scalars.isBlank(scalar):
        // White space behind the end of a sentence goes with what follows it.
        if start.map({ !isBlank(SourceRange($0, offset)) }) ?? true { start = next }
      case 0x3A, 0xFF1A:
        if let start, offset - start <= form.dutyLabels.longest + 8 {
          folding.fold(source, SourceRange(start, offset))
          if let part = form.dutyLabels.meaning(of: folding.utf8, count: folding.utf8.count) {
            return (part, SourceRange(start, next))
          }
        }
      default: break
      }
      offset = next
    }
    return nil
  }

  private func closeDutyGoal() {
    guard let goal = openGoal, let index = filing.overall.goals.indices.last else { return }
    if filing.overall.goals[index].goal == nil { filing.overall.goals[index].goal = take(goal) }
    openGoal = nil
  }

  /// The label that opens a part of a duty, alone on its line or before a colon, and what follows it. A list mark may
  /// stand before a label with a colon.
  private func dutyLabel(_ pieces: Pieces) -> (Form.DutyPart, Pieces?)? {
    folding.fold(source, pieces)
    if let (part, end) = labelBeforeColon(form.dutyLabels) {
      furnish(SourceRange(pieces.start, end))
      return (part, pieces.from(end))
    }
    if !folding.isCut, let part = form.dutyLabels.meaning(of: folding.utf8, count: folding.utf8.count) {
      furnish(pieces)
      return (part, nil)
    }
    guard folding.utf8.contains(0x3A), let mark = ListMark.find(source, in: pieces.first),
      let rest = rest(of: pieces, behind: mark)
    else { return nil }
    folding.fold(source, rest)
    guard let (part, end) = labelBeforeColon(form.dutyLabels) else { return nil }
    furnish(SourceRange(pieces.start, end))
    return (part, pieces.from(end))
  }

  /// True if the next paragraph that prints something opens a part of a duty's goal. What it skips prints nothing, so
  /// all look-aheads together are O(paragraphs).
  private func startsDutyPart(behind paragraph: Int) -> Bool {
    var next = paragraph + 1
    while next < document.paragraphs.count {
      if let pieces = pieces(ofParagraph: next) {
        folding.fold(source, pieces)
        if let (part, _) = labelBeforeColon(form.dutyLabels) { return part == .goal }
        return !folding.isCut && form.dutyLabels.meaning(of: folding.utf8, count: folding.utf8.count) == .goal
      }
      next += 1
    }
    return false
  }

  private func takeItems(of pieces: Pieces, splittingAtEnumerationCommas: Bool) {
    guard let index = filing.overall.goals.indices.last else { return }
    for item in items(of: pieces, splittingAtEnumerationCommas: splittingAtEnumerationCommas) {
      filing.overall.goals[index].indicators.append(take(item))
    }
  }

  // MARK: Safeguards

  /// A safeguard: its mark, its first sentence as the name, the rest as the text. A line without a mark goes on with
  /// the marked one above it, and so do the items of a list inside it, marks and all.
  func readSafeguardLine(_ pieces: Pieces) {
    let mark = ListMark.find(source, in: pieces.first)
    let isInside = mark.map { safeguardList.isInside($0) } ?? (safeguardList.style != nil)
    if isInside, var safeguard = openSafeguard {
      safeguard.text = extended(safeguard.text, by: pieces)
      openSafeguard = safeguard
      return
    }
    finishSafeguard()
    guard let body = takingMark(mark, off: pieces) else { return }
    guard let stop = firstStop(in: body) else {
      openSafeguard = OpenSafeguard(name: body)
      return
    }
    furnish(stop)
    openSafeguard = OpenSafeguard(
      name: body.clamped(to: SourceRange(body.start, stop.start)), text: body.from(stop.end).flatMap(printing))
  }

  private func printing(_ pieces: Pieces) -> Pieces? { isBlank(pieces) ? nil : pieces }

  func finishSafeguard() {
    guard let safeguard = openSafeguard else { return }
    filing.overall.safeguards.append(Safeguard(name: take(safeguard.name), text: take(safeguard.text)))
    openSafeguard = nil
  }

  /// The full stop that ends the first sentence, or the colon behind a heading without other punctuation.
  private func firstStop(in pieces: Pieces) -> SourceRange? {
    let utf8 = source.span
    var isHeading = true
    // True behind a Chinese character: a full stop of an input method that was not switched.
    var isText = false
    for piece in pieces.all {
      var offset = piece.start
      while offset < piece.end {
        let (scalar, next) = Scalars.next(utf8, offset)
        defer { isText = scalar >= 0x2E80 }
        switch scalar {
        case 0x3002, 0xFF0E: return SourceRange(offset, next)
        case 0x2E where isText && (next == piece.end || source[next] >= 0xE2): return SourceRange(offset, next)
        case 0xFF1A, 0x3A: if isHeading { return SourceRange(offset, next) }
        case 0xFF0C, 0x2C, 0xFF1B, 0x3B: isHeading = false
        default: break
        }
        offset = next
      }
    }
    return nil
  }
}
