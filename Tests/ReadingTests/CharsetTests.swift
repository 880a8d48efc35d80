import Documents
import Provenance
import Reading
import Testing

@Suite struct CharsetTests {
  static let text = "第一部分 部门整体绩效目标\n\t项目编码\n\t13030421AFQ，𠮷\n\n\n"

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  private func utf32(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (24 - 8 * UInt32($0))) }
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  private func expect(_ bytes: [UInt8], _ charset: String, _ text: String = Self.text) throws {
    var diagnostics: [Diagnostic] = []
    let result = try read(bytes, diagnostics: &diagnostics)
    #expect(result.charset == charset)
    #expect(result.document.source == SourceText(text))
    #expect(diagnostics == [])
  }

  @Test func aByteOrderMarkDecidesAndIsLeftOut() throws {
    try expect([0xEF, 0xBB, 0xBF] + Self.text.utf8, "UTF-8")
    try expect([0xFF, 0xFE] + utf16(Self.text, bigEndian: false), "UTF-16LE")
    try expect([0xFE, 0xFF] + utf16(Self.text, bigEndian: true), "UTF-16BE")
    try expect([0xFF, 0xFE, 0, 0] + utf32(Self.text, bigEndian: false), "UTF-32LE")
    try expect([0, 0, 0xFE, 0xFF] + utf32(Self.text, bigEndian: true), "UTF-32BE")
  }

  @Test func utf16WithoutByteOrderMarkIsRecognised() throws {
    try expect(utf16(Self.text, bigEndian: false), "UTF-16LE")
    try expect(utf16(Self.text, bigEndian: true), "UTF-16BE")
    let ascii = "\tcode\n\t13030421AFQ\n\n\n"
    try expect(utf16(ascii, bigEndian: false), "UTF-16LE", ascii)
    try expect(utf16(ascii, bigEndian: true), "UTF-16BE", ascii)
  }

  @Test func gb18030IsConverted() throws {
    // 绩效目标 LF TAB 产出指标 LF TAB 𠮷, which takes four bytes
    let bytes: [UInt8] =
      [0xBC, 0xA8, 0xD0, 0xA7, 0xC4, 0xBF, 0xB1, 0xEA, 0x0A, 0x09, 0xB2, 0xFA, 0xB3, 0xF6, 0xD6, 0xB8, 0xB1, 0xEA]
      + [0x0A, 0x09, 0x95, 0x34, 0xB2, 0x35]
    try expect(bytes, "GB18030", "绩效目标\n\t产出指标\n\t𠮷")
  }

  @Test func otherCharsetsAreRefused() {
    // 績效目標 in Big5, 業績目標を in Shift JIS, and GB18030 cut inside a character
    let big5: [UInt8] = [0xC1, 0x5A, 0xAE, 0xC4, 0xA5, 0xD8, 0xBC, 0xD0, 0x0A]
    let shiftJIS: [UInt8] = [0x8B, 0xC6, 0x90, 0xD1, 0x96, 0xDA, 0x95, 0x57, 0x82, 0xF0, 0x0A]
    let cut: [UInt8] = [0xBC, 0xA8, 0xD0, 0xA7, 0xC4]
    for bytes in [big5, shiftJIS, cut] {
      var diagnostics: [Diagnostic] = []
      #expect(throws: ReadingError.unknownCharset(offset: 0)) { try read(bytes, diagnostics: &diagnostics) }
    }
  }

  @Test func damagedUTF8IsReplacedAndCounted() throws {
    var bytes = Array(String(repeating: Self.text, count: 4).utf8)
    bytes[0] = 0xFF  // 第 becomes three ill-formed sequences
    bytes[6] = 0x20  // 部 becomes a space and two more
    var diagnostics: [Diagnostic] = []
    let result = try read(bytes, diagnostics: &diagnostics)
    let replaced = String(decoding: bytes, as: UTF8.self)
    #expect(result.document.source == SourceText(replaced))
    #expect(diagnostics.map(\.id) == ["ill-formed-text"])
    #expect(diagnostics.first?.source == [SourceRange(0, 3)])
    let count = replaced.unicodeScalars.count { $0 == "\u{FFFD}" }
    #expect(diagnostics.first?.message.en.hasPrefix("\(count) sequences") == true)
  }

  @Test func damagedUTF16IsReplacedAndCounted() throws {
    var diagnostics: [Diagnostic] = []
    let bytes = [0xFF, 0xFE] + utf16("甲\n\t乙", bigEndian: false) + [0x00, 0xD8, 0x0A, 0x00, 0x41]
    let result = try read(bytes, diagnostics: &diagnostics)
    #expect(result.document.source == SourceText("甲\n\t乙\u{FFFD}\n\u{FFFD}"))
    #expect(diagnostics.map(\.id) == ["ill-formed-text"])
    #expect(diagnostics.first?.message.en.hasPrefix("2 sequences") == true)
  }

  @Test func bytesFullOfNULsAreRefused() {
    var diagnostics: [Diagnostic] = []
    let bytes: [UInt8] = [0x7F, 0x45, 0x4C, 0x46] + Array(repeating: 0, count: 40) + [1, 2, 3, 0xFE]
    #expect(throws: ReadingError.binary(offset: 4)) { try read(bytes, diagnostics: &diagnostics) }
  }
}
