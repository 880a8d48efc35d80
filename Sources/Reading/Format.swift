package import Provenance

/// The formats that this module recognises and does not read.
package enum Format: String, Hashable, Sendable, CaseIterable {
  case doc, odt, rtf
  case xlsx, spreadsheet, presentation, protected, zip, ole2, pdf, image, html, xml, mht, markdown

  /// Whether it is a document that another program turns into a .docx without loss.
  package var isConvertible: Bool { self == .doc || self == .odt || self == .rtf }

  package var name: Message {
    switch self {
    case .xlsx: Message(zh: " Excel 文件（.xlsx）", en: "an Excel file (.xlsx)")
    case .doc: Message(zh: "旧版 Word 文件（.doc 或 .wps）", en: "an old Word file (.doc or .wps)")
    case .odt: Message(zh: " OpenDocument 文本（.odt）", en: "an OpenDocument text (.odt)")
    case .spreadsheet: Message(zh: "电子表格（.xls、.et 或 .ods）", en: "a spreadsheet (.xls, .et or .ods)")
    case .presentation: Message(zh: "演示文稿（.ppt、.dps 或 .odp）", en: "a presentation (.ppt, .dps or .odp)")
    case .protected: Message(zh: "有密码保护的 Office 文件", en: "an Office file protected by a password")
    case .zip: Message(zh: "压缩文件（ZIP）", en: "an archive (ZIP)")
    case .ole2:
      Message(zh: "旧版 Office 文件，其中没有 Word 正文，或已损坏", en: "an old Office file that holds no text of Word, or is damaged")
    case .pdf: Message(zh: " PDF 文件", en: "a PDF file")
    case .rtf: Message(zh: " RTF 文件", en: "an RTF file")
    case .image: Message(zh: "图片", en: "a picture")
    case .html: Message(zh: "网页（HTML）", en: "a web page (HTML)")
    case .xml: Message(zh: " XML 文件", en: "an XML file")
    case .mht: Message(zh: "单个文件网页（MHT）", en: "a single-file web page (MHT)")
    case .markdown: Message(zh: " Markdown 文本，表格用竖线画成", en: "Markdown, with tables drawn in vertical bars")
    }
  }

  /// What to do to get a file that can be read.
  package var advice: Message {
    switch self {
    case .doc, .odt, .ole2, .rtf, .html, .xml, .mht: Self.saveAsDocx
    case .zip:
      Message(
        zh: "它不是 Word 文件；若是打包的文件，请先解压，再转换其中的文件。",
        en: "It is no Word file. If it packs files, unpack it and convert those.")
    case .protected:
      Message(zh: "请在 Word 或 WPS 中取消密码后再试。", en: "Remove the password in Word or WPS, and try again.")
    case .presentation: Self.noFiling
    case .xlsx, .spreadsheet:
      Message(
        zh: "本程序不读取电子表格，请找到该部门绩效文本的 Word 文件。", en: "Spreadsheets are not read. Find the Word file of the filing.")
    case .pdf, .image:
      Message(
        zh: "请找到原来的 Word 文件；没有时，先转换为 .docx（扫描件须做文字识别）并核对表格。",
        en: """
          Find the original Word file. If there is none, convert this to .docx (a scan needs text recognition) and check \
          the tables.
          """)
    case .markdown:
      Message(
        zh: "Tika 4 默认输出 Markdown，单元格内的分段会丢失；请直接转换 Word 文件（.docx）。",
        en:
          "Tika 4 writes Markdown unless told otherwise, and loses paragraphs inside cells. Convert the Word file (.docx) itself."
      )
    }
  }

  private static let noFiling = Message(
    zh: "请找到该部门绩效文本的 Word 文件。", en: "Find the Word file of the filing.")

  static let saveAsDocx = Message(
    zh: "请在 Word 或 WPS 中打开，另存为 .docx 后再试。", en: "Open it in Word or WPS, save it as .docx, and try again.")
}
