import Foundation
import Testing

@Suite struct CheckTests {
  let sandbox = Sandbox()

  init() {
    sandbox.write(Corpus.text, to: "in/2021/131.txt")
  }

  @Test func `findings stand under the source line, marked by columns as a terminal shows them`() throws {
    let outcome = try Program.run(["check", "in"], in: sandbox)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    #expect(
      outcome.output.contains(
        """
        in/2021/131.txt:437:2: 警告[number-as-ratio]: 
        """.trimmingCharacters(in: .newlines)))
    // Twenty-one Chinese characters behind a TAB, which is shown as one mark: forty-two columns.
    #expect(
      outcome.output.contains(
        """

           437 | →理论研究成果采纳数占理论研究成果总数的比例
               |  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        """))
    #expect(outcome.lines.last?.hasPrefix("共 ") == true)
  }

  @Test func `findings of a file are in the order of its lines`() throws {
    let lines = try Program.run(["check", "in"], in: sandbox).lines.compactMap { line -> Int? in
      guard line.hasPrefix("in/2021/131.txt:"), !line.hasSuffix("另见:") else { return nil }
      return line.split(separator: ":").dropFirst().first.flatMap { Int($0) }
    }
    #expect(lines.count > 5)
    #expect(lines == lines.sorted())
  }

  @Test func `a finding at many places shows a few and counts the rest`() throws {
    let outcome = try Program.run(["check", "in"], in: sandbox)
    var run = 0
    var longest = 0
    for line in outcome.lines where line.hasPrefix("in/") {
      run = line.hasSuffix("另见:") ? run + 1 : 0
      longest = max(longest, run)
    }
    #expect(longest == 4)
    #expect(outcome.output.contains("另见: 还有 "))
  }

  @Test func `JSON Lines are one object a finding, the same ones as in the text`() throws {
    let text = try Program.run(["check", "in"], in: sandbox)
    let outcome = try Program.run(["check", "in", "--format", "jsonl"], in: sandbox)
    #expect(outcome.status == 1)
    var heads: [String] = []
    for line in outcome.lines {
      let finding = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let id = try #require(finding["id"] as? String)
      #expect(finding["file"] as? String == "in/2021/131.txt")
      let place = (finding["line"] as? Int).map { ":\($0):\(finding["column"] as? Int ?? 0)" } ?? ""
      heads.append("in/2021/131.txt\(place): [\(id)]")
    }
    #expect(heads.count > 5)
    let shown = text.lines.filter { $0.hasPrefix("in/") && !$0.hasSuffix("另见:") }.map { line in
      // in/2021/131.txt:437:2: 警告[number-as-ratio]: …
      let parts = line.components(separatedBy: ": ")
      return parts[0] + ": " + parts[1].drop { $0 != "[" }
    }
    #expect(shown.sorted() == heads.sorted())
  }

  @Test func `SARIF is one log of version 2.1.0 for all files`() throws {
    sandbox.write("", to: "in/空.txt")
    let outcome = try Program.run(["check", "in", "--format", "sarif"], in: sandbox)
    #expect(outcome.status == 1)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(outcome.bytes)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    let driver = try #require((runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index] == result["ruleId"] as? String)
    }
    #expect(results.contains { $0["ruleId"] as? String == "input-empty" })
    #expect(outcome.output.contains("in/%E7%A9%BA.txt"))
  }

  @Test func `the exit status is that of the gravest finding asked for`() throws {
    sandbox.write(SampleFiling(101).text, to: "small.txt")
    #expect(try Program.run(["check", "in", "--fail-on", "never"], in: sandbox).status == 0)
    #expect(try Program.run(["check", "in", "--fail-on", "error"], in: sandbox).status == 0)
    #expect(try Program.run(["check", "in", "small.txt", "--fail-on", "note"], in: sandbox).status == 1)
    #expect(try Program.run(["check", "missing.txt", "--fail-on", "error"], in: sandbox).status == 1)
  }

  @Test func `standard input and several files are read, and nothing is written`() throws {
    let piped = try Program.run(["check", "-"], in: sandbox, input: Corpus.text)
    #expect(piped.output.contains("\n-:437:2: 警告[number-as-ratio]"))
    #expect(sandbox.files(in: "") == ["in/2021/131.txt"])
  }

  @Test func `repairs and suggestions are shown when asked for`() throws {
    let outcome = try Program.run(["check", "in", "--corrections", "--suggestions"], in: sandbox)
    #expect(outcome.output.contains("更正(确定)[doubled-threshold]: “≥9595及以上”已改为“≥95”"))
    #expect(outcome.output.contains("建议("))
  }

  @Test func `a reader that goes away ends the output quietly`() throws {
    // Far more findings than a pipe holds.
    for number in 0..<1000 { sandbox.write("第\(number)份", to: "many/\(number).txt") }
    let outcome = try Program.shell(
      "jixiao check many --format jsonl 2> errors.txt | head -n 1 | wc -l", in: sandbox)
    #expect(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines) == "1")
    #expect(sandbox.read("errors.txt") == "")
  }
}
