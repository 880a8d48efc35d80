import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, whatever surrounds it.
@Suite struct SamenessTests {
  let sandbox = Sandbox()

  private func convert(
    _ arguments: [String], into output: String, environment: [String: String] = [:],
    at place: SourceLocation = #_sourceLocation
  ) throws -> [String: String] {
    let outcome = try Program.run(
      ["convert"] + arguments + ["-o", output], in: sandbox, environment: environment, at: place)
    #expect([0, 1].contains(outcome.status), "\(outcome.errors)", sourceLocation: place)
    return sandbox.tree(output)
  }

  private func makeInputs() {
    sandbox.write(Corpus.text, to: "in/2021/131.txt")
    for department in 200..<216 {
      var filing = SampleFiling(department)
      filing.year = 2019 + department % 4
      sandbox.write(filing.text, to: "in/\(department % 3)/\(department).txt")
    }
    sandbox.write(SampleFiling(205).text + "附件", to: "in/conflict.txt")
    sandbox.write(SampleFiling(206).text, to: "in/equal.txt")
    sandbox.write("", to: "in/empty.txt")
    sandbox.write("不是绩效文本", to: "in/other.txt")
  }

  @Test func `jobs, order, form of the paths and surroundings change no byte`() throws {
    makeInputs()
    let reference = try convert(["in", "--jobs", "1"], into: "reference")
    #expect(reference.count > 15)
    #expect(try convert(["in", "--jobs", "8"], into: "jobs") == reference)
    #expect(try convert(["in/"], into: "slash") == reference)
    #expect(try convert(["\(sandbox.root)/in", "in/."], into: "absolute") == reference)
    let surroundings = ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE", "HOME": "/nowhere"]
    #expect(try convert(["in"], into: "elsewhere", environment: surroundings) == reference)
  }

  @Test func `files one by one in any order, and in several runs, give what one run gives`() throws {
    makeInputs()
    // A path is relative to what was given, so that all are given from one folder here.
    let names = sandbox.files(in: "in").filter { !$0.contains("/") }
    for name in sandbox.files(in: "in") where name.contains("/") { sandbox.remove("in/\(name)") }
    for department in 300..<306 { sandbox.write(SampleFiling(department).text, to: "in/\(department).txt") }
    let reference = try convert(["in"], into: "reference")
    var random = SplitMix(seed: 7)
    var files = sandbox.files(in: "in").map { "in/\($0)" }
    #expect(files.count == names.count + 6)
    files.shuffle(using: &random)
    #expect(try convert(files, into: "shuffled") == reference)
    _ = try convert(Array(files[..<4]), into: "parts")
    #expect(try convert(Array(files[4...]), into: "parts") == reference)
  }
}
