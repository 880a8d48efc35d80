import Provenance
import Reading
import Testing

@Suite struct RefusalTests {
  static let refused: [(bytes: [UInt8], id: String)] = [
    ([], "input-empty"),
    (Array(" \n\t\r\n\u{3000}\u{A0}\u{85}".utf8), "input-empty"),
    ([0xEF, 0xBB, 0xBF], "input-empty"),
    (Array(#"{\rtf1\ansi"#.utf8), "input-rtf"),
    (Array("%PDF-1.7\n".utf8), "input-pdf"),
    ([0x50, 0x4B, 3, 4, 20, 0, 0, 0] + "[Content_Types].xml word/document.xml".utf8, "docx-archive"),
    ([0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 18), "input-zip"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "input-ole2"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "input-image"),
    ([0xFF, 0xD8, 0xFF, 0xE0, 0], "input-image"),
    (Array("GIF89a".utf8), "input-image"),
    ([0x49, 0x49, 0x2A, 0x00, 8, 0, 0, 0], "input-image"),
    ([0x4D, 0x4D, 0x00, 0x2A, 0, 0, 0, 8], "input-image"),
    ([0x42, 0x4D, 0x36, 0x10, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0, 0x28], "input-image"),
    (Array("\n <!DOCTYPE html>\n<p>绩效".utf8), "input-html"),
    (Array("<HTML xmlns=\"x\">".utf8), "input-html"),
    (Array("<?xml version=\"1.0\"?><html>".utf8), "input-html"),
    (Array("<?xml version=\"1.0\"?>\n<w:wordDocument>".utf8), "input-xml"),
    (Array("<w:document>".utf8), "input-xml"),
    (Array("From: <x>\r\nMIME-Version: 1.0\r\n".utf8), "input-mht"),
    (Array("绩效目标\n\n| 一级指标 | 指标值 |\n| --- | :-: |\n| 产出 | ≥95 |\n".utf8), "input-markdown"),
  ]

  @Test func whatIsNoTextIsRefusedByItsContent() {
    for (bytes, id) in Self.refused {
      var diagnostics: [Diagnostic] = []
      do {
        _ = try read(bytes, diagnostics: &diagnostics)
        Issue.record("read, but expected \(id)")
      } catch {
        #expect(error.id == id)
        #expect(!error.message.zh.isEmpty && !error.message.en.isEmpty)
      }
      #expect(diagnostics == [])
    }
  }

  @Test func everyFormatHasAdviceInBothLanguages() {
    for format in Format.allCases {
      #expect(format.advice.zh.contains("请") && format.advice.en.hasSuffix("."))
    }
  }

  @Test func textsThatOnlyBeginAlikeAreRead() throws {
    for text in ["<指标>\n\tA\n", "BM 项目\n\tA\n", "PK赛\n\tA\n", "| 竖线\n\tA\n", "<b\n\tA\n"] {
      var diagnostics: [Diagnostic] = []
      #expect(try read(Array(text.utf8), diagnostics: &diagnostics).reader == "tika-text")
    }
  }
}
