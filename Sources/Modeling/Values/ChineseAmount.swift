/// An amount in Chinese numerals, plain or capital, as it stands in a text: 二十一万元, 贰拾壹万元整, 三百元五角.
///
/// Strict, as money must be: places descend, a gap is said with 零, colloquial 二十万五 is not read, and neither is anything
/// with digits in it.
struct ChineseAmount {
  var yuan: Decimal
  /// Said behind the number; nil if the text says none and `yuan` is just the number.
  var unit: AmountUnit?
  var number: Range<Int>
  var unitRange: Range<Int>
}

extension ChineseAmount {
  /// Reads the amount at `start`, and whatever belongs to it: 角, 分, 整.
  static func read(_ bytes: Span<UInt8>, at start: Int) -> ChineseAmount? {
    guard let first = section(bytes, at: start, isFirst: true) else { return nil }
    // A number below ten thousand with its unit, as in 二十一点五万元.
    if let (fraction, end) = fraction(bytes, at: first.end), let whole = Decimal(coefficient: Int64(first.value)),
      let value = whole.adding(fraction), let (unit, unitEnd) = unit(bytes, at: end)
    {
      return closed(value, unit, bytes, start..<end, end..<unitEnd)
    }
    guard let (value, end) = cardinal(bytes, first), let whole = Decimal(coefficient: value) else { return nil }
    if let yuanEnd = yuanEnd(bytes, at: end) { return closed(whole, .yuan, bytes, start..<end, end..<yuanEnd) }
    // 三千二百万 without 元 says its unit only where nothing but 万 or 亿 is left to say.
    return end == first.end ? ChineseAmount(yuan: whole, unit: nil, number: start..<end, unitRange: end..<end) : nil
  }

  /// True if a numeral may begin with the scalar there.
  static func begins(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    digit(bytes, at: position) != nil || place(bytes, at: position) == 10
  }

  private static func closed(
    _ value: Decimal, _ unit: AmountUnit, _ bytes: Span<UInt8>, _ number: Range<Int>, _ unitRange: Range<Int>
  ) -> ChineseAmount? {
    guard var yuan = unit.yuan(value) else { return nil }
    var unitRange = unitRange
    if unit == .yuan, let (change, end) = change(bytes, at: unitRange.upperBound) {
      guard let sum = yuan.adding(change) else { return nil }
      yuan = sum
      unitRange = unitRange.lowerBound..<end
    }
    if let end = closings.end(bytes, at: unitRange.upperBound) { unitRange = unitRange.lowerBound..<end }
    return ChineseAmount(yuan: yuan, unit: unit, number: number, unitRange: unitRange)
  }

  // MARK: Numbers

  /// The thousands, hundreds, tens and ones of a numeral, and where they end. Further sections may begin with 零; of the
  /// first 一 may be left out before 十.
  private static func section(
    _ bytes: Span<UInt8>, at start: Int, isFirst: Bool
  ) -> (value: Int, beginsWithZero: Bool, end: Int)? {
    var (value, place, cursor) = (0, 10_000, start)
    let beginsWithZero = digit(bytes, at: start) == 0
    if beginsWithZero {
      cursor += 3
      // Nothing but zero: 零元.
      if isFirst {
        return digit(bytes, at: cursor) == nil && self.place(bytes, at: cursor) == nil ? (0, true, cursor) : nil
      }
    }
    var hasZero = false
    while true {
      var found = digit(bytes, at: cursor)
      if found == 0 {
        guard value > 0, !hasZero else { return nil }
        hasZero = true
        cursor += 3
        continue
      }
      if found != nil {
        cursor += 3
      } else if value == 0, isFirst, self.place(bytes, at: cursor) == 10 {
        found = 1
      }
      guard let digit = found else { break }
      if let next = self.place(bytes, at: cursor) {
        // A gap without 零, or 零 without a gap.
        guard next < place, value == 0 || hasZero == (next * 10 < place) else { return nil }
        value += digit * next
        place = next
        cursor += 3
        hasZero = false
      } else {
        guard value == 0 || hasZero == (place > 10) else { return nil }
        value += digit
        hasZero = false
        break
      }
    }
    guard value > 0, !hasZero else { return nil }
    return (value, beginsWithZero, cursor)
  }

  /// The whole number whose first section is `first`.
  private static func cardinal(
    _ bytes: Span<UInt8>, _ first: (value: Int, beginsWithZero: Bool, end: Int)
  ) -> (value: Int64, end: Int)? {
    var (total, section, end): (Int64, Int, Int) = (0, first.value, first.end)
    var last: Int64 = 1_000_000_000_000
    while let (scale, next) = scales.match(bytes, at: end) {
      guard scale < last, section > 0 else { return nil }
      total += Int64(section) * scale
      let previous = section
      (last, end, section) = (scale, next, 0)
      guard let following = self.section(bytes, at: next, isFirst: false) else { break }
      // 一亿零三万, 二十万零五百; 十万零七千 may be said so, since its 万 ends in nothing.
      let isGap = following.value < 1000 || scale == 100_000_000 && !scales.stands(bytes, at: following.end)
      if isGap ? !following.beginsWithZero : following.beginsWithZero && previous % 10 != 0 { return nil }
      (section, end) = (following.value, following.end)
    }
    return (total + Int64(section), end)
  }

  /// 点 and the digits behind it, at most six; zero where there is no 点.
  private static func fraction(_ bytes: Span<UInt8>, at start: Int) -> (value: Decimal, end: Int)? {
    guard bytes.isScalar("点", at: start) else { return (.zero, start) }
    var (value, digits, cursor): (Int64, Int, Int) = (0, 0, start + 3)
    while let digit = digit(bytes, at: cursor) {
      if digits == 6 { return nil }
      value = value * 10 + Int64(digit)
      digits += 1
      cursor += 3
    }
    guard digits > 0, let fraction = Decimal(coefficient: value, exponent: -digits) else { return nil }
    return (fraction, cursor)
  }

  /// 角 and 分 behind 元.
  private static func change(_ bytes: Span<UInt8>, at start: Int) -> (value: Decimal, end: Int)? {
    var cursor = digit(bytes, at: start) == 0 ? start + 3 : start
    var (cents, end): (Int64, Int?) = (0, nil)
    for (word, worth) in [("角", Int64(10)), ("分", Int64(1))] {
      guard let digit = digit(bytes, at: cursor), digit > 0, bytes.has(word, at: cursor + 3) else { continue }
      cents += Int64(digit) * worth
      cursor += 6
      end = cursor
    }
    guard let end, let value = Decimal(coefficient: cents, exponent: -2) else { return nil }
    return (value, end)
  }

  // MARK: Words

  /// The unit at `position`, where 元 may be left out behind 万 and 亿 at the end of the text.
  private static func unit(_ bytes: Span<UInt8>, at position: Int) -> (unit: AmountUnit, end: Int)? {
    if let (unit, end) = AmountUnit.scan(bytes, at: position) { return (unit, end) }
    if let end = yuanEnd(bytes, at: position) { return (.yuan, end) }
    guard let (scale, end) = scales.match(bytes, at: position) else { return nil }
    if let yuanEnd = yuanEnd(bytes, at: end) { return (scale == 10_000 ? .tenThousand : .hundredMillion, yuanEnd) }
    guard bytes.skippingSpaces(end) == bytes.count else { return nil }
    return (scale == 10_000 ? .tenThousand : .hundredMillion, end)
  }

  private static func yuanEnd(_ bytes: Span<UInt8>, at position: Int) -> Int? { yuans.end(bytes, at: position) }

  private static func digit(_ bytes: Span<UInt8>, at position: Int) -> Int? {
    guard (0xE3...0xE9).contains(bytes.byte(at: position)) else { return nil }
    return digits.match(bytes, at: position)?.value
  }

  private static func place(_ bytes: Span<UInt8>, at position: Int) -> Int? {
    guard (0xE4...0xE9).contains(bytes.byte(at: position)) else { return nil }
    return places.match(bytes, at: position)?.value
  }

  private static let digits = WordTable([
    ("零", 0), ("〇", 0), ("一", 1), ("二", 2), ("两", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7),
    ("八", 8), ("九", 9), ("壹", 1), ("贰", 2), ("叁", 3), ("肆", 4), ("伍", 5), ("陆", 6), ("柒", 7), ("捌", 8), ("玖", 9),
    ("貳", 2), ("參", 3), ("陸", 6),
  ])
  private static let places = WordTable([
    ("十", 10), ("百", 100), ("千", 1000), ("拾", 10), ("佰", 100), ("仟", 1000),
  ])
  private static let scales = WordTable<Int64>([
    ("万", 10_000), ("萬", 10_000), ("亿", 100_000_000), ("億", 100_000_000),
  ])
  private static let yuans = Words(["元", "圆", "圓"])
  private static let closings = Words(["整", "正"])
}
