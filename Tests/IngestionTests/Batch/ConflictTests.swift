import JSON
import Provenance
import TestSupport
import Testing

@testable import Ingestion

@Suite struct ConflictTests {
  let sandbox = Sandbox()

  func errorText(_ path: String) -> String {
    if case .string(let text)? = sandbox.entry(path)?["error"]?["message"]?["zh"] { text } else { "" }
  }

  @Test func equalContentIsOneOutputOfTheFirstPath() async throws {
    sandbox.write("x: 1", to: "in/b.docx")
    sandbox.write("x: 1", to: "in/a.txt")
    sandbox.write("x: 1\ny: 2", to: "in/c.txt")
    let result = try await sandbox.run { $0.jobs = 3 }
    #expect(result.failed == 0)
    #expect(result.converted == 2)
    #expect(result.duplicates == 1)
    #expect(sandbox.read("out/2021/x.json")?.contains("a.txt") == true)
    #expect(sandbox.entry("b.docx")?["status"] == "duplicate")
    guard case .array(let claims)? = sandbox.entry("b.docx")?["claims"] else {
      Issue.record("no claims")
      return
    }
    #expect(claims.first?["reason"]?["id"] == "duplicate")
    #expect(claims.first?["id"] == "x")
  }

  @Test func differentContentIsNobodysAndAllAreNamed() async throws {
    sandbox.write("x: 1", to: "in/a.txt")
    sandbox.write("x: 2\nz: 1", to: "in/b.txt")
    sandbox.write("x: 1", to: "in/c.txt")
    sandbox.write("y: 1", to: "in/d.txt")
    let result = try await sandbox.run { $0.jobs = 4 }
    #expect(result.failed == 3)
    // Told once, since the message names all.
    #expect(result.failures.map(\.path) == ["a.txt"])
    #expect(result.failures.map(\.failure.id) == ["id-conflict"])
    #expect(result.untold == 0)
    for path in ["a.txt", "b.txt", "c.txt"] {
      #expect(["a.txt", "b.txt", "c.txt"].allSatisfy(errorText(path).contains))
    }
    #expect(sandbox.tree().keys.sorted() == ["2021/", "2021/y.json", "2021/z.json", "manifest.json"])
  }

  @Test func aCrowdWithOneIDIsNamedInPart() async throws {
    for number in 10..<40 { sandbox.write("x: \(number)", to: "in/\(number).txt") }
    let result = try await sandbox.run { $0.listedFailures = 0 }
    #expect(result.failed == 30)
    #expect(result.untold == 30)
    #expect(errorText("39.txt").contains("“17.txt”等 30 个文件"))
  }

  @Test func aPreferenceSaysWhichSupersedes() async throws {
    sandbox.write("x: 1", to: "in/a.txt")
    sandbox.write("x: 2", to: "in/b.docx")
    sandbox.write("x: 1", to: "in/revised/c.txt")
    for jobs in [1, 3] {
      #expect(try await sandbox.run { ($0.jobs, $0.prefer) = (jobs, [".docx"]) }.failed == 0)
      #expect(sandbox.read("out/2021/x.json")?.contains("b.docx") == true)
      #expect(try await sandbox.run { ($0.jobs, $0.prefer) = (jobs, ["revised/", ".docx"]) }.failed == 0)
      #expect(sandbox.read("out/2021/x.json")?.contains("revised/c.txt") == true)
      // The two texts say the same, so that the first path stands for them.
      #expect(try await sandbox.run { ($0.jobs, $0.prefer) = (jobs, [".txt"]) }.failed == 0)
      #expect(sandbox.read("out/2021/x.json")?.contains("a.txt") == true)
      // Without a preference the dispute is open again, and nothing stands.
      #expect(try await sandbox.run { $0.jobs = jobs }.failed == 3)
      #expect(sandbox.read("out/2021/x.json") == nil)
    }
  }

  @Test func anInputThatContradictsItselfFails() async throws {
    sandbox.write("x: 1\nx: 2", to: "in/a.txt")
    sandbox.write("y: 1\ny: 1", to: "in/b.txt")
    #expect(try await sandbox.run().failures.map(\.failure.id) == ["id-conflict"])
    #expect(sandbox.tree().keys.sorted() == ["2021/", "2021/y.json", "manifest.json"])
  }

  @Test func aDisputeWithAnEarlierRunIsFoundBothWays() async throws {
    sandbox.write("x: 1", to: "one/a.txt")
    sandbox.write("x: 2", to: "two/b.txt")
    for (first, second) in [("one", "two"), ("two", "one")] {
      try await sandbox.run([first])
      let result = try await sandbox.run([second])
      #expect(result.failed == 1)
      #expect(errorText("a.txt").contains("b.txt") && errorText("b.txt").contains("a.txt"))
      #expect(sandbox.tree().keys.sorted() == ["manifest.json"])
      sandbox.remove("out")
    }
  }

  @Test func aDisputeEndsWhenTheOtherInputIsPruned() async throws {
    sandbox.write("x: 1", to: "in/a.txt")
    sandbox.write("x: 2", to: "in/b.txt")
    try await sandbox.run()
    sandbox.remove("in/a.txt")
    #expect(try await sandbox.run().failed == 1)
    #expect(try await sandbox.run { $0.prune = true }.failed == 0)
    #expect(sandbox.read("out/2021/x.json")?.contains("b.txt") == true)
  }

  @Test func aDuplicateTakesOverWhenTheFirstIsGone() async throws {
    sandbox.write("x: 1", to: "in/a.txt")
    sandbox.write("x: 1", to: "in/b.txt")
    try await sandbox.run()
    sandbox.write("y: 1", to: "in/a.txt")
    // The duplicate is not given, so its output cannot be made now.
    try await sandbox.run(["in/a.txt"])
    #expect(sandbox.read("out/2021/x.json") == nil)
    #expect(sandbox.entry("b.txt")?["error"]?["id"] == "input-not-given")
    #expect(try await sandbox.run().failed == 0)
    #expect(sandbox.read("out/2021/x.json")?.contains("b.txt") == true)
  }

  @Test func runsOverPartsEndAsOneRunOverAll() async throws {
    var random = SplitMix(seed: 11)
    for round in 0..<15 {
      let count = Int.random(in: 2...14, using: &random)
      for number in 0..<count {
        let id = Int.random(in: 0...count / 2, using: &random)
        let content = Int.random(in: 0...3, using: &random) / 3
        sandbox.write(
          "\(id): \(content)\nown-\(number): 1", to: "in/\(number).\(Bool.random(using: &random) ? "txt" : "doc")")
      }
      let prefer = round % 3 == 0 ? [".doc"] : []
      try await sandbox.run(into: "whole") { $0.prefer = prefer }
      let names = sandbox.tree("in").keys.shuffled(using: &random)
      for part in 0..<3 {
        let arguments = names.indices.filter { $0 % 3 == part }.map { "in/\(names[$0])" }
        let jobs = Int.random(in: 1...3, using: &random)
        try await sandbox.run(arguments) { ($0.prefer, $0.jobs) = (prefer, jobs) }
      }
      #expect(sandbox.tree() == sandbox.tree("whole"), "round \(round)")
      for folder in ["in", "out", "whole"] { sandbox.remove(folder) }
    }
  }
}
