import ICU
import Provenance
import TestSupport
import Testing

@testable import Publishing

@Suite struct ExcerptTests {
  /// The excerpt of `text`, in which ⟦ and ⟧ stand around the finding, with the marks under it.
  private func excerpt(_ marked: String, width: Int, ambiguous: Int = 1) -> String {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }.map(String.init)
    let (start, length) = (parts[0].utf8.count, parts[1].utf8.count)
    let text = SourceText(parts.joined())
    let source = FindingSource(path: "x", text: text, lines: LineIndex(text))
    let excerpt = Excerpt(
      source, SourceRange(start, start + length), width: width, display: DisplayWidth(ambiguous: ambiguous))
    return excerpt.text + "\n" + String(repeating: " ", count: excerpt.indent)
      + String(repeating: "^", count: excerpt.marked)
  }

  @Test func `marks stand under the finding by columns, not characters`() {
    #expect(excerpt("全年⟦完成⟧率 95", width: 40) == "全年完成率 95\n    ^^^^")
    #expect(excerpt("\t⟦≥9595及以上⟧", width: 40) == "→≥9595及以上\n ^^^^^^^^^^^")
    #expect(excerpt("\t⟦≥9595⟧及以上", width: 40, ambiguous: 2) == "→≥9595及以上\n  ^^^^^^")
    #expect(excerpt("a⟦\u{202E}⟧b", width: 40) == "a<U+202E>b\n ^^^^^^^^")
    #expect(excerpt("e\u{301}⟦x⟧", width: 40) == "e\u{301}x\n ^")
  }

  @Test func `an empty finding is marked with one column, also at the end of a line`() {
    #expect(excerpt("目标⟦⟧；", width: 40) == "目标；\n    ^")
    #expect(excerpt("目标⟦⟧", width: 40) == "目标\n    ^")
    #expect(excerpt("⟦⟧", width: 40) == "\n^")
  }

  @Test func `of a finding over several lines the first is shown, without CR`() {
    #expect(excerpt("甲⟦乙\r\n丙⟧丁", width: 40) == "甲乙\n  ^^")
    #expect(excerpt("甲⟦\n丙⟧", width: 40) == "甲\n  ^")
  }

  @Test func `a long line is cut around the finding, between characters`() {
    let long = "一二三四五六七八九十"
    #expect(excerpt("⟦一⟧二三四五六七八九十", width: 11) == "一二三四…\n^^")
    #expect(excerpt("一二三四⟦五⟧六七八九十", width: 12) == "…三四五六七…\n     ^^")
    #expect(excerpt("一二三四五六七八九⟦十⟧", width: 11) == "…七八九十\n       ^^")
    #expect(excerpt("⟦" + long + "⟧", width: 11) == "一二三四…\n^^^^^^^^")
    #expect(excerpt("一⟦二三四五六七八九⟧十", width: 11) == "…二三四五…\n ^^^^^^^^")
  }

  @Test func `an excerpt keeps to its width and marks something, whatever the text`() {
    var random = SplitMix(seed: 5)
    let pool = ["a", "绩", "\t", "\u{301}", "≥", "😀", "\u{200B}", "\n", "\r"]
    for _ in 0..<3000 {
      let text = SourceText(
        (0..<Int.random(in: 0..<60, using: &random)).map { _ in pool.randomElement(using: &random) ?? "" }.joined())
      let start = Int.random(in: 0...text.count + 2, using: &random)
      let range = SourceRange(start, start + Int.random(in: 0...20, using: &random))
      let display = DisplayWidth(ambiguous: Int.random(in: 1...2, using: &random))
      let width = Int.random(in: 16...40, using: &random)
      let excerpt = Excerpt(
        FindingSource(path: "x", text: text, lines: LineIndex(text)), range, width: width, display: display)
      #expect(excerpt.marked >= 1)
      #expect(display.columns(of: excerpt.text) <= width)
      #expect(excerpt.indent + excerpt.marked <= max(width, display.columns(of: excerpt.text) + 1))
    }
  }
}
