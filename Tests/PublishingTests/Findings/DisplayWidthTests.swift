import ICU
import TestSupport
import Testing

@Suite struct DisplayWidthTests {
  @Test func `characters take the columns that terminals give them`() {
    let cases: [(String, Int)] = [
      ("", 0), ("abc", 3), ("绩效", 4), ("ＡＢ", 4), ("，。", 4), ("\u{3000}", 2), ("ｶﾅ", 2), ("한글", 4),
      ("e\u{301}", 1), ("\u{1100}\u{1161}", 2), ("≥95", 3), ("…", 1), ("𠀀", 2), ("é", 1),
      // Pictures: by themselves, asked for with U+FE0F, with a skin tone, a flag of two letters.
      ("😀", 2), ("\u{2764}\u{FE0F}", 2), ("👍\u{1F3FD}", 2), ("🇨🇳", 2),
    ]
    for (text, columns) in cases {
      #expect(DisplayWidth().columns(of: text) == columns, "\(text)")
    }
  }

  @Test func `ambiguous characters are wide where the terminal is set up so`() {
    #expect(DisplayWidth(ambiguous: 2).columns(of: "≥9…") == 5)
    #expect(DisplayWidth(ambiguous: 2).columns(of: "\t") == 2)
    #expect(DisplayWidth(ambiguous: 7) == DisplayWidth(ambiguous: 1))
  }

  @Test func `what would command the terminal or hide is shown as an escape`() {
    let cases: [(String, String)] = [
      ("\u{1B}[31m红", "<U+001B>[31m红"), ("a\u{202E}b", "a<U+202E>b"), ("零\u{200B}宽", "零<U+200B>宽"),
      ("\r\n", "<U+000D><U+000A>"), ("\u{FEFF}x", "<U+FEFF>x"), ("\u{E000}", "<U+E000>"), ("\u{7F}", "<U+007F>"),
      ("\u{9B}31m", "<U+009B>31m"), ("\u{E0041}", "<U+E0041>"), ("\u{2028}", "<U+2028>"), ("\u{3164}", "<U+3164>"),
      ("a\tb", "a→b"), ("\u{301}x", "<U+0301>x"), ("👩\u{200D}👧", "👩<U+200D>👧"),
    ]
    for (text, shown) in cases {
      #expect(DisplayWidth().visible(text) == shown)
      #expect(DisplayWidth().columns(of: text) == DisplayWidth().columns(of: shown))
    }
  }

  @Test func `bytes that are not UTF-8 are shown as U+FFFD, one for each`() {
    let cases: [[UInt8]] = [
      [0x80], [0xC0, 0xAF], [0xE7, 0xBB], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF, 0xFE],
    ]
    for bytes in cases {
      let cells = DisplayWidth().cells(of: bytes.span)
      #expect(cells.count == bytes.count)
      #expect(DisplayWidth().show(cells, of: bytes) == String(repeating: "\u{FFFD}", count: bytes.count))
    }
  }

  @Test func `cells cover any bytes in order, and what they show needs no escape`() {
    var random = SplitMix(seed: 11)
    let pool = ["a", "绩", "\t", "\u{301}", "\u{1B}", "\u{202E}", "😀", "\u{FE0F}", "\u{1F3FB}", "≥", "\u{10FFFF}"].map {
      Array($0.utf8)
    }
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        bytes +=
          Bool.random(using: &random)
          ? pool.randomElement(using: &random) ?? [] : [UInt8.random(in: 0...255, using: &random)]
      }
      let display = DisplayWidth(ambiguous: Int.random(in: 1...2, using: &random))
      let cells = display.cells(of: bytes.span)
      #expect(cells.flatMap(\.bytes) == Array(bytes.indices))
      let shown = display.show(cells, of: bytes)
      #expect(
        !shown.unicodeScalars.contains {
          $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
        })
      #expect(display.visible(shown) == shown)
      #expect(display.columns(of: shown) == cells.reduce(0) { $0 + $1.columns })
    }
  }
}
