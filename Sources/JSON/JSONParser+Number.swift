extension JSONParser {
  /// Reads the number that begins at `offset` with a digit or `-`.
  mutating func number(in text: Span<UInt8>) throws(JSONError) -> Double {
    let start = offset
    let isNegative = skip(UInt8(ascii: "-"), in: text)
    var significand = Significand()
    if !skip(UInt8(ascii: "0"), in: text) { try readDigits(into: &significand, in: text) }
    if skip(UInt8(ascii: "."), in: text) {
      let point = offset
      try readDigits(into: &significand, in: text)
      significand.exponent -= offset - point
    }
    if offset < text.count, text[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      let isSmall = skip(UInt8(ascii: "-"), in: text)
      if !isSmall { _ = skip(UInt8(ascii: "+"), in: text) }
      var exponent = Significand()
      try readDigits(into: &exponent, in: text)
      // An exponent of any length is a range error, or harmless after 0; 10^6 is beyond both ends.
      let power = Int(min(exponent.value, 1_000_000))
      significand.exponent += isSmall ? -power : power
    }
    if let value = significand.exact { return isNegative ? -value : value }
    let value = Double(text.extracting(start..<offset).string)
    guard let value, value.isFinite, value != 0 || significand.value == 0 else {
      throw JSONError(.numberOutOfRange, at: start, in: text)
    }
    return value
  }

  private mutating func readDigits(into significand: inout Significand, in text: Span<UInt8>) throws(JSONError) {
    guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= (try byte(in: text)) else {
      throw JSONError(.unexpected(expected: .digit), at: offset, in: text)
    }
    while offset < text.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[offset] {
      significand.add(UInt64(text[offset] & 0xF))
      offset += 1
    }
  }
}

/// The digits of a number as an integer, and the power of ten that it is to be multiplied with.
private struct Significand {
  /// Stands still above 10^18: then only whether it is 0 counts.
  private(set) var value: UInt64 = 0
  private var isTruncated = false
  var exponent = 0

  mutating func add(_ digit: UInt64) {
    if value < 1_000_000_000_000_000_000 {
      value = value * 10 + digit
    } else {
      isTruncated = true
    }
  }

  /// The number, where integer and power are both exact doubles, so that one operation rounds once.
  var exact: Double? {
    guard !isTruncated, value <= 1 << 53, -22...22 ~= exponent else { return nil }
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? Double(value) / power : Double(value) * power
  }
}
