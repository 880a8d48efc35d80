import ICU
import Testing

@Suite struct ReadingsTests {
  private static let readings = Result { try Readings() }

  @Test(arguments: [
    ("之", "zhi"), ("知", "zhi"), ("里", "li"), ("绿", "lv"), ("路", "lu"), ("〇", "ling"), ("〻", ""), ("a", ""),
  ])
  func aCharacterReads(character: Unicode.Scalar, syllable: String) throws {
    let readings = try Self.readings.get()
    #expect(readings.text(of: readings.syllable(of: character)) == syllable)
  }

  @Test func homophonesShareAnID() throws {
    let readings = try Self.readings.get()
    #expect(readings.syllable(of: "理") == readings.syllable(of: "里"))
    #expect(readings.syllable(of: "理") != readings.syllable(of: "办"))
  }

  @Test func nearlyEveryUnifiedIdeographHasAReadingAndSyllablesAreFew() throws {
    let readings = try Self.readings.get()
    let known = (0x4E00...0x9FA5).lazy.compactMap(Unicode.Scalar.init).count { readings.syllable(of: $0) != 0 }
    #expect(known > 20_500)
    #expect(readings.syllables.count < 600)
    #expect(readings.text(of: .max).isEmpty)
  }
}
