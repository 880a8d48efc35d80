@testable import JSON
import TestSupport
import Testing

@Suite struct JSONNumberTests {
  /// RFC 8785, appendix B: the bits of a double, and how it is written.
  static let appendixB: [(bits: UInt64, text: String)] = [
    (0x0000_0000_0000_0000, "0"),
    (0x8000_0000_0000_0000, "0"),
    (0x0000_0000_0000_0001, "5e-324"),
    (0x8000_0000_0000_0001, "-5e-324"),
    (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
    (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"),
    (0x4340_0000_0000_0000, "9007199254740992"),
    (0xC340_0000_0000_0000, "-9007199254740992"),
    (0x4430_0000_0000_0000, "295147905179352830000"),
    (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"),
    (0x44B5_2D02_C7E1_4AF6, "1e+23"),
    (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"),
    (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
    (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"),
    (0x444B_1AE4_D6E2_EF50, "1e+21"),
    (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"),
    (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
    (0x41B3_DE43_5555_5553, "333333333.3333332"),
    (0x41B3_DE43_5555_5554, "333333333.33333325"),
    (0x41B3_DE43_5555_5555, "333333333.3333333"),
    (0x41B3_DE43_5555_5556, "333333333.3333334"),
    (0x41B3_DE43_5555_5557, "333333333.33333343"),
    (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
    (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
  ]

  @Test(arguments: appendixB) func writesAppendixB(bits: UInt64, text: String) {
    #expect(written(Double(bitPattern: bits)) == text)
  }

  @Test(arguments: [
    (1.0, "1"), (-1.5, "-1.5"), (0.1, "0.1"), (100, "100"), (0.001, "0.001"), (0.095, "0.095"), (11.376, "11.376"),
    (-0.05, "-0.05"), (0.0001, "0.0001"), (1e-6, "0.000001"), (1e-7, "1e-7"), (1.5e-10, "1.5e-10"),
    (123e-20, "1.23e-18"), (1e15, "1000000000000000"), (1e20, "100000000000000000000"), (1e21, "1e+21"),
    (1.5e21, "1.5e+21"), (1e100, "1e+100"), (123456789012.345, "123456789012.345"),
    (999999999999.999, "999999999999.999"),
    (1234567890123.456, "1234567890123.456"), (0.1 + 0.2, "0.30000000000000004"), (.leastNonzeroMagnitude, "5e-324"),
    (4.35, "4.35"), (2.2250738585072014e-308, "2.2250738585072014e-308"), (123456.789012, "123456.789012"),
  ])
  func writesAsECMAScriptDoes(value: Double, text: String) {
    #expect(written(value) == text)
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (-7, "-7"), (10, "10"), (99, "99"), (100, "100"), (210_000, "210000"),
    (1 << 53, "9007199254740992"), (-(1 << 53), "-9007199254740992"), (1 << 60, "1152921504606847000"),
    (Int.min, "-9223372036854776000"),
  ])
  func writesIntegers(value: Int, text: String) {
    var writer = JSONWriter(.canonical)
    writer.integer(value)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    #expect(writer.failed == false)
  }

  @Test func failsOnWhatADoubleCannotHold() {
    for value in [Double.nan, .infinity, -.infinity] {
      var writer = JSONWriter(.canonical)
      writer.number(value)
      #expect(writer.failed == true)
      #expect(writer.bytes == Array("null".utf8))
      writer.removeAll(keepingCapacity: true)
      #expect(writer.failed == false)
    }
    for value in [1 << 53 + 1, Int.max, -(1 << 53) - 1] {
      var writer = JSONWriter(.canonical)
      writer.integer(value)
      #expect(writer.failed == true)
    }
  }

  @Test func everyDoubleReadsBackAsItself() throws {
    var random = SplitMix(seed: 8785)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(try JSONParser.parse(written(value)) == .number(value), "bits \(value.bitPattern)")
    }
  }

  @Test func theShortcutForThousandthsFindsTheShortestDigits() {
    var random = SplitMix(seed: 1000)
    var taken = 0
    for _ in 0..<20_000 {
      let thousandths = Double(random.next() >> UInt64.random(in: 14...60, using: &random))
      // Half are thousandths, half the doubles beside them.
      let value = Bool.random(using: &random) ? thousandths / 1000 : (thousandths / 1000).nextUp
      guard let short = Decimal(thousandthsOf: value) else { continue }
      taken += 1
      #expect(short == Decimal(shortestOf: value), "bits \(value.bitPattern)")
    }
    #expect(taken > 5_000)
  }

  private func written(_ value: Double) -> String {
    var writer = JSONWriter(.canonical)
    writer.number(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
