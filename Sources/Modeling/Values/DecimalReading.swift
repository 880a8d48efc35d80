/// A number as it stands in a text.
struct Numeral {
  /// nil where the digits don't make a number: groups that are not of three, two points, too many digits.
  var value: Decimal?
  var range: Range<Int>
  /// Digits before and after the point.
  var wholeDigits = 0
  var fractionDigits = 0
  /// More than 15 significant digits.
  var isTooLong = false
}

extension Decimal {
  /// A text that is a number and nothing else, white space around it apart: ASCII or full-width digits, a sign, a point,
  /// separators between groups of three. No exponent.
  package init?(_ text: String) {
    let utf8 = text.utf8Span
    let bytes = utf8.span
    let range = bytes.trimmed(0..<bytes.count)
    let (isNegative, start) = Self.sign(bytes, at: range.lowerBound)
    guard let numeral = Self.scan(bytes, at: start), numeral.range.upperBound == range.upperBound,
      let value = numeral.value
    else { return nil }
    self = isNegative ? value.negated : value
  }

  /// Whether a minus stands at `position`, and where the digits begin.
  static func sign(_ bytes: Span<UInt8>, at position: Int) -> (isNegative: Bool, digits: Int) {
    guard let (isNegative, end) = signs.match(bytes, at: position) else { return (false, position) }
    return (isNegative, end)
  }

  /// The number without a sign that begins at `start`; nil if no digit stands there. It takes all that hangs
  /// together as digits, separators and points, so that half a broken number is never read as a whole one.
  static func scan(_ bytes: Span<UInt8>, at start: Int) -> Numeral? {
    guard bytes.digit(at: start) != nil else { return nil }
    var result = Numeral(value: nil, range: start..<start)
    var (coefficient, significant, zeros): (Int64, Int, Int) = (0, 0, 0)
    var isBroken = false
    var groupDigits = -1
    var hasPoint = false
    var position = start
    while true {
      if let digit = bytes.digit(at: position) {
        position = bytes.scalarEnd(position)
        if hasPoint { result.fractionDigits += 1 } else { result.wholeDigits += 1 }
        if groupDigits >= 0, !hasPoint { groupDigits += 1 }
        if digit == 0 {
          if significant > 0 { zeros += 1 }
          continue
        }
        significant += zeros + 1
        if significant > 15 {
          result.isTooLong = true
          continue
        }
        for _ in 0...zeros { coefficient *= 10 }
        coefficient += Int64(digit)
        zeros = 0
      } else if let separator = end(bytes, of: (",", "，"), at: position), bytes.digit(at: separator) != nil {
        isBroken = isBroken || hasPoint || groupDigits == -1 && (result.wholeDigits > 3 || significant == 0)
        isBroken = isBroken || groupDigits != -1 && groupDigits != 3
        groupDigits = 0
        position = separator
      } else if let point = end(bytes, of: (".", "．"), at: position), bytes.digit(at: point) != nil {
        isBroken = isBroken || hasPoint
        hasPoint = true
        position = point
      } else {
        break
      }
    }
    isBroken = isBroken || groupDigits != -1 && groupDigits != 3
    result.range = start..<position
    if !isBroken, !result.isTooLong {
      result.value = Decimal(coefficient: coefficient, exponent: (significant > 0 ? zeros : 0) - result.fractionDigits)
    }
    return result
  }

  /// Where a mark ends that stands at `position` in half or full width.
  private static func end(
    _ bytes: Span<UInt8>, of mark: (half: Unicode.Scalar, full: Unicode.Scalar), at position: Int
  ) -> Int? {
    if bytes.isScalar(mark.half, at: position) { return position + 1 }
    return bytes.isScalar(mark.full, at: position) ? position + 3 : nil
  }

  private static let signs = WordTable([("-", true), ("－", true), ("−", true), ("+", false), ("＋", false)])
}
