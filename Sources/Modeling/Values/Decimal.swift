/// An exact decimal number of at most 15 significant digits.
///
/// 15 is what a `Double` carries through any decimal and back, so every value can be published as a JSON number
/// and read again without loss. An operation whose result needs more digits gives nil.
package struct Decimal: Hashable, Sendable {
  /// The significant digits, without trailing zeros; below 10^15 in magnitude.
  package let coefficient: Int64
  /// The power of ten that they are multiplied by; 0 for zero.
  package let exponent: Int8

  package static let zero = Decimal(normal: 0, 0)

  /// Beyond 10^22 a power of ten is no longer exact as a `Double`.
  static let exponents = -22...22
  static let limit: Int64 = 1_000_000_000_000_000

  private init(normal coefficient: Int64, _ exponent: Int8) {
    self.coefficient = coefficient
    self.exponent = exponent
  }

  /// `coefficient` × 10^`exponent`; nil where that takes more than 15 digits or leaves the range of exponents.
  package init?(coefficient: Int64, exponent: Int = 0) {
    if coefficient == 0 {
      self = .zero
      return
    }
    var (coefficient, exponent) = (coefficient, exponent)
    while coefficient % 10 == 0 {
      coefficient /= 10
      exponent = exponent &+ 1
    }
    guard coefficient > -Self.limit, coefficient < Self.limit, Self.exponents.contains(exponent) else { return nil }
    self.init(normal: coefficient, Int8(truncatingIfNeeded: exponent))
  }

  package init?(_ whole: Int) {
    self.init(coefficient: Int64(whole))
  }

  package var isNegative: Bool { coefficient < 0 }

  /// The number as an integer; nil if it has a fraction or is too large.
  package var whole: Int? {
    if exponent < 0 { return nil }
    var result = Int(coefficient)
    for _ in 0..<Int(exponent) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }

  /// The nearest `Double`: one correctly rounded operation on two exact numbers.
  package var double: Double {
    var power = 1.0
    for _ in 0..<Int(exponent.magnitude) { power *= 10 }
    return exponent < 0 ? Double(coefficient) / power : Double(coefficient) * power
  }

  package func multiplied(byPowerOfTen power: Int) -> Decimal? {
    let (sum, overflow) = Int(exponent).addingReportingOverflow(power)
    return overflow ? nil : Decimal(coefficient: coefficient, exponent: sum)
  }

  package func multiplied(by factor: Int) -> Decimal? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: Int64(factor))
    return overflow ? nil : Decimal(coefficient: product, exponent: Int(exponent))
  }

  package func adding(_ other: Decimal) -> Decimal? {
    if coefficient == 0 { return other }
    if other.coefficient == 0 { return self }
    let (high, low) = exponent >= other.exponent ? (self, other) : (other, self)
    var aligned = high.coefficient
    for _ in 0..<(Int(high.exponent) - Int(low.exponent)) {
      // The lower number's last digit is not zero and stays, so what overflows here has too many digits.
      let (product, overflow) = aligned.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      aligned = product
    }
    let (sum, overflow) = aligned.addingReportingOverflow(low.coefficient)
    return overflow ? nil : Decimal(coefficient: sum, exponent: Int(low.exponent))
  }

  package func subtracting(_ other: Decimal) -> Decimal? {
    adding(Decimal(normal: -other.coefficient, other.exponent))
  }

  package var negated: Decimal { Decimal(normal: -coefficient, exponent) }
}

extension Decimal: Comparable {
  package static func < (one: Decimal, other: Decimal) -> Bool {
    if one.coefficient.signum() != other.coefficient.signum() {
      return one.coefficient.signum() < other.coefficient.signum()
    }
    if one.coefficient == 0 { return false }
    let (first, firstOrder) = one.padded
    let (second, secondOrder) = other.padded
    if firstOrder != secondOrder { return (firstOrder < secondOrder) != one.isNegative }
    return first < second
  }

  /// The digits filled up to 15, and the exponent that goes with them.
  private var padded: (digits: Int64, exponent: Int) {
    var (digits, exponent) = (coefficient, Int(exponent))
    while digits.magnitude < UInt64(Self.limit / 10) {
      digits *= 10
      exponent -= 1
    }
    return (digits, exponent)
  }
}

extension Decimal: CustomStringConvertible {
  /// Plain digits: no exponent, no separators, no zeros that say nothing.
  package var description: String {
    let digits = String(coefficient.magnitude)
    let sign = isNegative ? "-" : ""
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: Int(exponent)) }
    let fraction = Int(exponent.magnitude)
    if digits.utf8.count <= fraction {
      return sign + "0." + String(repeating: "0", count: fraction - digits.utf8.count) + digits
    }
    return sign + digits.dropLast(fraction) + "." + digits.suffix(fraction)
  }
}
