import Foundation
import Testing

@Suite struct CommandLineTests {
  let sandbox = Sandbox()

  @Test func `the version names what outputs depend on`() throws {
    let outcome = try Program.run(["--version"], in: sandbox)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("jixiao "))
    #expect(outcome.output.contains("ICU") && outcome.output.contains("Unicode"))
  }

  @Test func `the help gives examples and explains the exit status`() throws {
    let help = try Program.run(["--help"], in: sandbox)
    #expect(help.status == 0)
    for word in ["jixiao convert Corpus -o Output", "退出码", "Exit status", "64", "130"] {
      #expect(help.output.contains(word), "\(word)")
    }
    for command in ["convert", "check", "text", "trace", "verify", "rules", "schema"] {
      let help = try Program.run([command, "--help"], in: sandbox)
      #expect(help.status == 0)
      #expect(help.output.contains("USAGE: jixiao \(command)"))
      // Each option is explained in both languages.
      #expect(help.output.contains("语言") && help.output.contains("Language"), "\(command)")
    }
  }

  @Test(arguments: [
    ["convert"], ["convert", "--year", "1", "a"], ["convert", "--jobs", "0", "a"], ["convert", "-", "a"],
    ["convert", "a", "-o", ""], ["convert", ""], ["convert", "--max-bytes", "0", "a"], ["check"],
    ["check", "--format", "xml", "a"], ["text"], ["schema", "nothing"], ["frobnicate"],
  ])
  func `a mistake in the arguments is exit status 64, and says so in Chinese first`(arguments: [String]) throws {
    let outcome = try Program.run(arguments, in: sandbox)
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("用法有误"))
    #expect(sandbox.files(in: "") == [])
  }

  @Test func `a locale or an option chooses the language`() throws {
    let chinese = try Program.run(["rules", "nothing"], in: sandbox)
    #expect(chinese.status == 2)
    #expect(chinese.errors.hasPrefix("没有编号为“nothing”"))
    let english = try Program.run(["rules", "nothing"], in: sandbox, environment: ["LC_ALL": "de_DE.UTF-8"])
    #expect(english.errors.hasPrefix("No rule or check"))
    let asked = try Program.run(["rules", "nothing", "--language", "both"], in: sandbox)
    #expect(asked.errors.contains("没有编号") && asked.errors.contains("No rule"))
  }

  @Test func `rules lists all, and explains each that it lists`() throws {
    let list = try Program.run(["rules"], in: sandbox)
    #expect(list.status == 0)
    let ids = list.lines.filter { $0.hasPrefix("  ") }.compactMap { $0.dropFirst(2).split(separator: "\t").first }
    #expect(ids.count > 30)
    #expect(ids.contains("doubled-threshold") && ids.contains("cost-direction"))
    let rule = try Program.run(["rules", "doubled-threshold"], in: sandbox)
    #expect(rule.output.contains("≥9595及以上") && rule.output.contains("≥95"))
    let check = try Program.run(["rules", "cost-direction"], in: sandbox)
    #expect(check.output.contains("cost-direction"))
  }

  @Test func `every schema that is listed is a JSON Schema of 2020-12`() throws {
    let names = try Program.run(["schema"], in: sandbox).lines.compactMap { $0.split(separator: "\t").first }
    #expect(Set(names).isSuperset(of: ["decision", "filing", "finding", "manifest", "suggestion", "row-projects"]))
    for name in names {
      let outcome = try Program.run(["schema", String(name)], in: sandbox)
      let schema = try JSONSerialization.jsonObject(with: Data(outcome.bytes)) as? [String: Any]
      #expect(schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }
  }

  @Test func `a stream that cannot be written is trouble, one that nobody reads is not`() throws {
    sandbox.write(Corpus.text, to: "a.txt")
    for command in ["schema filing", "rules", "text a.txt", "check a.txt", "convert - < a.txt"] {
      let full = try Program.shell("jixiao \(command) > /dev/full", in: sandbox)
      #expect(full.status == 2, "\(command)")
      #expect(full.errors.contains("标准输出无法写入"), "\(command)")
    }
    for command in ["schema filing", "rules", "text a.txt"] {
      let closed = try Program.shell(
        "set -o pipefail; jixiao \(command) | head -n 1 > /dev/null; exit ${PIPESTATUS[0]}", in: sandbox)
      #expect(closed.status == 0, "\(command)")
      #expect(closed.errors == "", "\(command)")
    }
  }

  @Test func `text prints the document as it was read`() throws {
    sandbox.write("第一部分\r\n\t单位\n\t甲\n\n", to: "a.txt")
    let outcome = try Program.run(["text", "a.txt"], in: sandbox)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("第一部分\n\t单位\n\t甲\n"))
    let piped = try Program.run(["text", "-"], in: sandbox, input: Array("第一部分\n\t单位\n".utf8))
    #expect(piped.output.hasPrefix("第一部分\n\t单位\n"))
    let missing = try Program.run(["text", "b.txt"], in: sandbox)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("b.txt: 错误[file-not-found]"))
    let empty = try Program.run(["text", "-"], in: sandbox)
    #expect(empty.status == 1)
    #expect(empty.errors.contains("input-empty"))
  }
}
