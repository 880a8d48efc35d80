import Provenance

extension Diagnostic {
  static func illFormed(count: Int, _ charset: String, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      "ill-formed-text", .warning,
      Message(
        zh: "文本有 \(count) 处不是合法的 \(charset) 编码，已显示为“\u{FFFD}”。请用原来的 Word 文件重新提取，并核对这些地方。",
        en: """
          \(count) sequences of bytes are not well-formed \(charset) and are shown as “\u{FFFD}”. Extract the text \
          again from the Word file and check these places.
          """), at: [place])
  }

  static func nul(count: Int, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      "nul-character", .warning,
      Message(
        zh: "文本中有 \(count) 个空字符（U+0000），已照原样保留。文件可能损坏，请重新提取。",
        en:
          "The text holds \(count) NUL characters (U+0000), which are kept. The file may be damaged: extract it again."
      ), at: [place])
  }

  static let noTables = Diagnostic(
    "no-tables", .warning,
    Message(
      zh: """
        文本中没有一个制表符，因此读不到表格。如果原文件有表格，它们在提取时丢失了（例如由 RTF 格式的 .doc 提取）：\
        请在 Word 或 WPS 中另存为 .docx，再用 Apache Tika 提取。
        """,
      en: """
        There is no tab in the text, so no table could be read. If the file has tables, the extraction lost them (as \
        it does with RTF named .doc): save it as .docx in Word or WPS and extract it again with Apache Tika.
        """))

  static func unclosedBookmark(count: Int, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      "unclosed-bookmark", .note,
      Message(
        zh: "有 \(count) 处书签标记“[bookmark: ”没有在同一行的 \(Lexer.longestName) 个字节内用“]”结束，已作为正文处理。请核对这些地方。",
        en: """
          At \(count) places “[bookmark: ” is not closed by “]” within its line and \(Lexer.longestName) bytes, and was taken as text. \
          Check these places.
          """), at: [place])
  }

  static func rowJoined(columns: Int, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      "row-joined", .note,
      Message(
        zh: "表格的一行被空行断开；因表格有 \(columns) 列，已将各段合为一行，空行视为单元格末尾的空段落。请核对。",
        en: """
          A blank line divides a row of a table. Since the table has \(columns) columns, the parts were joined, and \
          the blank line was read as an empty paragraph at a cell's end. Check this row.
          """), at: [place])
  }
}
