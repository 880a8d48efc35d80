import TestSupport
import Testing

@testable import Provenance

@Suite struct RevisionTests {
  /// Texts with characters of one to four bytes, and with repeats, in which an edit could be mistaken for another.
  private static let alphabet: [Unicode.Scalar] = ["a", "a", "9", "é", "≥", "及", " ", "𠮷", "\u{301}"]

  private func randomText(_ random: inout SplitMix, _ count: ClosedRange<Int>) -> String {
    var text = ""
    for _ in 0..<Int.random(in: count, using: &random) {
      text.unicodeScalars.append(Self.alphabet.randomElement(using: &random) ?? "a")
    }
    return text
  }

  /// Ordered, disjoint edits on scalar boundaries; many touch, insert and delete.
  private func randomEdits(of text: String, _ random: inout SplitMix) -> [Edit] {
    var boundaries = [0]
    for scalar in text.unicodeScalars { boundaries.append((boundaries.last ?? 0) + UTF8.width(scalar)) }
    var edits: [Edit] = []
    var index = 0
    while index < boundaries.count, edits.count < 6 {
      let start = index + (Bool.random(using: &random) ? 0 : Int.random(in: 0...2, using: &random))
      let end = start + Int.random(in: 0...2, using: &random)
      guard end < boundaries.count else { break }
      edits.append(
        Edit(
          boundaries[start]..<boundaries[end], to: randomText(&random, 0...3),
          certainty: Int.random(in: 0..<4, using: &random) == 0 ? .possible : nil))
      index = end
    }
    return edits
  }

  private func randomRevision(_ random: inout SplitMix, _ round: Int) -> Revision {
    let filed = randomText(&random, 0...10)
    var text = Revision(filed: filed, source: SourceRange(round, round + filed.utf8.count))
    for rule in 0..<Int.random(in: 0...4, using: &random) {
      text.apply(randomEdits(of: text.text, &random), rule: "rule-\(rule)", certainty: .likely)
    }
    return text
  }

  @Test func `replaying the record gives the same revision, undoing it the filed text`() throws {
    var random = SplitMix(seed: 1)
    for round in 0..<5000 {
      let text = randomRevision(&random, round)
      let again = try Revision(filed: text.filed, source: text.source, replaying: text.corrections)
      #expect(again == text)
      #expect(again.text.utf8.elementsEqual(text.text.utf8))
      #expect(text.undone()?.utf8.elementsEqual(text.filed.utf8) == true)
    }
  }

  @Test func `edits made one by one leave the same as all at once`() {
    var random = SplitMix(seed: 2)
    for round in 0..<5000 {
      let text = randomRevision(&random, round)
      let edits = randomEdits(of: text.text, &random)
      var atOnce = text
      atOnce.apply(edits, rule: "r", certainty: .certain)
      var oneByOne = text
      var shift = 0
      for edit in edits {
        let range = edit.range.lowerBound + shift..<edit.range.upperBound + shift
        oneByOne.apply([Edit(range, to: edit.replacement, certainty: edit.certainty)], rule: "r", certainty: .certain)
        if edit.certainty != .possible { shift += edit.replacement.utf8.count - edit.range.count }
      }
      #expect(oneByOne == atOnce)
    }
  }

  @Test func `an insertion stands where the text before it ends, one into a replacement for what that replaced`() {
    var text = Revision(filed: "ab及以上", source: SourceRange(0, 11))
    text.apply([Edit(1..<1, to: "x")], rule: "insert", certainty: .certain)
    #expect(text.corrections[0].filed == 1..<1)
    text.apply([Edit(3..<12, to: "≥9")], rule: "replace", certainty: .certain)
    text.apply([Edit(6..<6, to: "-")], rule: "within", certainty: .certain)
    #expect(text.text == "axb≥-9")
    #expect(text.corrections[2].filed == 2..<11)
    #expect(text.origin(of: 3..<8) == 2..<11)
  }

  private func correction(_ before: String, _ after: String, at: Int, applied: Bool = true) -> Correction {
    Correction(
      rule: "r", certainty: .certain, applied: applied, before: before, after: after, at: at, filed: 0..<0,
      evidence: [])
  }

  @Test func `a correction that does not fit is named`() throws {
    let source = SourceRange(0, 9)
    let wrong: [([Correction], Int)] = [
      ([correction("x", "y", at: 0)], 0),
      ([correction("九", "9", at: 0), correction("五", "5", at: 2)], 1),
      ([correction("九", "9", at: -1)], 0),
      ([correction("九", "9", at: .max)], 0),
      ([correction("九", "9", at: .min)], 0),
      ([correction("", "9", at: 1)], 0),
      ([correction("", "9", at: 10)], 0),
      ([correction("五", "5", at: 3), correction("九", "9", at: 0), correction("五", "5", at: 1)], 2),
    ]
    for (corrections, index) in wrong {
      #expect(throws: ReplayError(index: index)) {
        try Revision(filed: "九五上", source: source, replaying: corrections)
      }
    }
    let right = try Revision(
      filed: "九五上", source: source, replaying: [correction("五", "5", at: 3), correction("九", "9", at: 0)])
    #expect(right.text == "95上")
    #expect(right.corrections.map(\.filed) == [3..<6, 0..<3])
  }

  @Test func `a score has three decimals, and none if it is not finite`() {
    #expect(Evidence("model", score: 0.12345).score == 0.123)
    #expect(Evidence("model", score: .nan).score == nil)
    #expect(Evidence("model", score: -.infinity).score == nil)
  }
}
