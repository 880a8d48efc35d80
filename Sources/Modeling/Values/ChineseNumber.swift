/// Numbers below ten thousand in Chinese numerals, as in 三次 or 百分之九十五.
enum ChineseNumber {
  /// Reads the numeral at `position` and moves past it. Strict: places descend, and colloquial 二百五 is not read,
  /// nor are digits in a row (二〇二一).
  static func read(_ bytes: Span<UInt8>, at position: inout Int) -> Decimal? {
    var (value, place, cursor) = (0, 10_000, position)
    var hasZero = false
    while true {
      if bytes.isScalar("零", at: cursor), value > 0, !hasZero {
        hasZero = true
        cursor += 3
        continue
      }
      var digit = digit(bytes, at: cursor)
      if digit != nil {
        cursor += 3
      } else if value == 0, bytes.isScalar("十", at: cursor) {
        digit = 1
      }
      guard let digit else { break }
      if let next = self.place(bytes, at: cursor) {
        guard next < place else { return nil }
        value += digit * next
        place = next
        cursor += 3
        hasZero = false
      } else {
        guard place == 10_000 || place == 10 || hasZero else { return nil }
        value += digit
        hasZero = false
        break
      }
    }
    guard value > 0, !hasZero else { return nil }
    guard let fraction = fraction(bytes, at: &cursor) else { return nil }
    position = cursor
    return Decimal(coefficient: Int64(value))?.adding(fraction)
  }

  /// 点 and the digits behind it, at most six; zero where there is no 点.
  private static func fraction(_ bytes: Span<UInt8>, at cursor: inout Int) -> Decimal? {
    guard bytes.isScalar("点", at: cursor), digit(bytes, at: cursor + 3) != nil else { return .zero }
    cursor += 3
    var (value, digits): (Int64, Int) = (0, 0)
    while let digit = bytes.isScalar("零", at: cursor) ? 0 : digit(bytes, at: cursor) {
      if digits == 6 { return nil }
      value = value * 10 + Int64(digit)
      digits += 1
      cursor += 3
    }
    return Decimal(coefficient: value, exponent: -digits)
  }

  /// The number of a year, a month or a day: 二〇二一, 十二, 三十一. The digits are those that it would have in Arabic numerals.
  static func calendar(_ bytes: Span<UInt8>, at start: Int) -> (value: Int, digits: Int, end: Int)? {
    guard (0xE2...0xE9).contains(bytes.byte(at: start)) else { return nil }
    if let (year, end) = year(bytes, at: start) { return (year, 4, end) }
    var (value, end) = (0, start)
    if let tens = calendarDigit(bytes, at: start), tens > 0 {
      (value, end) = (tens, start + 3)
    }
    if bytes.isScalar("十", at: end) {
      guard value != 1, value <= 3 else { return nil }
      value = max(1, value) * 10
      end += 3
      if let ones = calendarDigit(bytes, at: end), ones > 0 { (value, end) = (value + ones, end + 3) }
    }
    guard value > 0, calendarDigit(bytes, at: end) == nil, place(bytes, at: end) == nil else { return nil }
    return (value, value < 10 ? 1 : 2, end)
  }

  /// Four digits in a row.
  private static func year(_ bytes: Span<UInt8>, at start: Int) -> (value: Int, end: Int)? {
    var (value, end) = (0, start)
    for _ in 0..<4 {
      guard let digit = calendarDigit(bytes, at: end) else { return nil }
      value = value * 10 + digit
      end += 3
    }
    return calendarDigit(bytes, at: end) == nil && place(bytes, at: end) == nil ? (value, end) : nil
  }

  /// Zero to nine; 两 counts, and names no month.
  private static func calendarDigit(_ bytes: Span<UInt8>, at position: Int) -> Int? {
    zeros.stands(bytes, at: position) ? 0 : bytes.isScalar("两", at: position) ? nil : digit(bytes, at: position)
  }

  private static let zeros = Words(["〇", "零", "○"])

  /// One to nine.
  static func digit(_ bytes: Span<UInt8>, at position: Int) -> Int? {
    guard (0xE4...0xE5).contains(bytes.byte(at: position)) else { return nil }
    return digits.match(bytes, at: position)?.value
  }

  private static func place(_ bytes: Span<UInt8>, at position: Int) -> Int? {
    if bytes.isScalar("十", at: position) { return 10 }
    if bytes.isScalar("百", at: position) { return 100 }
    if bytes.isScalar("千", at: position) { return 1000 }
    return nil
  }

  private static let digits = WordTable([
    ("一", 1), ("二", 2), ("两", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8), ("九", 9),
  ])
}
