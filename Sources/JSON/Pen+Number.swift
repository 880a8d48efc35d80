extension Pen {
  /// A finite number as ECMAScript's `Number::toString` lays it out; at most 25 bytes, with room for 32.
  @inline(__always) mutating func put(number value: Double) {
    if value < 0 { put(UInt8(ascii: "-")) }
    let whole = UInt64(min(value.magnitude, 1e15))
    if whole < 1_000_000_000_000_000, Double(whole) == value.magnitude {
      putDigits(whole)
    } else {
      put(Decimal(thousandthsOf: value.magnitude) ?? Decimal(shortestOf: value.magnitude))
    }
  }

  /// ECMA-262, Number::toString: k digits, the point after the n-th of them.
  private mutating func put(_ decimal: Decimal) {
    let digits = decimal.digits
    let k = digits.decimalPlaces
    let n = k + decimal.exponent
    switch n {
    case k...max(k, 21):
      guard n <= 21 else { return putScientific(digits, k, n) }
      putDigits(digits)
      putZeros(n - k)
    case 1...21:
      let unit = UInt64.powerOfTen(k - n)
      putDigits(digits / unit)
      put(UInt8(ascii: "."))
      putDigits(digits % unit, places: k - n)
    case -5...0:
      put(UInt8(ascii: "0"))
      put(UInt8(ascii: "."))
      putZeros(-n)
      putDigits(digits)
    default:
      putScientific(digits, k, n)
    }
  }

  private mutating func putScientific(_ digits: UInt64, _ k: Int, _ n: Int) {
    let unit = UInt64.powerOfTen(k - 1)
    putDigits(digits / unit)
    if k > 1 {
      put(UInt8(ascii: "."))
      putDigits(digits % unit, places: k - 1)
    }
    put(UInt8(ascii: "e"))
    put(n > 0 ? UInt8(ascii: "+") : UInt8(ascii: "-"))
    putDigits(UInt64((n - 1).magnitude))
  }

  private mutating func putZeros(_ count: Int) {
    for _ in 0..<count { put(UInt8(ascii: "0")) }
  }
}

/// The shortest decimal that reads back as a positive double: digits × 10^exponent. The digits are
/// 17 at most and don't end in 0.
struct Decimal: Equatable {
  private(set) var digits: UInt64
  private(set) var exponent: Int

  /// A number with up to three decimals below 10^12, which is all that filings hold; nil for others.
  ///
  /// Two decimals of up to 15 digits never share a double, so if thousandths / 1000 gives the value
  /// back, nothing shorter does.
  init?(thousandthsOf magnitude: Double) {
    guard magnitude >= 0.001, magnitude < 1e12 else { return nil }
    let thousandths = (magnitude * 1000).rounded()
    guard thousandths / 1000 == magnitude else { return nil }
    self.init(digits: UInt64(thousandths), exponent: -3)
  }

  /// Any positive, finite number: Swift's `description` finds the same digits as ECMAScript, but lays
  /// them out differently ("1e-05", "100.0").
  init(shortestOf magnitude: Double) {
    var digits: UInt64 = 0
    var places = 0
    var exponent = 0
    var isAfterPoint = false
    var isExponent = false
    var isNegative = false
    for byte in magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): isAfterPoint = true
      case UInt8(ascii: "e"): isExponent = true
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte & 0xF
        if isExponent {
          exponent = exponent &* 10 &+ Int(digit)
        } else {
          digits = digits &* 10 &+ UInt64(digit)
          if isAfterPoint { places &+= 1 }
        }
      default: break
      }
    }
    self.init(digits: digits, exponent: (isNegative ? -exponent : exponent) - places)
  }

  private init(digits: UInt64, exponent: Int) {
    self.digits = digits
    self.exponent = exponent
    while self.digits > 0, self.digits % 10 == 0 {
      self.digits /= 10
      self.exponent += 1
    }
  }
}

extension UInt64 {
  /// How many digits it is written with; 1 for 0.
  @inline(__always) var decimalPlaces: Int {
    var places = 1
    var power: UInt64 = 10
    while places < 20, self >= power {
      places &+= 1
      power = places < 20 ? power &* 10 : power
    }
    return places
  }

  /// 10^exponent for exponents from 0 to 19.
  static func powerOfTen(_ exponent: Int) -> UInt64 {
    var power: UInt64 = 1
    for _ in 0..<exponent { power &*= 10 }
    return power
  }
}
