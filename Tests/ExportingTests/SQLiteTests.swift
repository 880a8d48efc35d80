import Exporting
import Foundation
import GRDB
import TestSupport
import Testing

@Suite struct SQLiteTests {
  private func filings(_ count: Int, seed: Int) -> [RandomFiling] {
    (0..<count).map { RandomFiling(number: 100 + $0, year: 2021 + $0 % 2, seed: seed + $0) }
  }

  @Test func aSecondLoadChangesNothingAndSaysSo() throws {
    let folder = try Folder()
    let filings = filings(8, seed: 1)
    let first = try SQLiteExport(path: folder["a.db"]).run(ExportSource(filings))
    let before = try folder.bytes("a.db")
    let second = try SQLiteExport(path: folder["a.db"]).run(ExportSource(filings))
    for (one, other) in zip(first.counts, second.counts) {
      #expect(one.counts.updated == 0 && one.counts.unchanged == 0 && one.counts.removed == 0)
      #expect(other.counts.inserted == 0 && other.counts.updated == 0 && other.counts.removed == 0, "\(other.name)")
      #expect(other.counts.unchanged == one.counts.inserted, "\(other.name)")
    }
    #expect(first.counts.first { $0.name == "filings" }?.counts.inserted == 8)
    #expect(try folder.bytes("a.db") == before)
  }

  @Test func theSameFilingsGiveTheSameBytes() throws {
    let folder = try Folder()
    let filings = filings(5, seed: 9)
    for name in ["a.db", "b.db"] { _ = try SQLiteExport(path: folder[name]).run(ExportSource(filings)) }
    #expect(try folder.bytes("a.db") == folder.bytes("b.db"))
  }

  @Test func aDatabaseThatFollowsAnyHistoryEqualsOneLoadedAnew() throws {
    var random = SplitMix(seed: 20210101)
    for _ in 0..<6 {
      let folder = try Folder()
      var current: [String: RandomFiling] = [:]
      for step in 0..<6 {
        var next = current
        for number in 100..<106 where Int.random(in: 0..<3, using: &random) == 0 {
          let filing = RandomFiling(number: number, year: 2021, seed: Int.random(in: 0...(1 << 40), using: &random))
          next[filing.id] = Int.random(in: 0..<4, using: &random) == 0 ? nil : filing
        }
        let all = next.values.sorted { $0.id < $1.id }
        let changed = all.filter { current[$0.id]?.bytes != $0.bytes }
        let gone = current.keys.filter { next[$0] == nil }.sorted()
        _ = try SQLiteExport(path: folder["full.db"]).run(ExportSource(all))
        let feed = try SQLiteExport(path: folder["feed.db"]).run(ExportSource(changed, removed: gone))
        _ = try SQLiteExport(path: folder["new\(step).db"]).run(ExportSource(all))
        let expected = try dump(folder["new\(step).db"])
        #expect(try dump(folder["full.db"]) == expected)
        #expect(try dump(folder["feed.db"]) == expected)
        for (name, _, counts) in feed.counts {
          #expect(counts.inserted + counts.updated + counts.unchanged == expected[name]?.count, "\(name)")
        }
        try check(folder["feed.db"])
        current = next
      }
    }
  }

  private func check(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    let problems = try queue.read { database in
      try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
        + (try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }.count)
    }
    // The index is compared with what it was given.
    #expect(problems == 0)
  }

  @Test func viewsShowWhatListingsWrite() throws {
    let folder = try Folder()
    let filings = filings(12, seed: 77)
    _ = try SQLiteExport(path: folder["a.db"]).run(ExportSource(filings))
    let dumped = try dump(folder["a.db"])
    let makeRows = ListingRows(Listings.all)
    var expected = Listings.all.map { _ in [[String]]() }
    for filing in filings {
      for (index, rows) in makeRows.rows(of: try filing.rows).enumerated() {
        for row in 0..<rows.count { expected[index].append(rows[row].map(shown)) }
      }
    }
    for (listing, rows) in zip(Listings.all, expected) {
      #expect(dumped[listing.view] == rows.sorted { $0.lexicographicallyPrecedes($1) }, "\(listing.name)")
    }
    #expect(expected.filter(\.isEmpty).count == 1, "all but the changes have rows")
  }

  @Test func searchFindsExactlyTheTextsThatHoldTheWord() throws {
    let folder = try Folder()
    _ = try SQLiteExport(path: folder["a.db"]).run(ExportSource(filings(30, seed: 5)))
    let dumped = try dump(folder["a.db"])
    let texts = try #require(dumped["texts"])
    let holding = texts.filter { row in
      // White space and what is no letter stand between words, as everywhere in full-text search.
      let letters = row[3].unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
      return String(String.UnicodeScalarView(letters)).contains("办理")
    }
    #expect(dumped["found"]?.count == holding.count)
    #expect(!holding.isEmpty && holding.count < texts.count)
  }

  /// A database of a program that did not know the column yet.
  @Test func aColumnThatCameLaterIsAddedAndFilled() throws {
    let folder = try Folder()
    let filings = filings(4, seed: 3)
    for name in ["a.db", "b.db"] { _ = try SQLiteExport(path: folder[name]).run(ExportSource(filings)) }
    let queue = try DatabaseQueue(path: folder["a.db"])
    try queue.writeWithoutTransaction { try $0.execute(sql: "ALTER TABLE indicators DROP COLUMN attribute") }
    try queue.close()
    _ = try SQLiteExport(path: folder["a.db"]).run(ExportSource(filings))
    let dumped = try dump(folder["a.db"])
    #expect(dumped["indicators"]?.contains { $0.last?.contains("定量指标") == true } == true)
    #expect(try dumped == dump(folder["b.db"]))
    try check(folder["a.db"])
  }

  @Test func keepLeavesFilingsThatAreNotExported() throws {
    let folder = try Folder()
    let all = filings(4, seed: 3)
    var export = SQLiteExport(path: folder["a.db"])
    _ = try export.run(ExportSource(all))
    export.keep = true
    _ = try export.run(ExportSource(Array(all.prefix(1))))
    #expect(try dump(folder["a.db"])["filings"]?.count == 4)
    export.keep = false
    _ = try export.run(ExportSource(Array(all.prefix(1))))
    #expect(try dump(folder["a.db"])["filings"]?.count == 1)
  }

  @Test func aFilingThatCannotBeReadKeepsItsRowsAndIsNamed() throws {
    let folder = try Folder()
    let all = filings(2, seed: 3)
    _ = try SQLiteExport(path: folder["a.db"]).run(ExportSource(all))
    let before = try dump(folder["a.db"])
    let broken = ExportItem(id: all[0].id, sha256: "other", name: "一.json") { () throws(ExportError) in [0x7B] }
    let result = try SQLiteExport(path: folder["a.db"]).run(
      ExportSource([Result.success(broken), Result.success(all[1].item)]))
    #expect(result.failures.map(\.id) == ["filing-unreadable"])
    #expect(try dump(folder["a.db"]) == before)
  }

  @Test func changesAreKeptUpToDate() throws {
    let folder = try Folder()
    let rows = try ChangesFile.rows(
      of: Array(#"{"id":"1","kind":"budget.changed","old":{"value":1}}"#.utf8) + [0x0A]
        + Array(#"{"id":"2","kind":"project.renamed"}"#.utf8),
      "x")
    let export = SQLiteExport(path: folder["a.db"])
    _ = try export.run(ExportSource(filings(1, seed: 1), changes: rows))
    let again = try export.run(ExportSource(filings(1, seed: 1), changes: Array(rows.prefix(1))))
    let counts = try #require(again.counts.first { $0.name == "changes" }?.counts)
    #expect(counts.unchanged == 1 && counts.removed == 1)
  }
}
