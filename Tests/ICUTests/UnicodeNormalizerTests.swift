import ICU
import TestSupport
import Testing

@Suite struct UnicodeNormalizerTests {
  @Test func aFilterLimitsNFKCToItsCharacters() throws {
    let digits = try UnicodeNormalizer(.nfkc, of: "[０-９]")
    let changes = try digits.changes(in: "２0３年，（一）％㎡")
    #expect(changes == [.init(0..<3, to: "2"), .init(4..<7, to: "3")])
  }

  @Test func unfilteredNFKCWouldRuinChinesePunctuation() throws {
    let changes = try UnicodeNormalizer(.nfkc).changes(in: "，（：")
    #expect(changes.map(\.replacement).joined() == ",(:")
  }

  @Test func nfcComposesAndTellsWhere() throws {
    let changes = try UnicodeNormalizer(.nfc).changes(in: "年e\u{301}")
    #expect(changes == [.init(3..<6, to: "é")])
  }

  @Test func emptyTextHasNoChanges() throws {
    #expect(try UnicodeNormalizer(.nfkc).changes(in: "").isEmpty)
  }

  @Test func aBadPatternFailsWithTheNameThatICUGivesIt() {
    #expect(throws: ICUError(name: "U_MALFORMED_SET")) { try UnicodeNormalizer(.nfkc, of: "[０-") }
  }

  @Test func changesAppliedGiveTheNormalForm() throws {
    let normalizer = try UnicodeNormalizer(.nfkc)
    var random = SplitMix(seed: 1)
    let alphabet = Array("２0年，a㎡㌀ﬀ\u{2F00}𠮷（e".unicodeScalars) + ["\u{301}", "\u{FF9E}"]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        text.unicodeScalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      var bytes = Array(text.utf8)
      for change in try normalizer.changes(in: text).reversed() {
        bytes.replaceSubrange(change.range, with: change.replacement.utf8)
      }
      let normal = String(decoding: bytes, as: UTF8.self)
      #expect(try normalizer.changes(in: normal).isEmpty, "\(text.debugDescription)")
    }
  }
}
