import Documents
import Provenance
import Reading
import Testing

@Suite struct LexerTests {
  private func tokens(_ text: String) -> [(Token.Kind, String)] {
    let source = SourceText(text)
    var lexer = Lexer()
    var result: [(Token.Kind, String)] = []
    while let token = lexer.next(in: source.utf8.span) { result.append((token.kind, source[token.range])) }
    return result
  }

  @Test func cutsEveryKindOfToken() {
    let found = tokens("\t[bookmark: a]产出[1]\r\n\u{C}x[bookmark: b\r[bookmark: c d]")
    let expected: [(Token.Kind, String)] = [
      (.tab, "\t"), (.bookmark, "[bookmark: a]"), (.text, "产出[1]"), (.lineEnd, "\r\n"), (.formFeed, "\u{C}"),
      (.text, "x[bookmark: b"), (.lineEnd, "\r"), (.bookmark, "[bookmark: c d]"),
    ]
    #expect(found.map(\.0) == expected.map(\.0))
    #expect(found.map(\.1) == expected.map(\.1))
  }

  @Test func namesAreBoundedInLength() throws {
    let longest = String(repeating: "n", count: Lexer.longestName)
    #expect(tokens("[bookmark: \(longest)]").map(\.0) == [.bookmark])
    #expect(tokens("[bookmark: \(longest)n]").map(\.0) == [.text])
    var diagnostics: [Diagnostic] = []
    _ = try read(Array("甲[bookmark: \(longest)n]\n\tA\n".utf8), diagnostics: &diagnostics)
    #expect(diagnostics.map(\.id) == ["unclosed-bookmark"])
    #expect(diagnostics.first?.source == [SourceRange(3, 4)])
  }
}
