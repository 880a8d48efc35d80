import Digest
import Foundation
import Glibc
import JSON
import Provenance
import Synchronization
import TestSupport
import Testing

@testable import Ingestion

@Suite struct BatchTests {
  let sandbox = Sandbox()

  @Test func everyInputHasAnEntryAndBadOnesCostThemselvesAlone() async throws {
    sandbox.write("one: 1\nwarn", to: "in/a.txt")
    sandbox.write("fail: broken", to: "in/b.txt")
    sandbox.write("", to: "in/c.txt")
    sandbox.write("two: 2\nthree: 3", to: "in/d/e.txt")
    sandbox.write("../evil: 2", to: "in/f.txt")
    sandbox.makePipe("in/g.txt")
    let result = try await sandbox.run()
    #expect(result.inputs == 6)
    #expect(result.converted == 2)
    #expect(result.failures.map(\.path) == ["b.txt", "c.txt", "f.txt", "g.txt"])
    #expect(result.failures.map(\.failure.id) == ["fake", "nothing-found", "name-unsafe", "file-special"])
    #expect(
      sandbox.tree().keys.sorted() == ["2021/", "2021/one.json", "2021/three.json", "2021/two.json", "manifest.json"])
    #expect(sandbox.entry("a.txt")?["warnings"] == 1)
    #expect(sandbox.entry("a.txt")?["status"] == "converted")
    #expect(sandbox.entry("b.txt")?["error"]?["message"]?["en"] == "broken")
    #expect(sandbox.entry("g.txt")?["sha256"] == nil)
    #expect(result.totals.outputs == 3)
  }

  @Test func theManifestIsCanonicalAndItsHashesAreThoseOfTheFiles() async throws {
    sandbox.write("one: \"quoted\" \u{1}", to: "in/\"odd\"\n.txt")
    sandbox.write("two: 2", to: "in/b.txt")
    sandbox.write("fail: no", to: "in/c.txt")
    try await sandbox.run()
    let text = try #require(sandbox.read("out/manifest.json"))
    let manifest = try JSONParser.parse(text)
    var writer = JSONWriter(.indented)
    manifest.write(to: &writer)
    writer.finish()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    #expect(manifest["format"] == "jixiao.manifest/1")
    #expect(manifest["producer"] == ["name": "fake", "version": "1"])
    #expect(manifest["totals"]?["inputs"] == 3)
    guard case .array(let outputs)? = sandbox.entry("\"odd\"\n.txt")?["outputs"] else {
      Issue.record("no outputs")
      return
    }
    let file = try #require(sandbox.read("out/2021/one.json"))
    var canonical = JSONWriter(.canonical)
    try JSONParser.parse(file).write(to: &canonical)
    #expect(outputs.first?["sha256"] == .string(try SHA256(of: file).hex))
    #expect(outputs.first?["canonicalSha256"] == .string(try SHA256(of: canonical.bytes).hex))
    #expect(outputs.first?["bytes"] == .number(Double(file.utf8.count)))
    #expect(sandbox.entry("b.txt")?["sha256"] == .string(try SHA256(of: "two: 2").hex))
  }

  @Test func anEmptyBatchHasAManifest() async throws {
    let result = try await sandbox.run()
    #expect(result.inputs == 0)
    let text = try #require(sandbox.read("out/manifest.json"))
    #expect(try JSONParser.parse(text)["inputs"] == [])
  }

  /// Many inputs of all sorts, some of which dispute ids.
  func fill(_ count: Int, seed: Int) {
    var random = SplitMix(seed: seed)
    for number in 0..<count {
      let id = Int.random(in: 0..<count, using: &random)
      let content = Int.random(in: 0..<2, using: &random)
      let text = number % 17 == 0 ? "fail: \(number)" : "\(id): \(content)\nextra-\(number): 1"
      sandbox.write(text, to: "in/\(number % 7)/\(number).\(number % 3 == 0 ? "docx" : "txt")")
    }
  }

  @Test func theTreeIsTheSameForAnyNumberOfJobsAndAnyOrderOfArguments() async throws {
    fill(300, seed: 1)
    for prefer in [[], [".docx"]] {
      var trees: [[String: String]] = []
      for (jobs, arguments) in [(1, [0, 1, 2, 3, 4, 5, 6]), (8, [0, 1, 2, 3, 4, 5, 6]), (3, [4, 1, 6, 0, 2, 5, 3])] {
        try await sandbox.run(arguments.map { "in/\($0)" }, into: "out\(trees.count)") {
          $0.jobs = jobs
          $0.prefer = prefer
        }
        trees.append(sandbox.tree("out\(trees.count)"))
        sandbox.remove("out\(trees.count - 1)")
      }
      #expect(trees[0] == trees[1])
      #expect(trees[0] == trees[2])
      #expect(trees[0].count > 100)
    }
  }

  @Test func aSecondRunDoesNoWork() async throws {
    fill(60, seed: 2)
    sandbox.write("same: 1", to: "in/x.txt")
    sandbox.write("same: 1", to: "in/y.txt")
    var first = try await sandbox.run()
    while !first.failures.isEmpty {
      for failure in first.failures { sandbox.remove("in/\(failure.path)") }
      first = try await sandbox.run { $0.prune = true }
    }
    let (calls, made, tree) = (sandbox.converter.calls, sandbox.converter.made, sandbox.tree())
    let inode = sandbox.inode("out/manifest.json")
    let result = try await sandbox.run { $0.jobs = 4 }
    #expect(result.failed == 0)
    #expect(result.unchanged == result.inputs)
    #expect(result.duplicates > 0)
    #expect(sandbox.converter.calls == calls)
    #expect(sandbox.converter.made == made)
    #expect(sandbox.tree() == tree)
    #expect(sandbox.inode("out/manifest.json") == inode)
  }

  @Test func whatChangedIsConvertedAgainAndNothingElse() async throws {
    for name in ["a", "b", "c", "d"] { sandbox.write("\(name): 1", to: "in/\(name).txt") }
    sandbox.write("fail: 1", to: "in/e.txt")
    try await sandbox.run()
    sandbox.write("a: 2", to: "in/a.txt")
    sandbox.remove("out/2021/b.json")
    sandbox.write("", to: "out/2021/c.json")
    let calls = sandbox.converter.calls
    let result = try await sandbox.run()
    // The changed one, the two whose outputs are gone or cut short, and the failed one.
    #expect(sandbox.converter.calls == calls + 4)
    #expect(result.unchanged == 1)
    #expect(sandbox.tree().count == 6)
    #expect(sandbox.read("out/2021/a.json")?.contains("\"2\"") == true)

    try await sandbox.run { $0.force = true }
    #expect(sandbox.converter.calls == calls + 9)
    try await sandbox.run { $0.producer = JSONObject([("version", 2)]) }
    #expect(sandbox.converter.calls == calls + 14)
  }

  @Test func anAlteredOutputOfTheSameSizeIsFoundIfAsked() async throws {
    sandbox.write("a: 1", to: "in/a.txt")
    try await sandbox.run()
    let text = try #require(sandbox.read("out/2021/a.json"))
    sandbox.write(text.replacingOccurrences(of: "1", with: "2"), to: "out/2021/a.json")
    #expect(try await sandbox.run().unchanged == 1)
    #expect(try await sandbox.run { $0.verifyOutputs = true }.unchanged == 0)
    #expect(sandbox.read("out/2021/a.json") == text)
  }

  @Test func anOutputThatNoInputStandsForIsRemoved() async throws {
    sandbox.write("a: 1", to: "in/a.txt")
    sandbox.write("b: 1", to: "in/b.txt")
    sandbox.write("c: 1", to: "in/c.txt")
    try await sandbox.run()
    sandbox.write("renamed: 1", to: "in/a.txt")
    sandbox.write("fail: 1", to: "in/b.txt")
    // Takes over the id that another input gave until now.
    sandbox.write("a: 3", to: "in/c.txt")
    try await sandbox.run { $0.jobs = 2 }
    #expect(sandbox.tree().keys.sorted() == ["2021/", "2021/a.json", "2021/renamed.json", "manifest.json"])
  }

  @Test func inputsThatAreNotGivenStayUntilPruned() async throws {
    sandbox.write("a: 1", to: "in/a.txt")
    sandbox.write("b: 1", to: "in/b.txt")
    try await sandbox.run()
    let tree = sandbox.tree()
    try await sandbox.run(["in/a.txt"])
    #expect(sandbox.tree() == tree)
    let result = try await sandbox.run(["in/a.txt"]) { $0.prune = true }
    #expect(sandbox.tree().keys.sorted() == ["2021/", "2021/a.json", "manifest.json"])
    #expect(result.totals.inputs == 1)
  }

  @Test func nothingIsPrunedIfAnInputCouldNotBeFound() async throws {
    sandbox.write("a: 1", to: "in/a.txt")
    sandbox.write("b: 1", to: "in/b.txt")
    try await sandbox.run()
    let result = try await sandbox.run(["in/a.txt", "missing"]) { $0.prune = true }
    #expect(result.didNotPrune)
    #expect(sandbox.read("out/2021/b.json") != nil)
  }

  @Test func filesLargerThanTheLimitAreNotRead() async throws {
    sandbox.write("a: " + String(repeating: "x", count: 1000), to: "in/a.txt")
    let result = try await sandbox.run { $0.maxBytes = 1000 }
    #expect(result.failures.map(\.failure.id) == ["file-too-large"])
    #expect(sandbox.converter.calls == 0)
  }

  @Test func namesThatAreNotUTF8AreConvertedAndRemembered() async throws {
    let name = Array("\(sandbox.root)/in/".utf8) + [0xB2, 0xE2] + Array(".txt".utf8)
    let file = try System.open(name, O_WRONLY | O_CREAT)
    try System.write(Array("a: 1".utf8), to: file.number)
    try await sandbox.run()
    #expect(sandbox.entry("%B2%E2.txt")?["status"] == "converted")
    #expect(try await sandbox.run().unchanged == 1)
  }

  @Test func aSecondRunIntoTheSameFolderIsRefused() async throws {
    let folder = try OutputFolder(Array("\(sandbox.root)/out".utf8))
    let journal = try Journal.open(in: folder)
    await #expect(throws: BatchError.inUse) { try await sandbox.run() }
    #expect(journal.size > 0)
  }

  @Test func aForeignManifestIsNotOverwritten() async throws {
    for text in ["{}", "{\n  \"format\": \"jixiao.manifest/2\",\n"] {
      sandbox.write(text, to: "out/manifest.json")
      await #expect(throws: BatchError.foreignManifest) { try await sandbox.run() }
      #expect(sandbox.read("out/manifest.json") == text)
    }
    sandbox.write("", to: "out/manifest.json")
    try await sandbox.run()
  }

  @Test func anOutputFolderThatCannotBeMadeIsAnErrorOfTheWholeBatch() async throws {
    sandbox.write("x", to: "file")
    await #expect(throws: BatchError.self) { try await sandbox.run(into: "file/out") }
  }

  @Test func progressOnlyGrowsAndEndsAtTheTotal() async throws {
    fill(200, seed: 3)
    let reports = Mutex<[BatchProgress]>([])
    let result = try await sandbox.batch().run { progress in reports.withLock { $0.append(progress) } }
    let seen = reports.withLock { $0 }
    let last = try #require(seen.last)
    #expect(last.done == 200 && last.total == 200)
    #expect(last.bytes == result.bytes)
    #expect(last.failures > 0)
    #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.done <= $1.done && $0.bytes <= $1.bytes })
  }

  @Test func theListOfFailuresIsBoundedAndTheirNumberIsNot() async throws {
    for number in 10..<40 { sandbox.write("fail: \(number)", to: "in/\(number).txt") }
    let result = try await sandbox.run {
      $0.listedFailures = 3
      $0.jobs = 3
    }
    #expect(result.failed == 30)
    #expect(result.failures.map(\.path) == ["10.txt", "11.txt", "12.txt"])
  }

  @Test func signalsAskForAStop() {
    let interruption = Interruption.atSignals()
    #expect(!interruption.isRequested)
    // To the process, since the threads that tests run on may have signals blocked.
    kill(getpid(), SIGTERM)
    for _ in 0..<5000 where !interruption.isRequested { usleep(1000) }
    #expect(interruption.isRequested)
    #expect(interruption.signal == SIGTERM)
    #expect(!Interruption().isRequested)
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}
