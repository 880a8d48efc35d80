internal import Archives

/// Writes a Word file (ECMA-376) of paragraphs and tables, in the layout of an official letter (GB/T 9704-2012): A4, its
/// margins, 仿宋 of size 三号, headings in 小标宋 and 黑体. The bytes depend on what is written alone.
struct WordWriter: ~Copyable {
  /// A stretch of text; `isMarked` is bold and underlined.
  struct Run: Hashable, Sendable {
    var text: String
    var isMarked = false
  }

  enum Style: String, Sendable {
    case title = "Title"
    case heading = "Heading1"
    case body = "Normal"
    /// Begins at the margin.
    case addressee = "Addressee"
    case signature = "Signature"
    case cell = "Cell"
    case cellHeading = "CellHeading"
  }

  private var body = ""

  mutating func paragraph(_ text: String, _ style: Style = .body) {
    body += Self.paragraph([Run(text: text)], style)
  }

  /// A table with a row of headings that is repeated on every page. `widths` in twentieths of a point.
  mutating func table(_ headings: [String], widths: [Int], rows: [[[Run]]]) {
    body += #"<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="\#(widths.reduce(0, +))" w:type="dxa"/>"#
    body += #"<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#
    for width in widths { body += #"<w:gridCol w:w="\#(width)"/>"# }
    body += "</w:tblGrid>"
    row(headings.map { [Run(text: $0)] }, widths, isHeading: true)
    for cells in rows { row(cells, widths, isHeading: false) }
    body += "</w:tbl>"
    paragraph("")
  }

  private mutating func row(_ cells: [[Run]], _ widths: [Int], isHeading: Bool) {
    body += "<w:tr><w:trPr><w:cantSplit/>" + (isHeading ? "<w:tblHeader/>" : "") + "</w:trPr>"
    for (cell, width) in zip(cells, widths) {
      body += #"<w:tc><w:tcPr><w:tcW w:w="\#(width)" w:type="dxa"/></w:tcPr>"#
      body += Self.paragraph(cell, isHeading ? .cellHeading : .cell) + "</w:tc>"
    }
    body += "</w:tr>"
  }

  private static func paragraph(_ runs: [Run], _ style: Style) -> String {
    var text = #"<w:p><w:pPr><w:pStyle w:val="\#(style.rawValue)"/></w:pPr>"#
    for run in runs where !run.text.isEmpty {
      text += "<w:r>" + (run.isMarked ? #"<w:rPr><w:b/><w:u w:val="single"/></w:rPr>"# : "")
      text += #"<w:t xml:space="preserve">\#(WordText.escaped(run.text))</w:t></w:r>"#
    }
    return text + "</w:p>"
  }

  /// The file; nil if it would be beyond what an archive holds.
  consuming func finish() -> [UInt8]? {
    var archive = ArchiveWriter()
    let document = """
      \(WordParts.declaration)<w:document \(WordParts.space)><w:body>\(body)<w:sectPr>\(WordParts.page)</w:sectPr></w:body></w:document>
      """
    let parts = [
      ("[Content_Types].xml", WordParts.types), ("_rels/.rels", WordParts.relationships),
      ("word/document.xml", document), ("word/_rels/document.xml.rels", WordParts.documentRelationships),
      ("word/styles.xml", WordParts.styles),
    ]
    for (name, text) in parts where !archive.add(name, Array(text.utf8)) { return nil }
    return archive.finish()
  }
}
