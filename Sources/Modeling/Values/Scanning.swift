extension Range where Bound == Int {
  /// From `start` to `end`; empty at `start` where that lies behind `end`, as after skipping white space.
  static func from(_ start: Int, to end: Int) -> Range { start..<Swift.max(start, end) }
}

/// What the readers of values ask of a text, at UTF-8 offsets into its bytes. Nothing here traps: a position
/// outside the text holds no digit, no space and no word.
extension Span where Element == UInt8 {
  /// The byte at `position`; 0 outside.
  func byte(at position: Int) -> UInt8 {
    position >= 0 && position < count ? self[position] : 0
  }

  func has(_ word: String, at position: Int) -> Bool {
    let utf8 = word.utf8Span
    let word = utf8.span
    guard position >= 0, position &+ word.count <= count else { return false }
    for offset in 0..<word.count where self[position &+ offset] != word[offset] { return false }
    return true
  }

  func has(_ word: String, endingAt end: Int) -> Bool {
    has(word, at: end - word.utf8.count)
  }

  /// Whether `scalar` stands at `position`; folded to three comparisons where it is a literal.
  @inline(__always)
  func isScalar(_ scalar: Unicode.Scalar, at position: Int) -> Bool {
    let value = scalar.value
    if value < 0x80 { return value == UInt32(byte(at: position)) && position < count }
    if value < 0x800 {
      return UInt32(byte(at: position)) == 0xC0 | value >> 6 && UInt32(byte(at: position &+ 1)) == 0x80 | value & 63
    }
    return UInt32(byte(at: position)) == 0xE0 | value >> 12
      && UInt32(byte(at: position &+ 1)) == 0x80 | value >> 6 & 63
      && UInt32(byte(at: position &+ 2)) == 0x80 | value & 63
  }

  /// Where the scalar at `position` ends; never past the text.
  func scalarEnd(_ position: Int) -> Int {
    let lead = byte(at: position)
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return Swift.min(position &+ length, Swift.max(count, position))
  }

  /// Where the scalar that ends at `end` starts; never before the text.
  func scalarStart(before end: Int) -> Int {
    var start = end - 1
    while start > 0, byte(at: start) & 0xC0 == 0x80 { start -= 1 }
    return Swift.max(0, start)
  }

  func scalarCount(_ range: Range<Int>) -> Int {
    var result = 0
    for position in range where byte(at: position) & 0xC0 != 0x80 { result += 1 }
    return result
  }

  /// The value of the digit at `position`, ASCII or full width; nil if none stands there.
  func digit(at position: Int) -> Int? {
    let first = byte(at: position)
    if first >= 0x30, first <= 0x39 { return Int(first &- 0x30) }
    guard first == 0xEF, byte(at: position + 1) == 0xBC else { return nil }
    let last = byte(at: position + 2)
    return last >= 0x90 && last <= 0x99 ? Int(last &- 0x90) : nil
  }

  /// Whether a digit stands anywhere in `range`.
  func hasDigit(in range: Range<Int>) -> Bool {
    for position in range where digit(at: position) != nil { return true }
    return false
  }

  /// The digits at `start` as a whole number; nil if there are none or more than nine.
  func integer(at start: Int) -> (value: Int, digits: Int, end: Int)? {
    var (value, digits, end) = (0, 0, start)
    while let digit = digit(at: end) {
      if digits == 9 { return nil }
      value = value * 10 + digit
      digits += 1
      end = scalarEnd(end)
    }
    return digits == 0 ? nil : (value, digits, end)
  }

  /// The number of a year, a month or a day at `start`, in digits or in Chinese numerals.
  func calendarNumber(at start: Int) -> (value: Int, digits: Int, end: Int)? {
    integer(at: start) ?? ChineseNumber.calendar(self, at: start)
  }

  /// The length of the white space scalar at `position`; 0 if none stands there.
  func spaceLength(at position: Int) -> Int {
    switch byte(at: position) {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2 where byte(at: position + 1) == 0xA0: 2
    // U+2000 to U+200B, U+202F, and U+3000.
    case 0xE2 where byte(at: position + 1) == 0x80:
      (0x80...0x8B).contains(byte(at: position + 2)) || byte(at: position + 2) == 0xAF ? 3 : 0
    case 0xE3 where byte(at: position + 1) == 0x80 && byte(at: position + 2) == 0x80: 3
    default: 0
    }
  }

  func skippingSpaces(_ position: Int) -> Int {
    var position = position
    while case let length = spaceLength(at: position), length > 0 { position += length }
    return position
  }

  /// `range` without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = Swift.min(skippingSpaces(range.lowerBound), range.upperBound)
    var end = range.upperBound
    while end > start {
      let last = scalarStart(before: end)
      if spaceLength(at: last) == 0 { break }
      end = last
    }
    return .from(start, to: end)
  }

  func string(_ range: Range<Int>) -> String {
    do {
      return String(copying: try UTF8Span(validating: extracting(range.clamped(to: 0..<count))))
    } catch {
      return ""
    }
  }
}
