import Foundation
import Glibc
import JSON
import Provenance
import TestSupport
import Testing

@testable import Ingestion

@Suite struct ManifestTests {
  let sandbox = Sandbox()

  static func entry(_ random: inout SplitMix) -> Entry {
    func text(_ random: inout SplitMix) -> String {
      let pieces = ["a", "\n    }", "\"", "\\", "绩效", "\u{1F600}", "    {", ",", "\u{7}", "/"]
      return (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
    }
    func output(_ random: inout SplitMix) -> Entry.Output {
      Entry.Output(
        id: text(&random), file: text(&random), bytes: Int.random(in: 0...1_000_000, using: &random),
        sha256: text(&random), canonical: text(&random), content: text(&random))
    }
    func failure(_ random: inout SplitMix) -> Failure? {
      Bool.random(using: &random) ? Failure(text(&random), Message(zh: text(&random), en: text(&random))) : nil
    }
    var entry = Entry(path: text(&random), producer: text(&random))
    if Bool.random(using: &random) { (entry.sha256, entry.bytes) = (text(&random), 12) }
    entry.failure = failure(&random)
    entry.outputs = (0..<Int.random(in: 0...2, using: &random)).map { _ in output(&random) }
    entry.claims = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      Entry.Claim(output: output(&random), reason: failure(&random))
    }
    (entry.errors, entry.warnings, entry.notes) = (1, Int.random(in: 0...9, using: &random), 3)
    return entry
  }

  @Test func entriesComeBackFromTheJournalByPlaceAndInOrder() throws {
    var random = SplitMix(seed: 3)
    let folder = try OutputFolder(Array("\(sandbox.root)/out".utf8))
    var journal = try Journal.open(in: folder)
    var written: [(offset: Int, entry: Entry)] = []
    var buffer = EntryBuffer()
    for _ in 0..<40 {
      let entries = (0..<Int.random(in: 1...20, using: &random)).map { _ in Self.entry(&random) }
      for (index, entry) in entries.enumerated() { buffer.append(entry, of: index) }
      let (bytes, places) = buffer.take()
      #expect(places.map(\.status) == entries.map(\.status))
      let start = try journal.append(bytes)
      for (place, entry) in zip(places, entries) { written.append((start + place.offset, entry)) }
    }
    var found: [(offset: Int, entry: Entry)] = []
    try journal.entries.forEach { offset, bytes in
      #expect(EntryFile.path(in: bytes) == Entry(parsing: bytes)?.path)
      if let entry = Entry(parsing: bytes) { found.append((offset, entry)) }
    }
    #expect(found.map(\.offset) == written.map(\.offset))
    #expect(found.map(\.entry) == written.map(\.entry))
    for (offset, entry) in written { #expect(journal.entries.entry(at: offset).flatMap(Entry.init(parsing:)) == entry) }
    #expect(journal.entries.entry(at: 0) == nil)
    #expect(journal.entries.entry(at: journal.size) == nil)
  }

  @Test func entriesLargerThanAWindowAreRead() throws {
    let folder = try OutputFolder(Array("\(sandbox.root)/out".utf8))
    var journal = try Journal.open(in: folder)
    var entry = Entry(path: String(repeating: "长", count: 300_000), producer: "p")
    entry.notes = 4
    var buffer = EntryBuffer()
    buffer.append(entry, of: 0)
    buffer.append(entry, of: 1)
    let (bytes, places) = buffer.take()
    let start = try journal.append(bytes)
    var count = 0
    try journal.entries.forEach { _, bytes in count += Entry(parsing: bytes) == entry ? 1 : 0 }
    #expect(count == 2)
    #expect(journal.entries.entry(at: start + places[1].offset).flatMap(Entry.init(parsing:)) == entry)
  }

  @Test func locationsKeepWhereAndWhat() {
    let later = Location(journal: 5, .failed)
    #expect(later.isInJournal && later.offset == 5 && later.status == .failed)
    #expect(Location(manifest: 1 << 40).offset == 1 << 40)
    #expect(Location(manifest: 7).with(.duplicate).status == .duplicate)
    #expect(Location.later(Location(manifest: 9), later) == later)
    #expect(Location.later(later, Location(journal: 4)) == later)
    #expect(Location.later(nil, later) == later)
  }

  @Test func claimsKnowTheFirstAndWhoCameAfter() {
    var claims = Claims()
    for input in 0..<5000 {
      let isFirst = claims.claim("2021/\(input).json", by: input)
      #expect(isFirst)
    }
    let again = [7, 4999, 30].map { claims.claim("2021/7.json", by: $0) }
    #expect(again == [true, false, false])
    claims.contest("alone", by: 3)
    #expect(claims.isOwned("2021/7.json", by: 7) && !claims.isOwned("2021/7.json", by: 30))
    #expect(claims.isClaimed("2021/4999.json") && !claims.isClaimed("2021/5000.json"))
    #expect(claims.contests().map(\.inputs).sorted { $0.count < $1.count } == [[3], [7, 30, 4999]])
  }

  @Test func preferencesFitEndingsAndBeginnings() {
    let preference = Preference(patterns: ["revised/", ".docx"])
    #expect(["revised/a.docx", "a.docx", "a.txt", "docx"].map(preference.rank) == [0, 1, 2, 2])
  }
}
