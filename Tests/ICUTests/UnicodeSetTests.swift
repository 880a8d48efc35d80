import ICU
import Testing

@Suite struct UnicodeSetTests {
  @Test func aPatternGivesItsRanges() throws {
    #expect(try UnicodeSet("[０-９ac]").ranges == [0x61...0x61, 0x63...0x63, 0xFF10...0xFF19])
  }

  @Test func propertiesAndSupplementaryPlanesAreIn() throws {
    let set = try UnicodeSet("[\\p{Zs}\\U0002F800-\\U0002FA1F]")
    #expect(set.contains("\u{3000}") && set.contains("\u{2F800}"))
    #expect(!set.contains("年") && !set.contains("\u{2FA20}") && !set.contains("\u{1F}"))
  }

  @Test func aBadPatternFails() {
    #expect(throws: ICUError.self) { try UnicodeSet("[a") }
  }
}
