internal import Provenance

/// A target that says its number, its unit or its whole condition twice, and what it says once.
///
/// Operator, number and unit are three fields of the budget system, printed without a separator. A clerk who
/// types `95及以上` into the unit's field makes `≥` + `95` + `95及以上`. The grammar of what comes out:
///
///     target    = [opening] number rest
///     number    = half half                     equal as decimals: 9595, 95.095, 100100
///     rest      = [unit] [closing]              及以上
///               | [unit] [opening] number unit  the whole condition again: ≥95≥95%, 854万854万
///               | unit unit                     标箱标箱
struct DoubledCondition {
  var text: String
  var certainty: Certainty
  var evidence: [Evidence]

  private init(_ text: String, _ certainty: Certainty = .certain, because evidence: Evidence) {
    self.text = text
    self.certainty = certainty
    self.evidence = [evidence]
  }

  /// No target value is longer; sentences are left alone.
  private static let longest = 48

  /// Nil if nothing is doubled, or if what is doubled contradicts itself (`≥9595以下`).
  init?(_ text: String, indicator: String?) {
    guard var found = Self.step(text, indicator) else { return nil }
    // ≥9595≥9595% is doubled twice over. Each step is shorter than the one before; the least sure one decides.
    while let next = Self.step(found.text, indicator) {
      found.text = next.text
      found.evidence += next.evidence
      if next.certainty != .certain && found.certainty != .possible { found.certainty = next.certainty }
    }
    self = found
  }

  private static func step(_ text: String, _ indicator: String?) -> DoubledCondition? {
    guard text.utf8.count <= Self.longest * 3, !isSimple(text.utf8Span.span) else { return nil }
    let target = Target(text)
    guard target.letters.count <= Self.longest else { return nil }
    return repeatedWord(target) ?? zeroBeforeWords(target) ?? repeatedCondition(target)
      ?? doubledNumber(target, indicator) ?? doubledUnit(target)
  }

  /// Whether the bytes alone show that nothing is said twice, as they do of nearly every target. Without a digit only the
  /// whole can be doubled; with one short number, only a longer unit behind it.
  static func isSimple(_ utf8: Span<UInt8>) -> Bool {
    var start = 0
    while start < utf8.count, !isDigit(utf8[start]) { start += 1 }
    if start == utf8.count { return !isDoubled(utf8) }
    var end = start
    while end < utf8.count, isDigit(utf8[end]) || utf8[end] == 0x2E { end += 1 }
    // 0优.
    if end - start == 1, utf8[start] == 0x30, end < utf8.count, utf8[end] >= 0xE4 { return false }
    // Behind the number: at most two characters and no second number.
    guard end - start < 4, utf8.count - end < 4 else { return false }
    for index in end..<utf8.count where isDigit(utf8[index]) { return false }
    // %% is a unit twice; 0 before words is looked at.
    return utf8.count - end < 2 || utf8[end] != 0x25
  }

  /// Whether the second half of the bytes repeats the first.
  private static func isDoubled(_ utf8: Span<UInt8>) -> Bool {
    guard utf8.count.isMultiple(of: 2) else { return false }
    let half = utf8.count / 2
    for index in 0..<half where utf8[index] != utf8[half + index] { return false }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// What the grammar sees at the start of a target.
  private struct Target {
    let letters: Letters
    let opening: Comparison?
    /// Digits and points.
    let number: Range<Int>
    let rest: Range<Int>

    init(_ text: String) {
      letters = Letters(text)
      opening = Comparison(opening: letters)
      let start = opening?.count ?? 0
      number = Self.number(in: letters, from: start)
      rest = number.upperBound..<letters.count
    }

    static func number(in letters: Letters, from start: Int) -> Range<Int> {
      var end = start
      while let scalar = letters[end], scalar.isDigit || (scalar == "." && end > start) { end += 1 }
      while end > start, letters[end - 1] == "." { end -= 1 }
      return start..<end
    }

    var openingText: String { letters.text(0..<number.lowerBound) }
    var restHasDigits: Bool { letters.scalars[rest].contains(where: \.isDigit) }
  }

  /// `标箱标箱`: a target of words alone.
  private static func repeatedWord(_ target: Target) -> DoubledCondition? {
    guard target.number.isEmpty, target.opening == nil, let half = half(target.letters, target.rest) else { return nil }
    let word = target.letters.text(half)
    return DoubledCondition(word, because: Evidence("repetition", text: word))
  }

  /// `0明显提升`: the number that the form demands, before a target in words.
  private static func zeroBeforeWords(_ target: Target) -> DoubledCondition? {
    guard target.number.count == 1, target.letters[target.number.lowerBound] == "0" else { return nil }
    let words = [
      "明显", "显著", "有效", "持续", "不断", "逐步", "进一步", "稳步", "大幅", "较好", "良好", "得到", "充分", "基本", "全面", "按时", "按期", "按计划",
    ]
    let text = target.letters.text(target.rest)
    guard
      grades.contains(text)
        || target.rest.count >= 4
          && words.contains(where: { target.letters.starts(with: $0.unicodeScalars, at: target.rest.lowerBound) })
    else { return nil }
    return DoubledCondition(text, .likely, because: Evidence("qualitative", text: text))
  }

  /// What says how good something is and is the whole of a target; none of them counts anything.
  private static let grades: Set<String> = [
    "优", "良", "中", "差", "优秀", "优良", "良好", "较好", "合格", "达标", "及时", "长期", "满意", "提高", "提升", "改善", "增强", "完成",
    "完善", "健全", "稳定", "规范", "是", "否",
  ]

  /// `≥95≥95%`, `854万854万`, `12月31日前12月31日前`: the same condition again.
  private static func repeatedCondition(_ target: Target) -> DoubledCondition? {
    let letters = target.letters
    guard target.restHasDigits, let first = DecimalDigits(letters.scalars[target.number]) else { return nil }
    if let half = half(letters, target.number.lowerBound..<letters.count) {
      let text = letters.text(half)
      return DoubledCondition(target.openingText + text, because: Evidence("repetition", text: text))
    }
    var index = target.rest.lowerBound
    while let scalar = letters[index], !scalar.isDigit, !">≥=≤<".unicodeScalars.contains(scalar) { index += 1 }
    let unit = target.rest.lowerBound..<index
    let hasOperator = letters[index]?.isDigit == false
    if hasOperator {
      guard target.opening?.count == 1, letters[index] == letters[0] else { return nil }
      index += 1
    }
    let again = Target.number(in: letters, from: index)
    let secondUnit = again.upperBound..<letters.count
    guard let second = DecimalDigits(letters.scalars[again]), first == second,
      !letters.scalars[secondUnit].contains(where: \.isDigit)
    else { return nil }
    let isSameUnit = letters.scalars[unit].elementsEqual(letters.scalars[secondUnit])
    if isSameUnit && !unit.isEmpty || hasOperator && (isSameUnit || unit.isEmpty) {
      let text = target.openingText + letters.text(target.number) + letters.text(secondUnit)
      return DoubledCondition(text, because: Evidence("repetition", text: letters.text(target.rest)))
    }
    return repeatedWithClosing(target, unit, secondUnit)
  }

  /// `≥80%80%以上`: the number and its unit again, and the condition in words.
  private static func repeatedWithClosing(
    _ target: Target, _ unit: Range<Int>, _ again: Range<Int>
  ) -> DoubledCondition? {
    let letters = target.letters
    guard !unit.isEmpty, let closing = Comparison(closing: letters, in: again),
      letters.scalars[unit].elementsEqual(letters.scalars[again.lowerBound..<again.upperBound - closing.count])
    else { return nil }
    if let opening = target.opening {
      guard opening.direction == closing.direction, opening.isInclusive || !closing.isInclusive else { return nil }
    }
    let kept = target.opening == nil ? again : unit
    let text = target.openingText + letters.text(target.number) + letters.text(kept)
    return DoubledCondition(text, because: Evidence("repetition", text: letters.text(target.rest)))
  }

  /// `≥9595及以上`: the number again, with more or less proof.
  private static func doubledNumber(_ target: Target, _ indicator: String?) -> DoubledCondition? {
    let letters = target.letters
    guard !target.restHasDigits, let (half, isOneNumber) = numberHalf(letters, target.number),
      let value = DecimalDigits(letters.scalars[half]),
      // 95959595 may be 9595 twice or 95 four times.
      numberHalf(letters, half) == nil
    else { return nil }
    let closing = Comparison(closing: letters, in: target.rest)
    let unit = target.rest.lowerBound..<target.rest.upperBound - (closing?.count ?? 0)
    if let closing, let opening = target.opening, opening.direction != closing.direction { return nil }

    let repeatsOpening = closing != nil && target.opening != nil
    let kept = target.openingText + letters.text(half) + letters.text(unit)
    let text = repeatsOpening ? kept : kept + letters.text(unit.upperBound..<letters.count)

    // `>` leaves the number out and 及以上 takes it in: one of them is wrong.
    let agrees = target.opening?.isInclusive == true || closing?.isInclusive == false
    if let closing, repeatsOpening, agrees, unit.isEmpty {
      let tail = letters.text(letters.count - closing.count..<letters.count)
      return DoubledCondition(text, because: Evidence("tail", text: tail))
    }
    let exceeds =
      isOneNumber && DecimalDigits(letters.scalars[target.number])?.exceedsHundred == true && !value.exceedsHundred
    if exceeds && (closing == nil || agrees || !repeatsOpening) {
      if letters.text(unit) == "%", indicator.map({ !RateName.mayExceedHundred($0) }) ?? true {
        return DoubledCondition(text, because: Evidence("percentage", text: "%"))
      }
      if unit.isEmpty, closing == nil, let rate = indicator.flatMap(RateName.init) {
        return DoubledCondition(text, because: Evidence("rate", text: rate.ending))
      }
    }
    // A bare 1010 says nothing, and 2020 is a year.
    if target.opening == nil && unit.isEmpty && closing == nil { return nil }
    let isYear = DecimalDigits(letters.scalars[target.number])?.isYear ?? false
    if isYear && (unit.isEmpty || letters[unit.lowerBound] == "年") { return nil }
    return DoubledCondition(text, .possible, because: Evidence("halves", text: letters.text(half)))
  }

  /// `100标箱标箱`, `95%%`.
  private static func doubledUnit(_ target: Target) -> DoubledCondition? {
    let letters = target.letters
    guard !target.number.isEmpty, !target.restHasDigits else { return nil }
    let closing = Comparison(closing: letters, in: target.rest)
    let unit = target.rest.lowerBound..<target.rest.upperBound - (closing?.count ?? 0)
    let isDoubledSign = unit.count == 2 && letters[unit.lowerBound] == "%" && letters[unit.lowerBound + 1] == "%"
    let half = isDoubledSign ? unit.lowerBound..<unit.lowerBound + 1 : half(letters, unit)
    guard let half else { return nil }
    let text = letters.text(0..<half.upperBound) + letters.text(unit.upperBound..<letters.count)
    return DoubledCondition(text, because: Evidence("repetition", text: letters.text(half)))
  }

  /// The first half of a doubled word of two characters or more; one character twice (`人人`) is a word.
  private static func half(_ letters: Letters, _ range: Range<Int>) -> Range<Int>? {
    guard range.count >= 4, range.count.isMultiple(of: 2) else { return nil }
    let middle = range.lowerBound + range.count / 2
    let half = range.lowerBound..<middle
    guard letters.scalars[half].elementsEqual(letters.scalars[middle..<range.upperBound]),
      letters.scalars[half].contains(where: { $0 != letters.scalars[middle] }),
      letters.scalars[half].contains(where: \.isHan)
    else { return nil }
    return half
  }

  /// The first half of a doubled number, and whether the digits would also make one number. The half has two digits or
  /// more: 11 may well be eleven. So may 1.001 be a number; 95.095 is doubled only if its whole part is as long.
  private static func numberHalf(_ letters: Letters, _ number: Range<Int>) -> (Range<Int>, isOneNumber: Bool)? {
    let points = letters.scalars[number].count { $0 == "." }
    guard number.count >= 4, points <= 2 else { return nil }
    let middle = number.lowerBound + number.count / 2
    let cuts = points == 0 ? middle..<middle + 1 : number.lowerBound + 1..<number.upperBound
    if points == 0 && !number.count.isMultiple(of: 2) { return nil }
    for cut in cuts {
      guard let first = DecimalDigits(letters.scalars[number.lowerBound..<cut]),
        let second = DecimalDigits(letters.scalars[cut..<number.upperBound]), first == second
      else { continue }
      let hasTwoDigits = points == 2 || second.wholeCount >= 2
      if hasTwoDigits { return (number.lowerBound..<cut, points < 2) }
    }
    return nil
  }
}
