import Foundation
import Testing

@Suite struct ConvertTests {
  let sandbox = Sandbox()

  @Test func `folders are searched, hidden files and what is no document are not read`() throws {
    sandbox.write(SampleFiling(101).text, to: "in/2021/a.txt")
    sandbox.write(SampleFiling(102).text, to: "in/2021/deep/er/b.txt")
    for name in [".hidden.txt", ".git/c.txt", "notes.json", "README.md"] {
      sandbox.write(SampleFiling(103).text, to: "in/\(name)")
    }
    let outcome = try Program.run(["convert", "in", "--jobs", "2"], in: sandbox)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("共 2 个文件，转换 2 个；"))
    #expect(outcome.errors.hasSuffix("输出在 Output。\n"))
    #expect(
      sandbox.files(in: "Output") == ["2021/130304-101.json", "2021/130304-102.json", "manifest.json"])
    #expect(sandbox.entry("2021/deep/er/b.txt")?["status"] as? String == "converted")
  }

  @Test func `what has not changed is not converted again, unless forced`() throws {
    sandbox.write(SampleFiling(101).text, to: "in/a.txt")
    sandbox.write(SampleFiling(102).text, to: "in/b.txt")
    _ = try Program.run(["convert", "in"], in: sandbox)
    let first = sandbox.tree("Output")
    let second = try Program.run(["convert", "in"], in: sandbox)
    #expect(second.status == 0)
    #expect(second.errors.contains("未变 2 个"))
    let third = try Program.run(["convert", "in", "--force"], in: sandbox)
    #expect(!third.errors.contains("未变"))
    #expect(sandbox.tree("Output") == first)
    sandbox.write(SampleFiling(102).text.replacingOccurrences(of: "21.00", with: "22.00"), to: "in/b.txt")
    let fourth = try Program.run(["convert", "in"], in: sandbox)
    #expect(fourth.errors.contains("未变 1 个"))
    #expect(sandbox.read("Output/2021/130304-102.json")?.contains("220000") == true)
  }

  @Test func `standard input goes to standard output, or into a folder`() throws {
    let input = Array(SampleFiling(101).text.utf8)
    let printed = try Program.run(["convert", "-"], in: sandbox, input: input)
    #expect(printed.status == 0)
    #expect(printed.errors == "")
    let written = try Program.run(["convert", "-", "-o", "out"], in: sandbox, input: input)
    #expect(written.status == 0)
    #expect(sandbox.tree("out") == ["2021/130304-101.json": printed.output])
    let refused = try Program.run(["convert", "-"], in: sandbox, input: Array("今天天气很好。".utf8))
    #expect(refused.status == 1)
    #expect(refused.output == "")
    #expect(refused.errors.hasPrefix("-: 错误[not-a-filing]"))
  }

  @Test func `several departments in one file are several outputs`() throws {
    sandbox.write(SampleFiling(101, 102, 103).text, to: "in/a.txt")
    let outcome = try Program.run(["convert", "in"], in: sandbox)
    #expect(outcome.status == 0)
    #expect(sandbox.files(in: "Output/2021") == ["130304-101.json", "130304-102.json", "130304-103.json"])
    for department in ["101", "102", "103"] {
      let filing = sandbox.object("Output/2021/130304-\(department).json")
      #expect((filing?["projects"] as? [Any])?.count == 1)
      #expect(filing?["id"] as? String == "130304-\(department)-2021")
    }
    let check = try Program.run(["check", "in", "--format", "jsonl"], in: sandbox)
    #expect(check.lines.count { $0.contains("\"shared-by-departments\"") } == 1)
  }

  @Test func `two files with one id and different content are both named, and neither is written`() throws {
    var other = SampleFiling(101)
    other.goal = "完成全年会议议程。"
    sandbox.write(SampleFiling(101).text, to: "in/first.txt")
    sandbox.write(other.text, to: "in/second.txt")
    sandbox.write(SampleFiling(102).text, to: "in/third.txt")
    let outcome = try Program.run(["convert", "in"], in: sandbox)
    #expect(outcome.status == 1)
    #expect(sandbox.files(in: "Output/2021") == ["130304-102.json"])
    for name in ["first.txt", "second.txt"] { #expect(sandbox.failure(of: name) == "id-conflict") }
    let lines = outcome.errors.split(separator: "\n").filter { $0.contains("id-conflict") }
    #expect(lines.count == 1)
    #expect(lines.first?.contains("“first.txt”、“second.txt”") == true)
    #expect(lines.first?.contains("--prefer") == true)
    let preferred = try Program.run(["convert", "in", "--prefer", "second"], in: sandbox)
    #expect(preferred.status == 0)
    #expect(sandbox.read("Output/2021/130304-101.json")?.contains("完成全年会议议程") == true)
  }

  @Test func `equal content twice is one output with a note`() throws {
    sandbox.write(SampleFiling(101).text, to: "in/a.txt")
    sandbox.write(SampleFiling(101).text, to: "in/copy of a.txt")
    let outcome = try Program.run(["convert", "in"], in: sandbox)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("重复或被取代 1 个"))
    #expect(sandbox.files(in: "Output/2021") == ["130304-101.json"])
    let entry = sandbox.entry("copy of a.txt")
    #expect(entry?["status"] as? String == "duplicate")
    let reason = (entry?["claims"] as? [[String: Any]])?.first?["reason"] as? [String: Any]
    #expect(reason?["id"] as? String == "duplicate")
    #expect((reason?["message"] as? [String: String])?["zh"]?.contains("a.txt") == true)
  }

  @Test func `the year that is given wins`() throws {
    sandbox.write(SampleFiling(101).text, to: "a.txt")
    let outcome = try Program.run(["convert", "a.txt", "--year", "2023"], in: sandbox)
    #expect(outcome.status == 0)
    #expect(sandbox.files(in: "Output") == ["2023/130304-101.json", "manifest.json"])
    let again = try Program.run(["convert", "a.txt"], in: sandbox)
    #expect(!again.errors.contains("未变"), "The year is part of what an output depends on.")
    #expect(sandbox.files(in: "Output") == ["2021/130304-101.json", "manifest.json"])
  }

  @Test func `nothing is said with quiet, unless something fails`() throws {
    sandbox.write(SampleFiling(101).text, to: "in/a.txt")
    let quiet = try Program.run(["convert", "in", "--quiet"], in: sandbox)
    #expect(quiet.output + quiet.errors == "")
    sandbox.write("", to: "in/b.txt")
    let failing = try Program.run(["convert", "in", "--quiet"], in: sandbox)
    #expect(failing.status == 1)
    #expect(failing.errors.hasPrefix("b.txt: 错误[input-empty]"))
  }

  @Test func `pruning removes what is not given any more`() throws {
    sandbox.write(SampleFiling(101).text, to: "in/a.txt")
    sandbox.write(SampleFiling(102).text, to: "in/b.txt")
    _ = try Program.run(["convert", "in"], in: sandbox)
    sandbox.remove("in/b.txt")
    _ = try Program.run(["convert", "in"], in: sandbox)
    #expect(sandbox.files(in: "Output/2021").count == 2)
    _ = try Program.run(["convert", "in", "--prune"], in: sandbox)
    #expect(sandbox.files(in: "Output/2021") == ["130304-101.json"])
  }
}
