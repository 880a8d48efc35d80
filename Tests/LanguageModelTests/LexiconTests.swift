import LanguageModel
import TestSupport
import Testing

@Suite struct LexiconTests {
  let lexicon: Lexicon

  init() throws { lexicon = try Installed.lexicon() }

  private func readings(of text: String) throws -> [String] {
    let word = try #require(lexicon.word(text))
    return lexicon.readings(of: word).map { lexicon.syllables(of: $0).map(\.text).joined(separator: " ") }
  }

  private func words(read text: String, _ sounds: NearSounds = .none) -> [String] {
    let syllables = text.split(separator: " ").compactMap { Syllable(String($0)) }
    var found: [String] = []
    lexicon.forEachWord(read: syllables.span, in: SoundClasses(sounds)) { word, _ in
      found.append(lexicon.text(of: word))
      return true
    }
    return found
  }

  @Test func holdsTheWholeDictionary() {
    #expect(lexicon.readingCount == 209_269)
    #expect(lexicon.count == 202_172)
  }

  @Test(arguments: [
    ("办理", ["ban li"]), ("班里", ["ban li"]), ("知情", ["zhi qing"]), ("之情", ["zhi qing"]), ("反映", ["fan ying"]),
    ("反应", ["fan ying"]), ("绿", ["lu", "lv"]), ("行", ["hang", "heng", "xing"]), ("略", ["lve"]), ("学", ["xue"]),
  ])
  func aWordHasItsReadings(text: String, expected: [String]) throws {
    #expect(try readings(of: text).sorted() == expected)
  }

  @Test(
    arguments: [("行", ["hang", "heng", "xing"]), ("办", ["ban"]), ("a", []), ("，", []), ("\u{1F600}", [])]
      as [(Unicode.Scalar, [String])])
  func aCharacterHasAllItsReadings(character: Unicode.Scalar, expected: [String]) {
    #expect(lexicon.syllables(of: character).map(\.text).sorted() == expected)
  }

  @Test(arguments: ["", "主动公开", "办理办", "办 理", "a", "\u{0}", "\u{1F600}", "\u{FFFF}"])
  func aWordThatIsNotThereIsNotFound(text: String) {
    #expect(lexicon.word(text) == nil)
  }

  @Test func everyWordIsFoundByItsText() {
    var utf8: [UInt8] = []
    var wrong: [String] = []
    for number in 0..<lexicon.count {
      guard let word = lexicon.word(number: number) else { continue }
      let text = lexicon.text(of: word)
      utf8.removeAll(keepingCapacity: true)
      lexicon.append(word, to: &utf8)
      let isFound = lexicon.word(text) == word && text.utf8.elementsEqual(utf8)
      if !isFound || lexicon.length(of: word) != text.utf16.count { wrong.append(text) }
    }
    #expect(wrong.isEmpty)
    #expect(lexicon.word(number: lexicon.count) == nil)
    #expect(lexicon.word(number: -1) == nil)
  }

  @Test func shorterWordsComeFirst() throws {
    let lengths = try (0..<lexicon.count).map { lexicon.length(of: try #require(lexicon.word(number: $0))) }
    #expect(lengths == lengths.sorted())
  }

  @Test func walkingFindsTheWordsThatATextBeginsWith() throws {
    let all = try Set((0..<lexicon.count).map { lexicon.text(of: try #require(lexicon.word(number: $0))) })
    var random = SplitMix(seed: 11)
    let alphabet = Array("提案质量办理建立健全知情沟通制度社情民意反映率中华人民共和国不断提高一二".unicodeScalars)
    for _ in 0..<3_000 {
      let scalars = (0..<Int.random(in: 1...8, using: &random)).compactMap { _ in alphabet.randomElement(using: &random)
      }
      var found: [String] = []
      var prefix = Lexicon.Prefix.start
      for scalar in scalars {
        guard let next = lexicon.descend(prefix, scalar) else { break }
        prefix = next
        if let word = lexicon.word(at: prefix) { found.append(lexicon.text(of: word)) }
      }
      let beginnings = (1...scalars.count).map { String(String.UnicodeScalarView(scalars.prefix($0))) }
      #expect(found == beginnings.filter(all.contains))
    }
  }

  @Test func homophonesAreFoundTheMostFrequentFirst() throws {
    #expect(words(read: "ban li").contains("办理") && words(read: "ban li").contains("班里"))
    #expect(Set(["知情", "之情"]).isSubset(of: words(read: "zhi qing")))
    #expect(Set(["反映", "反应"]).isSubset(of: words(read: "fan ying")))
    let scores = words(read: "zhi qing").compactMap { lexicon.word($0) }.map { lexicon.score(of: $0) }
    #expect(scores == scores.sorted(by: >) && scores.count > 2)
    #expect(words(read: "").isEmpty)
    #expect(words(read: "chua chua chua").isEmpty)
  }

  @Test func nearSoundsAreFoundWhereTheyAreAskedFor() {
    #expect(!words(read: "zi qin").contains("知情"))
    #expect(!words(read: "zi qin", .zh).contains("知情"))
    #expect(words(read: "zi qin", [.zh, .ng]).contains("知情"))
    #expect(words(read: "zi qin", .all).contains("知情"))
    #expect(words(read: "ban ni", .l).contains("办理"))
    #expect(words(read: "huan ying", .f).contains("欢迎"))
    #expect(words(read: "fuan ying").isEmpty)
  }

  @Test func nearSoundsEqualASearchThroughAllReadings() throws {
    var random = SplitMix(seed: 5)
    for sounds: NearSounds in [.none, .all, .zh, [.ng, .l], [.ch, .sh, .f]] {
      let classes = SoundClasses(sounds)
      for _ in 0..<3 {
        let reading = lexicon.reading(at: Int.random(in: 0..<lexicon.readingCount, using: &random))
        let asked = Array(lexicon.syllables(of: reading))
        var found: Set<Lexicon.Reading> = []
        lexicon.forEachWord(read: asked.span, in: classes) { _, reading in
          found.insert(reading)
          return true
        }
        var expected: Set<Lexicon.Reading> = []
        for place in 0..<lexicon.readingCount {
          let other = lexicon.reading(at: place)
          let syllables = lexicon.syllables(of: other)
          guard syllables.count == asked.count else { continue }
          if zip(syllables, asked).allSatisfy({ classes[$0] == classes[$1] }) { expected.insert(other) }
        }
        #expect(found == expected)
      }
    }
  }

  @Test func aWordKnowsItsNumberInTheModelAndItsScore() throws {
    let model = try Installed.model()
    for text in ["办理", "的", "知情", "阿伊努人"] {
      let word = try #require(lexicon.word(text))
      #expect(lexicon.modelNumber(of: word) == model.number(of: text))
      #expect(lexicon.score(of: word) == model.score(model.number(of: text), after: model.start).score)
    }
  }

  @Test func everySyllableIsReadBackFromItsText() {
    for number in 1..<UInt16(Syllable.limit) {
      let syllable = Syllable(number: number)
      #expect(syllable.text.isEmpty || Syllable(syllable.text) == syllable)
    }
    #expect(Syllable("") == nil && Syllable("办") == nil && Syllable(number: .max).number == 0)
  }
}
