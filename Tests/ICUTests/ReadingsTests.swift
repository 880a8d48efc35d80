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

  @Test func theReadingsBuiltIntoTheProgramAreICUs() throws {
    let readings = try Self.readings.get()
    let points = [Readings.unified, Readings.extensionA, 0x3005...0x3007, 0x20...0x7E, 0xAC00...0xAC10]
    for scalar in points.joined().lazy.compactMap(Unicode.Scalar.init) {
      let (built, asked) = (Readings.standard.syllable(of: scalar), readings.syllable(of: scalar))
      if built != asked {
        Issue.record("\(scalar): \(Readings.standard.text(of: built)), not \(readings.text(of: asked))")
      }
    }
    #expect(Readings.standard.syllables == readings.syllables)
  }
}
