import Foundation
import Testing

@Suite struct ReviewTests {
  let sandbox = Sandbox()

  init() {
    sandbox.write(Corpus.text, to: "in/2021/a.txt")
  }

  @Test func `review writes one page, and says what is in it`() throws {
    let outcome = try Program.run(["review", "in", "-o", "out/review.html"], in: sandbox)
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(outcome.errors == "1 份文本、60 条待审核，写入 out/review.html；请用浏览器打开。\n")
    let page = try #require(sandbox.read("out/review.html"))
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    _ = try Program.run(
      ["review", "\(sandbox.root)/in", "-o", "again.html"], in: sandbox, environment: ["LC_ALL": "en_US.UTF-8"])
    #expect(sandbox.read("again.html") == page)
    _ = try Program.run(["review", "in", "-o", "en.html", "--language", "en"], in: sandbox)
    #expect(sandbox.read("en.html")?.contains("<html lang=\"en\">") == true)
  }

  @Test func `a bad file costs itself and is named on the page`() throws {
    sandbox.write("%PDF-1.7\n", to: "in/2021/<b>.pdf")
    let outcome = try Program.run(["review", "in"], in: sandbox)
    #expect(outcome.status == 1 && outcome.errors.contains("<b>.pdf: 错误["))
    let page = try #require(sandbox.read("review.html"))
    #expect(page.contains(#"\u003cb\u003e.pdf"#) && !page.contains("<b>.pdf"))
  }

  @Test func `decisions that cannot be used stop the page`() throws {
    sandbox.write("{\"decision\":\"maybe\"}\n", to: "bad.jsonl")
    let outcome = try Program.run(["review", "in", "--decisions", "bad.jsonl"], in: sandbox)
    #expect(outcome.status == 2 && outcome.errors.contains("bad.jsonl:1: 错误[decisions-line]"))
    #expect(sandbox.read("review.html") == nil)
  }

  @Test func `standard input is reviewed, too`() throws {
    let outcome = try Program.run(["review", "-", "--year", "2021"], in: sandbox, input: Corpus.text)
    #expect(outcome.status == 0 && outcome.errors.contains("60 条待审核"))
  }

  @Test func `a letter is the same however the department is called`() throws {
    for (name, file) in [("131", "a.docx"), ("政协秦皇岛市北戴河区委员会办公室", "b.docx"), ("130304-131-2021", "c.docx")] {
      let outcome = try Program.run(["check", "in", "--letter", name, "-o", file], in: sandbox)
      #expect(outcome.status == 0 && outcome.output.isEmpty)
      #expect(outcome.errors == "给“政协秦皇岛市北戴河区委员会办公室”的函已写入 \(file)。\n")
    }
    let bytes = sandbox.read("a.docx")
    #expect(bytes?.hasPrefix("PK") == true && sandbox.read("b.docx") == bytes && sandbox.read("c.docx") == bytes)
    let read = try Program.run(["text", "a.docx"], in: sandbox)
    #expect(read.status == 0 && read.output.contains("关于核实修改2021年部门预算绩效文本的函"))
  }

  @Test func `a department that is not there is answered with those that are`() throws {
    let outcome = try Program.run(["check", "in", "--letter", "132"], in: sandbox)
    #expect(outcome.status == 2 && sandbox.read("letter.docx") == nil)
    #expect(outcome.errors == "没有名为“132”的部门；有：130304-131 政协秦皇岛市北戴河区委员会办公室。\n")
  }
}
