package import Provenance

/// The formats that are recognised only to say what to do with them.
package enum Format: String, Hashable, Sendable, CaseIterable {
  case xlsx, zip, ole2, pdf, rtf, image, html, xml, mht, markdown

  package var name: Message {
    switch self {
    case .xlsx: Message(zh: " Excel 文件（.xlsx）", en: "an Excel file (.xlsx)")
    case .zip: Message(zh: "压缩文件（ZIP）", en: "an archive (ZIP)")
    case .ole2: Message(zh: "旧版 Office 文件（.doc、.xls 或 .wps）", en: "an old Office file (.doc, .xls or .wps)")
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
    case .ole2, .rtf, .html, .xml, .mht: Self.saveAsDocx
    case .zip:
      Message(
        zh: "其中没有 Word 文档。请先解压，再转换其中的文件。", en: "No Word document is in it. Unpack it and convert the files in it.")
    case .xlsx:
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

  static let saveAsDocx = Message(
    zh: "请在 Word 或 WPS 中打开，另存为 .docx 后再试。", en: "Open it in Word or WPS, save it as .docx, and try again.")
}
