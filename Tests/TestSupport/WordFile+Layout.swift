extension WordFile {
  /// Of a table, in twentieths of a point; the numbers from 1 to 7 divide it.
  private static let width = 8400

  /// A text in Tika's layout as a Word file: a paragraph a line, a TAB before each cell, a line feed behind each row and
  /// each table.
  package init(layout text: String) {
    var body = ""
    var rows: [[[Substring]]] = []
    var isBehindRow = false
    func paragraph(_ text: Substring) -> String {
      "<w:p><w:r><w:t xml:space=\"preserve\">\(escaped(String(text)))</w:t></w:r></w:p>"
    }
    func endTable() {
      let xml = rows.map { row in
        // Widths tell Word's imitators how many cells there are.
        let width = "<w:tcPr><w:tcW w:w=\"\(Self.width / row.count)\" w:type=\"dxa\"/></w:tcPr>"
        return "<w:tr>" + row.map { "<w:tc>\(width)\($0.map(paragraph).joined())</w:tc>" }.joined() + "</w:tr>"
      }
      let columns = rows.map(\.count).max() ?? 1
      let grid = String(repeating: "<w:gridCol w:w=\"\(Self.width / columns)\"/>", count: columns)
      let properties = "<w:tblPr><w:tblW w:w=\"\(Self.width)\" w:type=\"dxa\"/></w:tblPr>"
      if !xml.isEmpty { body += "<w:tbl>\(properties)<w:tblGrid>\(grid)</w:tblGrid>\(xml.joined())</w:tbl>" }
      rows = []
      isBehindRow = false
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.first == "\t" {
        if rows.isEmpty || isBehindRow { rows.append([]) }
        rows[rows.count - 1].append([line.dropFirst()])
        isBehindRow = false
      } else if rows.isEmpty {
        body += paragraph(line)
      } else if line.isEmpty {
        if isBehindRow { endTable() } else { isBehindRow = true }
      } else if isBehindRow {
        endTable()
        body += paragraph(line)
      } else {
        rows[rows.count - 1][rows[rows.count - 1].count - 1].append(line)
      }
    }
    let endsInTable = !rows.isEmpty || body.hasSuffix("</w:tbl>")
    endTable()
    // Behind a table Word always has a paragraph.
    self.init(body + (endsInTable ? "<w:p/>" : ""))
  }
}
