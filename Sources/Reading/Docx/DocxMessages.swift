import Archives
import Provenance
import XML

extension ArchiveError {
  var message: Message {
    switch self {
    case .truncated:
      Message(
        zh: "Word 文件不完整：末尾的目录缺失，很可能没有下载或复制完。请重新获取该文件。",
        en: "The Word file is cut off: the directory at its end is missing. Download or copy it again.")
    case .damaged(let offset):
      Message(
        zh: "Word 文件已损坏：第 \(offset + 1) 个字节处的记录与文件不符。请重新获取，或在 Word 中打开并修复后另存为 .docx。",
        en: """
          The Word file is damaged: the record at byte \(offset + 1) contradicts the file. Get it again, or let Word \
          repair it and save it as .docx.
          """)
    case .encrypted(let name):
      Message(
        zh: "Word 文件有密码保护（“\(name)”已加密），无法读取。请取消密码后再试。",
        en: "The Word file is protected by a password (“\(name)” is encrypted). Remove the password and try again.")
    case .unknownMethod(let name, let method):
      Message(
        zh: "“\(name)”使用了本程序不支持的压缩方法（\(method)）。请在 Word 或 WPS 中另存为 .docx 后再试。",
        en: "“\(name)” is compressed by method \(method), which is not read. Save the file again as .docx.")
    case .tooManyEntries(let count):
      Message(
        zh: "文件中有 \(count) 个部件，多于允许的数目，不像 Word 文件，未读取。",
        en: "The file holds \(count) entries, more than allowed; this is no Word file, and was not read.")
    case .duplicate(let name): Self.unsafe("有两个名为“\(name)”的部件", "two entries are called “\(name)”")
    case .overlapping(let name): Self.unsafe("部件“\(name)”与另一个重叠", "entry “\(name)” overlaps another")
    case .unsafeName(let name): Self.unsafe("部件名“\(name)”不合法", "“\(name)” is no name for an entry")
    case .tooLarge(let name, let limit):
      Message(
        zh: "部件“\(name)”解压后超过 \(limit >> 20) MiB，未读取。",
        en: "Entry “\(name)” exceeds \(limit >> 20) MiB when inflated; it was not read.")
    case .bomb(let name, let ratio):
      Self.unsafe(
        "部件“\(name)”的压缩比超过 \(ratio)，像是压缩炸弹", "“\(name)” inflates to more than \(ratio) times its size, as a bomb does")
    case .wrongChecksum(let name), .corrupt(let name):
      Message(
        zh: "Word 文件已损坏：“\(name)”无法解压或校验不符。请重新获取该文件。",
        en: "The Word file is damaged: “\(name)” does not inflate to what its checksum says. Get the file again.")
    case .noMemory:
      Message(zh: "内存不足，无法读取该文件。", en: "There is not enough memory to read this file.")
    }
  }

  private static func unsafe(_ zh: String, _ en: String) -> Message {
    Message(
      zh: "为安全起见没有读取该文件：\(zh)。请在 Word 或 WPS 中打开原文件，另存为 .docx 后再试。",
      en: "For safety the file was not read: \(en). Open the original in Word or WPS, save it as .docx, and try again.")
  }
}

extension XMLProblem {
  func message(in part: String) -> Message {
    let zh =
      switch kind {
      case .notWellFormed: "不是合法的 XML" + (detail.isEmpty ? "" : "（\(detail)）")
      case .doctype: "含有文档类型声明（DOCTYPE），Word 不会写入这种内容，出于安全没有读取"
      case .tooDeep: "元素嵌套超过 \(XMLParser.depth) 层"
      case .tagTooLong: "有一个标签超过 \(XMLParser.tag >> 20) MiB 或 \(XMLParser.attributes) 个属性"
      case .noMemory: "内存不足"
      }
    let en =
      switch kind {
      case .notWellFormed: "it is not well-formed XML" + (detail.isEmpty ? "" : " (\(detail))")
      case .doctype: "it declares a document type, which Word never does and which is not safe to read"
      case .tooDeep: "its elements are nested more than \(XMLParser.depth) deep"
      case .tagTooLong: "a tag exceeds \(XMLParser.tag >> 20) MiB or \(XMLParser.attributes) attributes"
      case .noMemory: "there is not enough memory"
      }
    let place = line > 0 ? ("第 \(line) 行第 \(column) 列", " at line \(line), column \(column)") : ("", "")
    return Message(
      zh: "Word 文件的部件“\(part)”\(place.0)无法读取：\(zh)。请在 Word 或 WPS 中打开原文件，另存为 .docx 后再试。",
      en:
        "“\(part)” in the Word file cannot be read\(place.1): \(en). Open the original in Word or WPS, save it as .docx, "
        + "and try again.")
  }
}
