import Foundation
import Testing

@Suite struct DecisionTests {
  let sandbox = Sandbox()

  init() {
    sandbox.write(Corpus.text, to: "in/2021/a.txt")
  }

  /// The suggestions as JSON Lines, each with a decision added.
  private func decisions(_ decision: String, _ arguments: String...) throws -> [String] {
    let outcome = try Program.run(["check", "in", "--format", "jsonl"] + arguments, in: sandbox)
    #expect(outcome.status == 0)
    return outcome.lines.map { "{\"decision\":\"\(decision)\",\"by\":\"张三\"," + $0.dropFirst() }
  }

  private func write(_ lines: [String], to path: String = "decisions.jsonl") {
    sandbox.write(lines.joined(separator: "\n") + "\n", to: path)
  }

  @Test func `suggestions wait until they are decided`() throws {
    let waiting = try decisions("accept", "--suggestions")
    #expect(waiting.count == 2)
    #expect(waiting.allSatisfy { $0.contains("\"applied\":false") && $0.contains("\"key\":\"") })
    let text = try Program.run(["check", "in", "--suggestions", "--fail-on", "never"], in: sandbox).output
    #expect(text.contains("建议(可能)[missing-enumeration-comma]: 可补上“、”\n") && text.contains("= 键: b93c2cd98c11801b\n"))
    for decision in ["accept", "reject", "unsure"] {
      write(try decisions(decision, "--suggestions"))
      let left = try Program.run(
        ["check", "in", "--suggestions", "--format", "jsonl", "--decisions", "decisions.jsonl"], in: sandbox)
      #expect(left.lines.count == (decision == "unsure" ? 2 : 0), "\(decision)")
    }
  }

  @Test func `decisions are obeyed, recorded and verified`() throws {
    for decision in ["accept", "reject"] {
      write(try decisions(decision, "--suggestions", "--corrections"))
      let outcome = try Program.run(["convert", "in", "--decisions", "decisions.jsonl", "-o", decision], in: sandbox)
      #expect(outcome.status == 0 && !outcome.errors.contains("decision-stale"))
      #expect(try Program.run(["verify", decision, "--sources", "in"], in: sandbox).status == 0)
      let corrections = sandbox.object("\(decision)/2021/130304-131.json")?["corrections"] as? [[String: Any]] ?? []
      #expect(corrections.count > 40)
      for correction in corrections {
        #expect(correction["applied"] as? Bool == (decision == "accept"))
        let verdict = correction["verdict"] as? [String: Any]
        #expect(verdict?["decision"] as? String == decision && verdict?["by"] as? String == "张三")
      }
    }
    let trace = try Program.run(
      ["trace", "reject/2021/130304-131.json", "/projects/0/indicators/0/target/text"], in: sandbox)
    #expect(trace.output.contains("决定: 已拒绝（仅此处），张三"))
  }

  @Test func `what is unchanged depends on the decisions, too`() throws {
    write(try decisions("reject", "--suggestions"))
    let convert = ["convert", "in", "--decisions", "decisions.jsonl"]
    _ = try Program.run(convert, in: sandbox)
    let first = sandbox.tree("Output")
    #expect(try Program.run(convert, in: sandbox).errors.contains("未变 1 个"))
    #expect(sandbox.tree("Output") == first)
    write(try decisions("accept", "--suggestions"))
    #expect(try !Program.run(convert, in: sandbox).errors.contains("未变"))
    #expect(try !Program.run(["convert", "in"], in: sandbox).errors.contains("未变"))
  }

  @Test func `stale decisions are listed, also when nothing is converted again`() throws {
    var lines = try decisions("reject", "--suggestions")
    lines.append(lines[0].replacingOccurrences(of: "\"key\":\"b", with: "\"key\":\"f"))
    lines.append(lines[1].replacingOccurrences(of: "\"filed\":\"", with: "\"filed\":\"别的"))
    // The last line about a key holds, and it is about another text.
    write(lines)
    for _ in 0..<2 {
      let outcome = try Program.run(["convert", "in", "--decisions", "decisions.jsonl", "--quiet"], in: sandbox)
      #expect(outcome.status == 0)
      let complaints = outcome.errors.split(separator: "\n")
      #expect(complaints.count == 2)
      #expect(complaints.first?.hasPrefix("decisions.jsonl:3: 警告[decision-stale]: ") == true)
      #expect(complaints.last?.hasPrefix("decisions.jsonl:4: 警告[decision-stale]: ") == true)
      let stale = sandbox.object("Output/manifest.json")?["staleDecisions"] as? [[String: Any]]
      #expect(stale?.compactMap { $0["line"] as? Int } == [3, 4])
    }
    #expect((sandbox.entry("2021/a.txt")?["decisions"] as? [String])?.count == 1)
  }

  @Test func `a decisions file with bad lines refuses the run before anything is converted`() throws {
    write([#"{"decision":"accept","scope":"place","key":"k","filed":"x"}"#, "{", #"{"decision":"no"}"#])
    for command in [["convert", "in"], ["check", "in"], ["trace", "in/2021/a.txt", "/id"]] {
      let outcome = try Program.run(command + ["--decisions", "decisions.jsonl"], in: sandbox)
      #expect(outcome.status == 2 && outcome.output == "")
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.first?.hasPrefix("decisions.jsonl:2: 错误[decisions-line]: 不是有效的 JSON") == true)
      #expect(lines.dropFirst().first?.hasPrefix("decisions.jsonl:3: 错误[decisions-line]: “decision”应是 accept") == true)
    }
    #expect(sandbox.files(in: "Output") == [])
    let missing = try Program.run(["convert", "in", "--decisions", "none.jsonl"], in: sandbox)
    #expect(missing.status == 2 && missing.errors.hasPrefix("none.jsonl: 错误[file-not-found]"))
  }

  @Test func `an output depends on the decisions and not on its neighbours`() throws {
    write(try decisions("accept", "--suggestions"))
    _ = try Program.run(["convert", "in", "--decisions", "decisions.jsonl"], in: sandbox)
    let alone = sandbox.read("Output/2021/130304-131.json")
    sandbox.write(SampleFiling(101).text, to: "in/2021/b.txt")
    _ = try Program.run(["convert", "in", "--decisions", "decisions.jsonl", "-o", "both", "--jobs", "2"], in: sandbox)
    #expect(sandbox.read("both/2021/130304-131.json") == alone && alone != nil)
  }

  @Test func `what departments share is decided for each by itself`() throws {
    var filing = SampleFiling(101, 102)
    filing.goal = "保障会议,顺利召开。"
    sandbox.write(filing.text, to: "both/a.txt")
    write([#"{"decision":"reject","scope":"rule","rule":"chinese-punctuation","department":"130304-102"}"#])
    let outcome = try Program.run(["convert", "both", "--decisions", "decisions.jsonl"], in: sandbox)
    #expect(outcome.status == 0)
    let goals = [101, 102].map { department in
      (sandbox.object("Output/2021/130304-\(department).json")?["overall"] as? [String: Any])?["goal"] as? String
    }
    #expect(goals == ["保障会议，顺利召开。", "保障会议,顺利召开。"])
    #expect(try Program.run(["verify", "Output", "--sources", "both"], in: sandbox).status == 0)
  }

  @Test func `standard input obeys decisions`() throws {
    write([#"{"decision":"reject","scope":"rule","rule":"doubled-threshold","department":"131"}"#])
    let outcome = try Program.run(["convert", "-", "--decisions", "decisions.jsonl"], in: sandbox, input: Corpus.text)
    #expect(outcome.status == 0 && outcome.output.contains("\"text\": \"≥9595及以上\""))
  }
}
