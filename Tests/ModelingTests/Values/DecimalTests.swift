import Modeling
import TestSupport
import Testing

@Suite struct DecimalTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("000", "0"), ("0.00", "0"), ("21.00", "21"), ("007", "7"), ("0.05", "0.05"),
    ("100", "100"),
    ("1,234,567.80", "1234567.8"), ("１，２３４", "1234"), ("－５．５", "-5.5"), ("+3", "3"), (" 3 ", "3"),
    ("123456789012345", "123456789012345"), ("0.123456789012345", "0.123456789012345"),
    ("1000000000000000000", "1000000000000000000"),
  ]) func readsAndPrintsPlainDigits(text: String, printed: String) {
    #expect(Decimal(text)?.description == printed)
  }

  @Test(arguments: [
    "", "-", ".", ".5", "5.", "1e5", "1,23", "1234,567", "1,2345", ",123", "1.2.3", "1.234,567", "0,123", "1 2", "九",
    "--1",
    "1234567890123456", "0.1234567890123456", "100000000000000000000000",
  ]) func refusesWhatIsNotOneNumber(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test func arithmeticThatNeedsMoreDigitsGivesNothing() throws {
    let most = try #require(Decimal(999_999_999_999_999))
    let one = try #require(Decimal(1))
    // A power of ten has one significant digit.
    #expect(most.adding(one)?.description == "1000000000000000")
    #expect(most.adding(try #require(Decimal("0.1"))) == nil)
    #expect(most.multiplied(by: 3) == nil)
    #expect(most.multiplied(by: Int.max) == nil)
    #expect(one.multiplied(byPowerOfTen: 22)?.description == "1" + String(repeating: "0", count: 22))
    #expect(one.multiplied(byPowerOfTen: 23) == nil)
    #expect(one.multiplied(byPowerOfTen: Int.max) == nil)
    #expect(one.multiplied(byPowerOfTen: Int.min) == nil)
    #expect(try #require(Decimal("10000000000000000000000")).adding(try #require(Decimal("0.0001"))) == nil)
    #expect(Decimal(Int.max) == nil)
    #expect(Decimal(Int.min) == nil)
  }

  @Test(arguments: [("12", 12), ("1200", 1200), ("-3", -3), ("0", 0), ("1.5", nil), ("10000000000000000000", nil)])
  func isWholeOnlyWithoutAFraction(text: String, whole: Int?) {
    #expect(Decimal(text)?.whole == whole)
  }

  @Test func printingAndReadingAreInverse() throws {
    var random = SplitMix(seed: 4)
    for _ in 0..<5000 {
      let value = random.decimal()
      #expect(Decimal(value.description) == value)
      // What JSON readers do: the nearest double, and its shortest digits back.
      #expect(Double(value.description) == value.double)
    }
  }

  @Test func orderAndArithmeticAreThoseOfTheNumbers() throws {
    var random = SplitMix(seed: 5)
    for _ in 0..<5000 {
      let (one, other) = (random.decimal(), random.decimal())
      // Both below 10^15 in units of 10^-9, which 128 bits hold.
      let (first, second) = (scaled(one), scaled(other))
      #expect((one < other) == (first < second), "\(one) \(other)")
      #expect((one == other) == (first == second))
      if let sum = one.adding(other) {
        #expect(scaled(sum) == first + second, "\(one) \(other)")
        #expect(sum.subtracting(other) == one)
      }
      #expect(one.adding(other) == other.adding(one))
      #expect(one.subtracting(one) == .zero)
      let factor = Int.random(in: -1000...1000, using: &random)
      if let product = one.multiplied(by: factor) { #expect(scaled(product) == first * Int128(factor)) }
      if let shifted = one.multiplied(byPowerOfTen: 4) { #expect(shifted.multiplied(byPowerOfTen: -4) == one) }
    }
  }

  private func scaled(_ value: Decimal) -> Int128 {
    var result = Int128(value.coefficient)
    for _ in 0..<(Int(value.exponent) + 9) { result *= 10 }
    return result
  }
}

extension SplitMix {
  fileprivate mutating func decimal() -> Decimal {
    let digits = Int.random(in: 0...14, using: &self)
    var limit: Int64 = 1
    for _ in 0..<digits { limit *= 10 }
    let coefficient = Int64.random(in: -limit...limit, using: &self)
    return Decimal(coefficient: coefficient, exponent: Int.random(in: -9...6, using: &self)) ?? .zero
  }
}
