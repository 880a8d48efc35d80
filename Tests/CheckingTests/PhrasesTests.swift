import Foundation
import ICU
import TestSupport
import Provenance
import Testing

@testable import Checking

@Suite struct PhrasesTests {
  @Test func phrasesAreFoundWhereTheyStandFirst() {
    let phrases: Phrases = ["比例", "率", "a比"]
    #expect(phrases.first(in: "完成率比例") == 6..<9)
    #expect(phrases.first(in: "占a比的") == 3..<7)
    #expect(phrases.first(in: "完成率比例", within: 7..<15) == 9..<15)
    #expect(phrases.first(in: "完成数") == nil)
    #expect(phrases.first(in: "") == nil)
  }

  @Test func endingsSeeThroughBrackets() {
    let phrases: Phrases = ["率", "时间"]
    #expect(phrases.end("完成及时率"))
    #expect(phrases.end("完成及时率（%）"))
    #expect(phrases.end("完成及时率 (%)"))
    #expect(phrases.end("时间（率）"))
    #expect(!phrases.end("时间表"))
    #expect(!phrases.end("（率）"))
    #expect(!phrases.end("）"))
  }

  /// The search by bytes agrees with a search by scalars, on random texts of few characters.
  @Test func searchAgreesWithAPlainOne() {
    var random = SplitMix(seed: 7)
    let alphabet = Array("数率比例a（）%".unicodeScalars)
    func word(_ count: Int) -> [Unicode.Scalar] {
      (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
    }
    for _ in 0..<3000 {
      let text = word(Int.random(in: 0...9, using: &random))
      let phrase = word(Int.random(in: 1...3, using: &random))
      var expected: Int?
      for start in 0..<max(0, text.count - phrase.count + 1)
      where expected == nil && Array(text[start..<start + phrase.count]) == phrase {
        expected = text[..<start].reduce(0) { $0 + UTF8.width($1) }
      }
      let phrases = Phrases([String(String.UnicodeScalarView(phrase))])
      #expect(phrases.first(in: String(String.UnicodeScalarView(text)))?.lowerBound == expected)
    }
  }

  @Test func sameIgnoresSpacesOnly() {
    #expect(isSame("会议 满意度", "会议满意度 "))
    #expect(!isSame("会议满意度", "会议满意"))
    #expect(!isSame("", "会"))
    #expect(Fingerprint.of("会议 满意度") == Fingerprint.of("会议满意度"))
    #expect(Fingerprint.of("会议满意度") != Fingerprint.of("会议满意"))
  }

  @Test func longTextsAreCutInMessages() {
    #expect(quoted("≥95") == "“≥95”")
    #expect(quoted(String(repeating: "长", count: 50), limit: 3) == "“长长长…”")
    #expect(quoted("两\n行") == "“两 行”")
  }

  @Test func homophonesSoundAlikeAndDiffer() throws {
    let readings = try Shared.readings.get()
    for group in Homophones.groups {
      let words = group.split(separator: " ")
      let sounds = Set(words.map { $0.unicodeScalars.map { readings.syllable(of: $0) } })
      #expect(words.count >= 2 && Set(words).count == words.count, "\(group)")
      #expect(sounds.count == 1 && sounds.first?.contains(0) == false, "\(group)")
    }
    let all = Homophones.groups.flatMap { $0.split(separator: " ") }
    #expect(Set(all).count == all.count, "a word stands in two groups")
  }
}
