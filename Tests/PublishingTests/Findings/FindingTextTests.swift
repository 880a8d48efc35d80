import Provenance
import Testing

@testable import Publishing

@Suite struct FindingTextTests {
  private func text(_ diagnostics: [Diagnostic], _ change: (inout FindingText.Options) -> Void = { _ in }) -> String {
    var options = FindingText.Options()
    change(&options)
    var printer = FindingText(options)
    var output = ""
    printer.write(diagnostics, of: FindingSamples.source, to: &output)
    printer.writeSummary(to: &output)
    return output
  }

  @Test func `a finding is shown with its line, its marks, its field and its further places`() {
    #expect(
      text([FindingSamples.cost]) == """
        2021/131-政协 办公室.txt:3:2: 警告[cost-direction]: 成本指标的目标用了“≥”，通常应为“≤”。
             3 | →≥9595及以上
               |  ^~~~~~~~~~~
               = 字段: /projects/0/indicators/3/target
        2021/131-政协 办公室.txt:2:2: 另见:
             2 | →21.00
               |  ^~~~~
        共 1 个警告。

        """)
  }

  @Test func `a finding about a whole file names the file only`() {
    #expect(
      text([FindingSamples.undated]) == """
        2021/131-政协 办公室.txt: 错误[undated]: 没有找到年度；请用 --year 指定。
        共 1 个错误。

        """)
  }

  @Test func `the language is Chinese, English or both`() {
    #expect(
      text([FindingSamples.note]) { $0.language = .en } == """
        2021/131-政协 办公室.txt:1:1: note[same-text]: Repeated.
             1 | 单位：万元
               | ^~~~~~~~~~
               = field: /overall/goal
        1 note.

        """)
    #expect(
      text([FindingSamples.note]) { $0.language = .both } == """
        2021/131-政协 办公室.txt:1:1: 提示/note[same-text]: 重复。
            Repeated.
             1 | 单位：万元
               | ^~~~~~~~~~
               = 字段/field: /overall/goal
        共 1 个提示。 / 1 note.

        """)
  }

  @Test func `the last line counts all findings by severity`() {
    let all = [FindingSamples.note, FindingSamples.undated, FindingSamples.cost, FindingSamples.note]
    #expect(text(all).hasSuffix("共 1 个错误，1 个警告，2 个提示。\n"))
    #expect(text(all) { $0.language = .en }.hasSuffix("1 error, 1 warning, 2 notes.\n"))
    #expect(text([]) == "没有发现问题。\n")
  }

  @Test func `colours only when asked, and then nothing else changes`() {
    let plain = text([FindingSamples.cost, FindingSamples.undated])
    let coloured = text([FindingSamples.cost, FindingSamples.undated]) { $0.isColoured = true }
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1;33m警告[cost-direction]:\u{1B}[0m"))
    var stripped = ""
    var rest = coloured[...]
    while let escape = rest.firstIndex(of: "\u{1B}") {
      stripped += rest[..<escape]
      rest = rest[escape...].drop { $0 != "m" }.dropFirst()
    }
    #expect(stripped + rest == plain)
  }

  @Test func `nothing from a file reaches the terminal as a command`() {
    let text = SourceText("a\u{1B}]0;x\u{7}\n")
    let source = FindingSource(path: "\u{1B}[2J.txt", text: text, lines: LineIndex(text))
    let finding = Diagnostic(
      "x", .note, path: "/\u{9B}", Message(zh: "“\u{1B}c\n”", en: "\u{202E}"), at: [text.range])
    var options = FindingText.Options()
    options.language = .both
    var printer = FindingText(options)
    var output = ""
    printer.write([finding], of: source, to: &output)
    #expect(
      output.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x9B && $0 != "\u{202E}"
      })
    #expect(output.contains("<U+001B>c<U+000A>"))
  }

  @Test func `places outside the text and files without a text do no harm`() {
    var printer = FindingText()
    var output = ""
    let far = Diagnostic("far", .note, Message(zh: "远", en: "far"), at: [SourceRange(900, 950)])
    printer.write([far], of: FindingSamples.source, to: &output)
    printer.write([far], of: FindingSource(unreadable: "x.txt"), to: &output)
    #expect(output.hasSuffix("x.txt:1:1: 提示[far]: 远\n"))
    #expect(printer.counts.notes == 2)
  }

  @Test func `repairs and suggestions are shown in the same style`() throws {
    var leaf = Revision(filed: "≥9595及以上", source: FindingSamples.target)
    let tail = Evidence("tail", text: "及以上", source: SourceRange(31, 40), score: 0.98765)
    leaf.apply([Edit(0..<16, to: "≥95", evidence: [tail])], rule: "doubled-threshold", certainty: .certain)
    leaf.apply([Edit(5..<5, to: "%")], rule: "missing-unit", certainty: .possible)
    var printer = FindingText()
    var output = ""
    for correction in leaf.corrections {
      let keyed = KeyedCorrection(
        key: "310beefe8546e5b3", path: "/projects/0/indicators/0/target/text", text: leaf, correction: correction)
      printer.write(keyed, in: FindingSamples.source, to: &output)
    }
    printer.writeSummary(to: &output)
    #expect(
      output == """
        2021/131-政协 办公室.txt:3:2: 更正(确定)[doubled-threshold]: “≥9595及以上”已改为“≥95”
             3 | →≥9595及以上
               |  ^~~~~~~~~~~
               = 字段: /projects/0/indicators/0/target/text
               = 依据: tail “及以上” 0.988 (3:7)
               = 键: 310beefe8546e5b3
        2021/131-政协 办公室.txt:3:10: 建议(可能)[missing-unit]: 可补上“%”
             3 | →≥9595及以上
               |             ^
               = 字段: /projects/0/indicators/0/target/text
               = 键: 310beefe8546e5b3
        共 1 处更正，1 处建议。

        """)
  }

  @Test func `a change says what was inserted, deleted or replaced`() {
    func change(_ before: String, _ after: String, _ certainty: Certainty) -> Message {
      Wording.change(
        Correction(
          rule: "r", certainty: certainty, applied: certainty.isApplied, before: before, after: after, at: 0,
          filed: 0..<0,
          evidence: []))
    }
    #expect(change("", "。", .likely) == Message(zh: "已补上“。”", en: "inserted \"。\""))
    #expect(change(" ", "", .possible) == Message(zh: "可删去“ ”", en: "could be deleted: \" \""))
    #expect(change("班里", "办理", .likely) == Message(zh: "“班里”已改为“办理”", en: "\"班里\" became \"办理\""))
  }

  @Test func `scores have three decimals`() {
    let cases: [(Double, String)] = [
      (0, "0.000"), (-0.0004, "0.000"), (12.3456, "12.346"), (-1.5, "-1.500"), (0.0999, "0.100"),
    ]
    for (value, text) in cases { #expect(Wording.threeDecimals(value) == text) }
    #expect(Wording.threeDecimals(.infinity) == "inf")
  }
}
