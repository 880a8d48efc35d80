import Normalizing
import Provenance
import TestSupport
import Testing

@Suite struct SpellingLawTests {
  /// Characters that texts are made of, right ones and others.
  private static let alphabet = Array(
    "预算执行率形监督度管理制落罗实的得地之知情班里办质量，。、；“”《》（）19.%年月ABz\t\n 繁體務實爲說𠀀𪚥😀👨\u{200D}👩\u{200D}👧é\u{301}\u{FEFF}\u{0}".unicodeScalars
  )

  private func text(_ random: inout SplitMix, _ length: Int) -> String {
    var text = ""
    for _ in 0..<length {
      if Bool.random(using: &random), let scalar = Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA5, using: &random)) {
        text.unicodeScalars.append(scalar)
      } else if let scalar = Self.alphabet.randomElement(using: &random) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  @Test func anyTextIsSpelledWithoutHarm() throws {
    var random = SplitMix(seed: 11)
    var worker = SpellingWorker(try Spelling.engine.get())
    for round in 0..<300 {
      let text = text(&random, round % 40)
      var position = 0
      for repair in worker.repairs(of: [text]).joined() {
        #expect(repair.edit.range.lowerBound >= position && repair.edit.range.upperBound <= text.utf8.count)
        #expect(repair.edit.replacement.utf8.count == repair.edit.range.count)
        #expect(repair.edit.replacement.unicodeScalars.allSatisfy { 0x4E00...0x9FFF ~= $0.value })
        position = repair.edit.range.upperBound
      }
    }
  }

  @Test func whatIsNoCommonCharacterIsNeverTouched() throws {
    let texts = ["", " ", "😀👨\u{200D}👩\u{200D}👧🇨🇳", "𠀀𪚥𠮷", "組織財政監督，務實為民。", "\u{0}\u{FEFF}", "é\u{301}", "ＡＢＣ①②③"]
    #expect(try Spelling.spelled(texts) == texts)
  }

  @Test func spellingTwiceChangesNothingTheSecondTime() throws {
    let texts = SpellingCaseTests.repaired.map(\.0) + SpellingCaseTests.kept + ["进一步健全财政监度管理制度，认真罗实政策。"]
    for text in texts {
      let once = try Spelling.spelled([text])
      #expect(try Spelling.spelled(once) == once)
    }
  }

  @Test func whatWasSpelledBeforeMakesNoDifference() throws {
    let texts = SpellingCaseTests.repaired.map(\.0) + SpellingCaseTests.kept
    var worker = SpellingWorker(try Spelling.engine.get())
    let alone = try texts.map { try Spelling.repairs([$0]) }
    let first = texts.map { worker.repairs(of: [$0]) }
    let again = texts.reversed().map { worker.repairs(of: [$0]) }.reversed()
    #expect(first == alone)
    #expect(Array(again) == alone)
  }

  @Test func aNeighboursVoiceIsNotRemembered() throws {
    let text = "提案质量和班里质量不断提高"
    var worker = SpellingWorker(try Spelling.engine.get())
    let alone = worker.repairs(of: [text])
    let together = worker.repairs(of: [text, "提案质量和办理质量", "提高办理质量"])[0]
    #expect(together.first?.probability ?? 0 > alone[0].first?.probability ?? 0)
    #expect(worker.repairs(of: [text]) == alone)
  }

  @Test func aTextWithoutPunctuationTakesBoundedWork() throws {
    let text = String(repeating: "认真罗实各项惠民政策切实改善民生", count: 1_000)
    var worker = SpellingWorker(try Spelling.engine.get())
    #expect(worker.repairs(of: [text])[0].count >= 900)
  }
}
