import ICU
import Modeling
import Provenance
import TestSupport
import Testing

@testable import Checking

@Suite struct FilingTests {
  @Test func aCarefulFilingGivesNoFindings() throws {
    let found = Checks.diagnostics(of: Example.silent(Filings.careful).filing, readings: try Shared.readings.get())
    #expect(found.map { "\($0.id): \($0.message.zh)" } == [])
  }

  /// What an auditor who reads the whole filing would mark, and no more.
  @Test func theFilingOfBeidaiheGivesWhatAnAuditorWouldSay() throws {
    let found = Checks.diagnostics(of: Example.silent(Filings.beidaihe).filing, readings: try Shared.readings.get())
    #expect(
      found.map { "\($0.id) \($0.path ?? "-")" } == [
        "cost-direction /projects/1/indicators/3/target",
        "amount-without-unit /projects/1/indicators/3/target",
        "time-without-time /projects/1/indicators/2/target",
        "number-as-ratio /projects/3/indicators/1/description",
        "yes-no-number /projects/2/indicators/3/target",
        "yes-no-number /projects/3/indicators/3/target",
        "name-description-contradict /projects/3/indicators/5/name",
        "description-repeats-name /projects/0/indicators/2/description",
        "description-repeats-name /projects/1/indicators/6/description",
        "description-repeats-name /projects/2/indicators/3/description",
        "description-repeats-name /projects/3/indicators/2/description",
        "identical-targets /projects/0/indicators",
        "pasted-indicators /projects/0/indicators/4",
        "one-phrase-two-spellings /overall/goals/1/goal",
      ])
  }

  @Test func aPastedIndicatorIsShownAtEveryPlace() throws {
    let found = Checks.diagnostics(of: Example.silent(Filings.beidaihe).filing, readings: try Shared.readings.get())
    let pasted = try #require(found.first { $0.id == "pasted-indicators" })
    let source = SourceText(Filings.beidaihe)
    #expect(
      pasted.source.map { source[$0] } == Array(repeating: "工作完成率", count: 4)
        + Array(repeating: "保障社会发展", count: 4) + Array(repeating: "保障日常需要，维持正常运转", count: 4))
  }

  @Test func aRarerSpellingIsShownFirst() throws {
    let found = Checks.diagnostics(of: Example.silent(Filings.beidaihe).filing, readings: try Shared.readings.get())
    let phrase = try #require(found.first { $0.id == "one-phrase-two-spellings" })
    let source = SourceText(Filings.beidaihe)
    #expect(phrase.source.map { source[$0] } == ["提案质量和班里质量", "提案质量和办理质量"])
  }

  @Test func theOrderOfFindingsIsThatOfTheListAndOfTheDocument() throws {
    let readings = try Shared.readings.get()
    let filing = Example.silent(Filings.beidaihe).filing
    let found = Checks.diagnostics(of: filing, readings: readings)
    #expect(found == Checks.diagnostics(of: filing, readings: readings))
    let order = Dictionary(uniqueKeysWithValues: Check.all.enumerated().map { ($1.id, $0) })
    let positions = found.compactMap { order[$0.id] }
    #expect(positions.count == found.count && positions == positions.sorted())
  }

  @Test func anEmptyFilingGivesNoFindings() throws {
    #expect(Checks.diagnostics(of: Example.silent("").filing, readings: try Shared.readings.get()) == [])
  }

  /// Whatever is put where, the checks come to an end without a trap, twice alike, and with places inside the text.
  @Test func scrambledFilingsAreChecked() throws {
    let readings = try Shared.readings.get()
    var random = SplitMix(seed: 11)
    let lines = (Filings.beidaihe + "\n" + Filings.careful).split(separator: "\n").map(String.init)
    let cells = lines.flatMap { $0.split(separator: "|").map { $0.trimmingSpaces } }
    for _ in 0..<200 {
      var text: [String] = []
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        var parts = (lines.randomElement(using: &random) ?? "").split(separator: "|").map { $0.trimmingSpaces }
        for index in parts.indices.dropFirst() where Int.random(in: 0..<4, using: &random) == 0 {
          parts[index] = cells.randomElement(using: &random) ?? ""
          if Int.random(in: 0..<3, using: &random) == 0 {
            parts[index] = String(
              parts[index].unicodeScalars.shuffled(using: &random).reduce(into: "") { $0.unicodeScalars.append($1) })
          }
        }
        text.append(parts.joined(separator: " | "))
      }
      let whole = text.joined(separator: "\n")
      let filing = Example.silent(whole).filing
      let found = Checks.diagnostics(of: filing, readings: readings)
      #expect(found == Checks.diagnostics(of: filing, readings: readings))
      for finding in found {
        #expect(finding.source.allSatisfy { $0.start >= 0 && $0.end <= whole.utf8.count })
      }
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
