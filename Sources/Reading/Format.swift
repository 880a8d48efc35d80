package import Provenance

/// The formats that are recognised only to say what to do with them.
package enum Format: String, Hashable, Sendable, CaseIterable {
  case docx, xlsx, zip, ole2, pdf, rtf, image, html, xml, mht, markdown

  package var name: Message {
    switch self {
    case .docx: Message(zh: " Word 文件（.docx）", en: "a Word file (.docx)")
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

  /// What to do to get a text that can be read.
  package var advice: Message {
    switch self {
    case .docx, .ole2, .zip, .mht:
      Self.extraction
    case .rtf, .html, .xml:
      // Tika loses the tables of RTF; in Word they survive.
      Message(
        zh: "请在 Word 或 WPS 中打开并另存为 .docx，再" + Self.tika.zh,
        en: "Open it in Word or WPS and save it as .docx, then " + Self.tika.en)
    case .xlsx:
      Message(
        zh: "本程序不读取电子表格，请找到该部门绩效文本的 Word 文件，" + Self.tika.zh,
        en: "Spreadsheets are not read. Find the Word file of the filing and " + Self.tika.en)
    case .pdf, .image:
      Message(
        zh: "请找到原来的 Word 文件；没有时，先转换为 .docx（扫描件须做文字识别）并核对表格，再" + Self.tika.zh,
        en: """
          Find the original Word file. If there is none, convert this to .docx (a scan needs text recognition), \
          check the tables, then
          """ + " " + Self.tika.en)
    case .markdown:
      Message(
        zh: "Tika 4 默认输出 Markdown，单元格内的分段会丢失；请改为要求纯文本，" + Self.tika.zh,
        en: "Tika 4 writes Markdown unless told otherwise, and loses paragraphs inside cells. Ask for plain text: "
          + Self.tika.en)
    }
  }

  static let extraction = Message(
    zh: "本版本不直接读取这种文件，请先" + tika.zh,
    en: "This version does not read such files directly; first " + tika.en)

  private static let tika = Message(
    zh: "用 Apache Tika 提取纯文本：向 tika-server 的 /tika 发送 PUT 请求，请求头为 Accept: text/plain。",
    en: "extract plain text with Apache Tika: PUT the file to tika-server's /tika with the header Accept: text/plain.")
}
