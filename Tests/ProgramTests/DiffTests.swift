import Foundation
import Testing

@Suite struct DiffTests {
  let sandbox = Sandbox()

  /// The corpus's filing, and the next year's: a project renamed, its budget raised, three thresholds lowered.
  init() throws {
    sandbox.write(Corpus.text, to: "old/131.txt")
    let text = String(decoding: Corpus.text, as: UTF8.self)
    let later = text.replacing("13030421", with: "13030422").replacing("2021", with: "2022")
      .replacing("≥8080及以上", with: "≥7070及以上").replacing("21.00", with: "25.50")
      .replacing("政协综合事务管理", with: "机关综合事务保障")
    sandbox.write(later, to: "new/131.txt")
    _ = try Program.run(["convert", "old", "-o", "out"], in: sandbox)
    _ = try Program.run(["convert", "new", "-o", "out-new"], in: sandbox)
  }

  @Test func `the exit status is that of diff`() throws {
    #expect(try Program.run(["diff", "out", "out"], in: sandbox).status == 0)
    #expect(try Program.run(["diff", "out", "out-new"], in: sandbox).status == 1)
    #expect(try Program.run(["diff", "out", "nowhere"], in: sandbox).status == 2)
    #expect(
      try Program.run(["diff", "out", "out-new", "--fail-on", "project.*,threshold.looser"], in: sandbox).status == 1)
    #expect(try Program.run(["diff", "out", "out-new", "--fail-on", "project.ended"], in: sandbox).status == 0)
    #expect(try Program.run(["diff", "out", "out-new", "--fail-on", "project.finished"], in: sandbox).status == 64)
  }

  @Test func `the text begins with a summary and shows both places`() throws {
    let outcome = try Program.run(["diff", "out", "out-new"], in: sandbox)
    #expect(outcome.lines.first == "2021 → 2022：部门 1 → 1，项目 4 → 4，对应 4（待确认 0），变化 4 处")
    #expect(outcome.output.contains("  指标值放宽  2  threshold.looser\n"))
    #expect(
      outcome.output.contains(
        "    预算变化（+45,000 元，+21.43%）\n      - 210,000元  131.txt:59\n      + 255,000元  131.txt:59\n"))
  }

  @Test func `sources, outputs, files and folders give the same changes`() throws {
    func kinds(_ arguments: [String]) throws -> [String] {
      try Program.run(["diff"] + arguments + ["--format", "jsonl"], in: sandbox).lines.map { line in
        let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return (value?["kind"] as? String) ?? "?"
      }
    }
    let expected = ["project.renamed", "budget.changed", "threshold.looser", "threshold.looser"].sorted()
    let folders = try kinds(["out", "out-new"])
    #expect(folders.filter { $0 != "purpose.reworded" }.sorted().filter { expected.contains($0) } == expected)
    #expect(try kinds(["out/2021/130304-131.json", "out-new/2022/130304-131.json"]) == folders)
    #expect(try kinds(["--no-spelling", "old", "new"]) == folders)
    try FileManager.default.copyItem(atPath: sandbox.root + "/out-new/2022", toPath: sandbox.root + "/out/2022")
    #expect(try kinds(["out"]) == folders)
  }

  @Test func `every format is written whole, and its name says which it is`() throws {
    let names = ["changes.json", "changes.jsonl", "changes.csv", "changes.html", "changes.patch"]
    let arguments = names.flatMap { ["-o", $0] }
    #expect(try Program.run(["diff", "out", "out-new"] + arguments, in: sandbox).status == 1)
    for name in names { #expect(sandbox.read(name) != nil, "\(name)") }
    let table = try #require(sandbox.read("changes.csv"))
    #expect(table.hasPrefix("\u{FEFF}年度甲,年度乙,部门编码,"))
    #expect(table.components(separatedBy: "\r\n").count == 6)
    #expect(sandbox.read("changes.html")?.contains("Content-Security-Policy") == true)
    #expect(try Program.run(["diff", "out", "out-new", "-o", "changes.docx"], in: sandbox).status == 64)
  }

  @Test func `a crosswalk is written, edited and obeyed`() throws {
    _ = try Program.run(["diff", "out", "out-new", "--write-crosswalk", "crosswalk.csv"], in: sandbox)
    let crosswalk = try #require(sandbox.read("crosswalk.csv"))
    #expect(crosswalk.contains("政协综合事务管理,2022,13030422AFQYLND97B7TA,机关综合事务保障,更名,,"))
    sandbox.write(crosswalk.replacing("更名,,", with: "无关,张三,"), to: "edited.csv")
    let outcome = try Program.run(["diff", "out", "out-new", "--crosswalk", "edited.csv"], in: sandbox)
    #expect(outcome.output.contains("project.ended"))
    #expect(!outcome.output.contains("project.renamed"))
    sandbox.write(crosswalk.replacing("13030422AFQYLND97B7TA", with: "130304220000000000000"), to: "wrong.csv")
    let wrong = try Program.run(["diff", "out", "out-new", "--crosswalk", "wrong.csv"], in: sandbox)
    #expect(wrong.status == 2)
    #expect(wrong.errors.hasPrefix("wrong.csv") || wrong.errors.contains("对照表第 2 行：2022 年没有编码"))
  }

  @Test func `what cannot be compared is said`() throws {
    try FileManager.default.copyItem(
      atPath: sandbox.root + "/out/2021/130304-131.json", toPath: sandbox.root + "/out/copy.json")
    let twice = try Program.run(["diff", "out", "out-new"], in: sandbox)
    #expect(twice.status == 2)
    #expect(twice.errors.contains("编号 130304-131-2021 出现两次"))
    #expect(try Program.run(["diff", "out-new"], in: sandbox).errors.contains("只有一个年度（2022）"))
    let other = try #require(sandbox.read("out-new/2022/130304-131.json")).replacing(
      "jixiao.filing/1", with: "jixiao.filing/9")
    sandbox.write(other, to: "other.json")
    let version = try Program.run(["diff", "out-new", "other.json"], in: sandbox)
    #expect(version.status == 2)
    #expect(version.errors.contains("jixiao.filing/9"))
  }

  @Test func `history follows a project through a rename`() throws {
    try FileManager.default.copyItem(atPath: sandbox.root + "/out-new/2022", toPath: sandbox.root + "/out/2022")
    let outcome = try Program.run(["history", "131", "out"], in: sandbox)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("机关综合事务保障  130304-131-2021/13030421AFQYLND97B7TA\n"))
    #expect(outcome.output.contains("预算数（元）"))
    let unknown = try Program.run(["history", "999", "out"], in: sandbox)
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("131 政协秦皇岛市北戴河区委员会办公室"))
  }
}
