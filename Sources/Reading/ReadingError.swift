package import Archives
package import Provenance
package import XML

/// Why a file was not read. It costs that one file.
package enum ReadingError: Error, Hashable, Sendable {
  /// No bytes, or white space only.
  case empty
  /// A format that this version does not read.
  case unreadable(Format)
  /// Not a text; the offset is of the byte that shows it.
  case binary(offset: Int)
  /// A text in a character set that can't be told, or damaged beyond use; the offset is of the first byte that is not
  /// UTF-8.
  case unknownCharset(offset: Int)
  /// A Word file whose archive can't be read.
  case archive(ArchiveError)
  /// A part that the file names and doesn't have.
  case missingPart(String)
  case malformedPart(String, XMLProblem)
  /// More text than a document may hold; the limit in bytes.
  case textTooLarge(limit: Int)
  /// A Word file without a word.
  case emptyDocument

  /// The stable name of the kind of finding.
  package var id: String {
    switch self {
    case .empty: "input-empty"
    case .unreadable(let format): "input-" + format.rawValue
    case .binary: "input-binary"
    case .unknownCharset: "input-charset"
    case .archive: "docx-archive"
    case .missingPart: "docx-part-missing"
    case .malformedPart: "docx-xml"
    case .textTooLarge: "docx-too-large"
    case .emptyDocument: "input-empty"
    }
  }

  package var message: Message {
    switch self {
    case .empty:
      Message(
        zh: "文件是空的，或者只有空白字符。应为 Word 文件（.docx），或 Apache Tika 从中提取的文本；请检查文件是否完整，扫描件须先做文字识别。",
        en: """
          The file is empty or holds only white space. Expected is a Word file (.docx), or the text that \
          Apache Tika extracts from one; check that it is complete. A scan needs text recognition first.
          """)
    case .unreadable(let format):
      Message(
        zh: "这是\(format.name.zh)，本程序不能读取。\(format.advice.zh)",
        en: "This is \(format.name.en), which is not read. \(format.advice.en)")
    case .binary(let offset):
      Message(
        zh: "文件不是文本：从第 \(offset + 1) 个字节起有大量空字节。应为 UTF-8 文本；\(Format.saveAsDocx.zh)",
        en: """
          The file is not a text: NUL bytes abound from byte \(offset + 1) on. Expected is UTF-8 text. \
          \(Format.saveAsDocx.en)
          """)
    case .unknownCharset(let offset):
      Message(
        zh: "无法判断文本的字符编码：第 \(offset + 1) 个字节起不是 UTF-8，也不像 GB18030 或 UTF-16。请另存为 UTF-8 编码的文本后再试。",
        en: """
          The character encoding is unknown: from byte \(offset + 1) on it is not UTF-8, nor does it look like \
          GB18030 or UTF-16. Save the text as UTF-8 and try again.
          """)
    case .archive(let error): error.message
    case .missingPart(let part):
      Message(
        zh: "Word 文件不完整：缺少“\(part)”。请在 Word 或 WPS 中打开原文件，另存为 .docx 后再试。",
        en: "The Word file lacks “\(part)”. Open the original in Word or WPS, save it as .docx, and try again.")
    case .malformedPart(let part, let problem): problem.message(in: part)
    case .textTooLarge(let limit):
      Message(
        zh: "Word 文件的文字超过 \(limit >> 20) MiB，不像绩效文本，未读取。",
        en: "The text of the Word file exceeds \(limit >> 20) MiB, which no filing does; it was not read.")
    case .emptyDocument:
      Message(
        zh: "Word 文件中没有文字。如果内容是图片（扫描件），请先做文字识别。",
        en: "There is no text in the Word file. If it holds pictures (a scan), text recognition comes first.")
    }
  }
}
