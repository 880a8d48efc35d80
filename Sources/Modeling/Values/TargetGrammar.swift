/// Reads a target value in whatever form it is printed.
///
/// The principle: an operator marks the number beside it as the threshold, so words farther off may be passed over
/// (每年开展2次以上). Without one, a number among words may be anything, a year, a document's number, a grade, and the
/// text is not read. More numbers than one value has are never chosen from.
struct TargetGrammar {
  var source = Target.Source.text
  /// The filing's year, for dates that name none.
  var year: Int?
  /// Whether a column of its own gives the operator.
  var hasOperator = false
  /// Whether the indicator's name promises a date: settles whether `2023.12` is one.
  var namesDate = false

  func read(_ bytes: Span<UInt8>, _ whole: Range<Int>) -> Target {
    let range = bytes.trimmed(whole)
    if range.isEmpty || TargetWords.isNone(bytes, range) { return Target(.none) }
    if let group = Bracketed.ending(at: range.upperBound, bytes, from: range.lowerBound), group.outer == range {
      return read(bytes, group.content)
    }
    let head = TargetHead.read(bytes, range)
    guard let digits = head.digits else { return words(bytes, range, head) }
    if let date = date(bytes, at: head.anchor, range, head) { return date }
    if bytes.isScalar("第", at: head.anchor) { return .unread(.wordsAround) }
    if followsMark(bytes, head) { return .unread(.brokenNumber) }
    return number(bytes, at: digits, range, head)
  }

  private func part(_ range: Range<Int>) -> Target.Part { Target.Part(source, range) }

  // MARK: Numbers

  private func number(_ bytes: Span<UInt8>, at digits: Int, _ range: Range<Int>, _ head: TargetHead) -> Target {
    guard let numeral = Decimal.scan(bytes, at: digits) else { return .unread(.unexplained) }
    guard let magnitude = numeral.value else { return .unread(numeral.isTooLong ? .tooManyDigits : .brokenNumber) }
    let value = head.isNegative ? magnitude.negated : magnitude
    var target = Target(.quantity(value))
    target.parts.value = part(head.anchor..<numeral.range.upperBound)
    let next = bytes.skippingSpaces(numeral.range.upperBound)
    if next > numeral.range.upperBound, bytes.digit(at: next) != nil { return .unread(.brokenNumber) }
    var unit = head.share.map { _ in next..<next } ?? TargetUnit.scan(bytes, .from(next, to: range.upperBound))
    if let start = PeriodPoint.separatorEnd(bytes, at: unit.upperBound),
      case let sign = Decimal.sign(bytes, at: start), let second = Decimal.scan(bytes, at: sign.digits)
    {
      guard head.share == nil, let magnitude = second.value else { return .unread(.brokenNumber) }
      let upper = sign.isNegative ? magnitude.negated : magnitude
      let behind = bytes.skippingSpaces(second.range.upperBound)
      let other = TargetUnit.scan(bytes, .from(behind, to: range.upperBound))
      if !unit.isEmpty, !MeasureUnit.areSame(bytes.string(unit), bytes.string(other)) { return .unread(.unitsDiffer) }
      if upper < value { return .unread(.descendingRange) }
      target.value = .range(value, upper)
      target.parts.upper = part(start..<second.range.upperBound)
      unit = other
    }
    if let reason = finish(&target, bytes, unit, range, head) { return .unread(reason) }
    if let share = head.share {
      target.unit = bytes.isScalar("千", at: share.lowerBound) ? "‰" : "%"
      target.parts.unit = part(share)
      target.parts.value = part(numeral.range)
    }
    return target
  }

  /// `.5`, `，500`: what stands before the mark may be missing.
  private func followsMark(_ bytes: Span<UInt8>, _ head: TargetHead) -> Bool {
    let before = bytes.scalarStart(before: head.anchor)
    guard before >= 0, before < head.anchor else { return false }
    return Self.points.stands(bytes, at: before) || head.lead.isEmpty && Self.commas.stands(bytes, at: before)
  }

  private static let points = Words([".", "．"])
  private static let commas = Words(["。", ",", "，"])

  /// Takes operator and unit into `target` and looks at what is left; the reason if the whole can't be read.
  private func finish(
    _ target: inout Target, _ bytes: Span<UInt8>, _ unit: Range<Int>, _ range: Range<Int>, _ head: TargetHead
  ) -> Target.Unread? {
    let position = bytes.skippingSpaces(unit.upperBound)
    let tail = Target.Operator.tail(
      bytes, at: position, afterTime: MeasureUnit.isTime(bytes, endingAt: unit.upperBound))
    let rest = Range.from(tail?.range.upperBound ?? position, to: range.upperBound)
    if let reason = TargetUnit.broken(bytes, rest, after: unit) { return reason }
    if TargetUnit.approximations.stands(bytes, at: position) { return .approximate }
    if let reason = settle(&target, head, tail) { return reason }
    if case .range = target.value, let scanned = target.operator, scanned != .equal { return .operatorWithRange }
    let isMarked = target.operator != nil
    if !head.lead.isEmpty, !isMarked || TargetWords.forbidReading(bytes, head.lead) { return .wordsAround }
    let isKnown = MeasureUnit.isKnown(bytes, unit)
    if TargetWords.hasWord(bytes, rest), tail == nil {
      let isClosed = TargetUnit.isSymbol(bytes, unit) || TargetUnit.ends.stands(bytes, at: rest.lowerBound)
      if !isMarked || !isClosed || !isKnown { return .wordsAround }
    }
    if unit.isEmpty { return nil }
    if !isKnown {
      if TargetWords.isAppraisal(bytes, unit) {
        guard target.value == .quantity(.zero), !isMarked, head.lead.isEmpty else { return .unknownUnit }
        target = Target(.qualitative)
        return nil
      }
      if TargetUnit.vague.stands(bytes, at: unit.lowerBound) { return .approximate }
      if !TargetUnit.isPlausible(bytes, unit) { return .unexplained }
      let isPrinted = head.operator?.isSign == true || hasOperator
      if !isPrinted || !head.lead.isEmpty || bytes.scalarCount(unit) > 8 { return .unknownUnit }
    }
    target.unit = MeasureUnit.canonical(bytes, unit)
    target.parts.unit = part(unit)
    return nil
  }

  /// Makes one operator of what stands before the number and behind it.
  private func settle(_ target: inout Target, _ head: TargetHead, _ tail: ScannedOperator?) -> Target.Unread? {
    if head.hasConflict { return .contradiction }
    if let scanned = head.operator {
      target.operator = scanned.value
      target.parts.operator = part(scanned.range)
      if let tail {
        if tail.value.direction != scanned.value.direction { return .contradiction }
        target.parts.tail = part(tail.range)
      }
    } else if let tail {
      target.operator = tail.value
      target.parts.operator = part(tail.range)
    }
    return nil
  }

  // MARK: Dates

  private func date(_ bytes: Span<UInt8>, at start: Int, _ range: Range<Int>, _ head: TargetHead) -> Target? {
    guard let period = Period.read(bytes, at: start, year: year) else { return nil }
    if period.isBareMonth, head.operator != nil { return nil }
    let rest = TargetWords.stripped(bytes, .from(period.end, to: range.upperBound))
    let isMarked = head.operator != nil || period.tail != nil
    guard !bytes.hasDigit(in: rest) else { return nil }
    guard
      rest.isEmpty || Self.completions.isWhole(bytes, rest)
        || period.tail != nil && Self.verbs.stands(bytes, at: rest.lowerBound)
    else { return nil }
    if !head.lead.isEmpty, !Self.prepositions.isWhole(bytes, head.lead) {
      guard isMarked, !Self.otherYears.occur(in: head.lead, of: bytes) else { return nil }
    }
    if TargetWords.forbidReading(bytes, head.lead) { return .unread(.wordsAround) }
    if let problem = period.problem { return .unread(problem) }
    if period.isAmbiguous, !namesDate { return .unread(.ambiguousDate) }
    var target = Target(.date(period.earliest, period.latest))
    target.yearIsInferred = period.yearIsInferred
    target.parts.value = part(period.first)
    target.parts.upper = period.second.map { part($0) }
    if let reason = settle(&target, head, period.tail) { return .unread(reason) }
    return target
  }

  private static let completions = Words(["完成", "全部完成", "完工", "竣工"])
  private static let prepositions = Words(["于", "在", "截至", "截止", "截止到", "截至到", "到"])
  /// What follows 前 and its like when they stand for themselves, and not for the start of 前期 or 后续.
  private static let verbs = Words([
    "完成", "全部", "完工", "竣工", "实施", "交付", "投入", "支付", "到位", "发放", "拨付", "组织", "召开", "开展", "验收", "建成",
    "报送", "上报", "提交", "开工", "启动", "结束", "执行", "达到", "印发",
  ])
  /// 次年3月底前, 每年12月底前: not a day of the filing's year.
  private static let otherYears = Words(["年", "每", "次", "翌"])

  // MARK: Words

  private func words(_ bytes: Span<UInt8>, _ range: Range<Int>, _ head: TargetHead) -> Target {
    var head = head
    head.lead = range.lowerBound..<range.lowerBound
    if head.operator?.range.lowerBound != range.lowerBound { head.operator = nil }
    let start = bytes.skippingSpaces(head.operator?.range.upperBound ?? range.lowerBound)
    if let spoken = spoken(bytes, at: start, range, head) { return spoken }
    let dateStart = Self.prepositions.end(bytes, at: start).map { bytes.skippingSpaces($0) } ?? start
    if let date = date(bytes, at: dateStart, range, head) { return date }
    if namesNoMonth(bytes, at: dateStart) { return .unread(.impossibleDate) }
    if head.hasSign { return .unread(.operatorAlone) }
    if MeasureUnit.isKnown(bytes, range) { return .unread(.unitAlone) }
    return TargetWords.hasWord(bytes, range) ? Target(.qualitative) : .unread(.unexplained)
  }

  /// 十三月底, 二〇二一年十三月: a month that doesn't exist.
  private func namesNoMonth(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard var number = ChineseNumber.calendar(bytes, at: start) else { return false }
    if number.digits == 4 {
      guard bytes.isScalar("年", at: number.end), let month = ChineseNumber.calendar(bytes, at: number.end + 3) else {
        return false
      }
      number = month
    }
    return number.digits <= 2 && number.value > 12 && bytes.isScalar("月", at: number.end)
  }

  /// A number in Chinese numerals: 百分之九十五, 不少于三次. Only where the whole text is that, and the unit one that
  /// counts; 一流, 十分满意 and 一次性 are words.
  private func spoken(_ bytes: Span<UInt8>, at start: Int, _ range: Range<Int>, _ head: TargetHead) -> Target? {
    let share = TargetHead.shares.end(bytes, at: start)
    let numberStart = share ?? start
    var numberEnd = numberStart
    var value = ChineseNumber.read(bytes, at: &numberEnd)
    if value == nil, share != nil, bytes.isScalar("百", at: numberStart) {
      value = Decimal(100)
      numberEnd = numberStart + 3
    }
    if value == nil, bytes.isScalar("零", at: numberStart) {
      value = .zero
      numberEnd = numberStart + 3
    }
    guard let value else { return nil }
    var counted = share == nil ? Self.counters.end(bytes, at: numberEnd) : numberEnd
    // Behind an operator a number needs no unit to be one.
    if counted == nil, head.operator != nil { counted = numberEnd }
    guard let unitEnd = counted else { return nil }
    let unit = numberEnd..<unitEnd
    let tail = Target.Operator.tail(bytes, at: unitEnd, afterTime: MeasureUnit.isTime(bytes, endingAt: unitEnd))
    let rest = Range.from(tail?.range.upperBound ?? unitEnd, to: range.upperBound)
    guard TargetWords.stripped(bytes, rest).isEmpty else { return nil }
    var target = Target(.quantity(value))
    if let reason = settle(&target, head, tail) { return .unread(reason) }
    target.parts.value = part(numberStart..<numberEnd)
    if let share {
      target.unit = bytes.isScalar("千", at: start) ? "‰" : "%"
      target.parts.unit = part(start..<share)
    } else if !unit.isEmpty {
      target.unit = bytes.string(unit)
      target.parts.unit = part(unit)
    }
    return target
  }

  private static let counters = Words([
    "次", "个工作日", "工作日", "个月", "个", "项", "场次", "场", "篇", "件", "户", "家", "名", "人次", "人", "台", "套", "天", "小时", "年",
    "辆", "座", "条", "倍", "批次", "分钟", "例",
  ])
}
