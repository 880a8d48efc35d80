extension WordFile {
  /// A text in Tika's layout as a Word file: a paragraph a line, a TAB before each cell, a line feed behind each row and
  /// each table.
  ///
  /// With `merging`, as Word users lay tables out: an empty cell in one of the first columns continues the cell above,
  /// what stands in several short lines of a cell is one paragraph with breaks, and a row that stands in a table again
  /// is a header row.
  package init(layout text: String, merging: Bool = false) {
    var writer = LayoutWriter(merging: merging)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() { writer.take(line) }
    self.init(writer.finish())
  }
}

private struct LayoutWriter {
  typealias Cell = [Substring]

  let merging: Bool
  private var body = ""
  private var rows: [[Cell]] = []
  private var isBehindRow = false
  /// The rows of the tables before, to see which are repeated.
  private var heads: Set<[Cell]> = []

  /// Of a table, in twentieths of a point; the numbers from 1 to 7 divide it.
  private static let width = 8400
  /// The columns in which merged cells stand.
  private static let mergedColumns = 2

  init(merging: Bool) { self.merging = merging }

  mutating func take(_ line: Substring) {
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

  mutating func finish() -> String {
    endTable()
    // Behind a table Word always has a paragraph.
    return body.hasSuffix("</w:tbl>") ? body + "<w:p/>" : body
  }

  private mutating func endTable() {
    if rows.isEmpty { return }
    let columns = rows.map(\.count).max() ?? 1
    let grid = String(repeating: "<w:gridCol w:w=\"\(Self.width / columns)\"/>", count: columns)
    body += "<w:tbl><w:tblPr><w:tblW w:w=\"\(Self.width)\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>"
    for row in rows.indices {
      let isHead = merging && rows[row].count > 2 && !heads.insert(rows[row]).inserted
      body += "<w:tr>" + (isHead ? "<w:trPr><w:tblHeader/></w:trPr>" : "")
      for column in rows[row].indices { body += cell(row, column) }
      body += "</w:tr>"
    }
    body += "</w:tbl>"
    rows = []
    isBehindRow = false
  }

  private func cell(_ row: Int, _ column: Int) -> String {
    // Widths tell Word's imitators how many cells there are.
    let width = "<w:tcW w:w=\"\(Self.width / rows[row].count)\" w:type=\"dxa\"/>"
    let merge =
      isContinued(row, column) ? "<w:vMerge/>" : isContinued(row + 1, column) ? "<w:vMerge w:val=\"restart\"/>" : ""
    let lines = rows[row][column]
    let isOne = merging && lines.count > 1 && lines.allSatisfy { $0.count < 7 }
    return "<w:tc><w:tcPr>\(width)\(merge)</w:tcPr>"
      + (isOne
        ? "<w:p>" + lines.map(run).joined(separator: "<w:r><w:br/></w:r>") + "</w:p>" : lines.map(paragraph).joined())
      + "</w:tc>"
  }

  private func isContinued(_ row: Int, _ column: Int) -> Bool {
    merging && column < Self.mergedColumns && row > 0 && row < rows.count && rows[row].count > 2
      && rows[row].count == rows[row - 1].count && rows[row][column] == [""]
  }

  private func run(_ text: Substring) -> String {
    "<w:r><w:t xml:space=\"preserve\">\(escaped(String(text)))</w:t></w:r>"
  }

  private func paragraph(_ text: Substring) -> String { "<w:p>\(run(text))</w:p>" }
}
