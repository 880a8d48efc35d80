import Foundation
import Normalizing
import Provenance
import Testing

/// The real filing, each line of it a text.
@Suite struct CorpusSpellingTests {
  private let lines: [String]
  private let repairs: [[SpellingRepair]]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Corpus/2021")
    let file = try #require(
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .first { $0.lastPathComponent.hasPrefix("131-") })
    lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    repairs = try Spelling.repairs(lines)
  }

  /// What was applied, as line number, and the text before and after.
  private var applied: [String] {
    zip(lines, repairs).enumerated().flatMap { number, pair in
      pair.1.filter(\.isApplied).map { repair in
        let before = String(decoding: Array(pair.0.utf8)[repair.edit.range], as: UTF8.self)
        return "\(number + 1) \(before)→\(repair.edit.replacement)"
      }
    }
  }

  @Test func theFourMisspellingsAreRepairedAndNothingElse() {
    #expect(applied == ["14 班里→办理", "33 之→知", "304 之→知", "464 应→映"])
  }

  @Test func everyRepairNamesItsWitnesses() throws {
    for repair in repairs.joined() where repair.isApplied {
      let before = try #require(repair.evidence("language-before"))
      let after = try #require(repair.evidence("language-after"))
      #expect((after.score ?? 0) > (before.score ?? 0))
      #expect(repair.evidence("sound") != nil)
      #expect(repair.evidence("domain") != nil)
      #expect((repair.evidence("probability")?.score ?? 0) >= 0.96)
    }
  }

  @Test func theFilingItselfSpeaksForOfficeWork() throws {
    let repair = try #require(repairs[13].applied.first)
    let document = try #require(repair.evidence("document"))
    #expect(document.text?.contains("办理质量") == true)
    #expect(document.score == 2)
  }

  @Test func aRepeatedWordIsAtMostSuggested() {
    for number in [15, 317] { #expect(repairs[number].applied.isEmpty) }
  }
}
