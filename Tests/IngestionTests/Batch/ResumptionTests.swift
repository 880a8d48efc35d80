import Foundation
import Provenance
import TestSupport
import Testing

@testable import Ingestion

@Suite struct ResumptionTests {
  let sandbox = Sandbox()

  func fill(_ count: Int) {
    for number in 0..<count { sandbox.write("\(number): 1", to: "in/\(number).txt") }
  }

  func interruptedRun(after calls: Int, jobs: Int = 1) async throws -> BatchResult {
    let interruption = Interruption()
    sandbox.converter.interrupt(interruption, after: calls)
    return try await sandbox.run(until: interruption) { $0.jobs = jobs }
  }

  @Test func anInterruptedRunIsTakenUpWhereItStopped() async throws {
    fill(200)
    try await sandbox.run(into: "whole")
    let before = sandbox.converter.calls
    let result = try await interruptedRun(after: 70)
    #expect(result.isInterrupted)
    #expect(result.converted == 70)
    #expect(sandbox.tree()["manifest.json"] == nil)
    #expect(sandbox.tree()[".jixiao.journal"] != nil)
    let second = try await sandbox.run { $0.jobs = 3 }
    #expect(second.unchanged == 70)
    #expect(sandbox.converter.calls == before + 200)
    #expect(sandbox.tree() == sandbox.tree("whole"))
  }

  @Test func aStopBeforeTheFirstFileLeavesTheOldManifest() async throws {
    fill(3)
    try await sandbox.run()
    let manifest = sandbox.read("out/manifest.json")
    sandbox.write("0: 2", to: "in/0.txt")
    let interruption = Interruption()
    interruption.request()
    #expect(try await sandbox.run(until: interruption).isInterrupted)
    #expect(sandbox.read("out/manifest.json") == manifest)
    #expect(try await sandbox.run().unchanged == 2)
  }

  @Test func aTornJournalCostsTheTornEntryAlone() async throws {
    fill(60)
    try await sandbox.run(into: "whole")
    _ = try await interruptedRun(after: 40)
    let journal = try #require(sandbox.read("out/.jixiao.journal"))
    var random = SplitMix(seed: 5)
    for _ in 0..<6 {
      // Cut anywhere, also in the middle of a header, and with rubbish behind.
      let cut = Int.random(in: 0..<journal.utf8.count, using: &random)
      let torn = String(decoding: Array(journal.utf8.prefix(cut)), as: UTF8.self)
      sandbox.write(torn + (Bool.random(using: &random) ? "\u{0}\u{0}\u{0}" : ""), to: "out/.jixiao.journal")
      sandbox.remove("out/manifest.json")
      sandbox.write("half", to: "out/2021/.jixiao-1-1.tmp")
      let whole = torn.components(separatedBy: "\n    }").count - 1
      let result = try await sandbox.run()
      #expect(result.unchanged == whole)
      #expect(sandbox.tree() == sandbox.tree("whole"))
    }
  }

  @Test func aDamagedManifestCostsTheDamagedEntriesAlone() async throws {
    fill(20)
    try await sandbox.run()
    let manifest = try #require(sandbox.read("out/manifest.json"))
    let damaged = manifest.replacingOccurrences(of: "\"path\": \"1", with: "\"path\": 1")
    sandbox.write(damaged, to: "out/manifest.json")
    let result = try await sandbox.run()
    // 1 and 10 to 19.
    #expect(result.unchanged == 9)
    #expect(sandbox.read("out/manifest.json") == manifest)
  }

  @Test func manyInputsAreTakenUpAgainInBoundedMemory() async throws {
    fill(5000)
    let result = try await interruptedRun(after: 3000, jobs: 4)
    #expect(result.isInterrupted)
    let second = try await sandbox.run { $0.jobs = 4 }
    #expect(second.converted == 5000)
    #expect(second.unchanged == result.converted)
    #expect(second.totals.outputs == 5000)
  }

  /// Whatever happened before, a run over everything that prunes what is gone ends as a run into an empty folder.
  @Test func anyHistoryEndsAsAFreshRun() async throws {
    var random = SplitMix(seed: 23)
    for history in 0..<20 {
      for step in 0..<6 {
        for _ in 0..<4 {
          let path = "in/\(Int.random(in: 0..<3, using: &random))/\(Int.random(in: 0..<6, using: &random)).txt"
          let id = Int.random(in: 0..<8, using: &random)
          let content = Int.random(in: 0..<3, using: &random) / 2
          switch Int.random(in: 0..<8, using: &random) {
          case 0: sandbox.remove(path)
          case 1: sandbox.write("fail: \(step)", to: path)
          case 2: sandbox.write("\(id): \(content)\n\(id + 1): \(content)", to: path)
          default: sandbox.write("\(id): \(content)", to: path)
          }
        }
        let interruption = Interruption()
        if Int.random(in: 0..<3, using: &random) == 0 {
          sandbox.converter.interrupt(interruption, after: Int.random(in: 1...8, using: &random))
        }
        let inputs = Bool.random(using: &random) ? ["in"] : ["in/\(Int.random(in: 0..<3, using: &random))"]
        let settings = (0..<4).map { _ in Int.random(in: 0..<4, using: &random) }
        try await sandbox.run(inputs, until: interruption) {
          $0.jobs = settings[0] + 1
          $0.force = settings[1] == 0
          $0.prune = settings[2] == 0
          $0.prefer = settings[3] == 0 ? ["in/1/", "1/"] : []
        }
      }
      try await sandbox.run { ($0.prune, $0.jobs) = (true, 3) }
      try await sandbox.run(into: "fresh")
      #expect(sandbox.tree() == sandbox.tree("fresh"), "history \(history)")
      for folder in ["in", "out", "fresh"] { sandbox.remove(folder) }
      sandbox.makeFolder("in")
    }
  }
}
