internal import Documents
internal import Provenance

/// The tables of the projects: what each row belongs to.
extension FilingBuilder {
  mutating func readTable(_ table: Document.Table) {
    if isOfOtherForm(table) { return }
    var row = table.rows.lowerBound
    while row < table.rows.upperBound {
      row = readRow(row, in: table)
    }
  }

  /// True if the table belongs to another form: then it is left unmapped as a whole.
  private mutating func isOfOtherForm(_ table: Document.Table) -> Bool {
    for row in table.rows {
      // Heads of other forms have many columns.
      guard document.rows[row].cells.count >= 4 else { continue }
      for cell in document.rows[row].cells {
        guard let pieces = pieces(ofCell: cell), mayEndOtherForm(pieces) else { continue }
        folding.fold(source, pieces)
        guard form.otherForms.meaning(of: folding.utf8, count: folding.utf8.count) != nil else { continue }
        filing.diagnostics.append(.otherForm(pieces.all, text(pieces.first)))
        return true
      }
    }
    return false
  }

  /// A quick no for nearly every cell: a short text ends in a character that the other forms' labels end in, or in a
  /// space.
  private func mayEndOtherForm(_ pieces: Pieces) -> Bool {
    let end = pieces.end
    guard end - pieces.start <= 64, end >= 3 else { return false }
    return source[end - 1] < 0x80 || form.otherFormEndings.contains { source[end - 3..<end].elementsEqual($0) }
  }

  /// Reads the row and, where the columns demand it, those that continue it. Returns the next row.
  private mutating func readRow(_ row: Int, in table: Document.Table) -> Int {
    var cells = document.rows[row].cells
    cells = cells.dropFirst(readContentsCells(cells))
    // A paragraph that begins with a TAB reads as a cell, and the paragraphs behind it as its own.
    let lines = linesInFront(of: cells)
    for cell in cells.prefix(lines) { readLines(ofCell: cell) }
    cells = cells.dropFirst(lines)
    if cells.isEmpty { return row + 1 }
    if let found = indicatorColumns(cells) {
      ensureProject()
      columns = found
      carried = CarriedLevels()
      group = nil
      return row + 1
    }
    if columns != nil, !isHeaderBlockRow(cells) { return readIndicatorRow(row, in: table) }
    readHeaderRow(cells)
    return row + 1
  }

  /// How many cells at the start of a row hold lines of the text around the tables: those up to the last one in which a
  /// heading stands, and outside the projects all cells of a row that is none of a table's.
  private mutating func linesInFront(of cells: Range<Int>) -> Int {
    var count = 0
    for cell in cells where document.cells[cell].content.count > 1 {
      for block in document.content[document.cells[cell].content].dropFirst() {
        guard case .paragraph(let paragraph) = block, let pieces = pieces(ofParagraph: paragraph) else { continue }
        folding.fold(source, pieces)
        if projectHeadingSuffix() != nil || section != .projects && heading(of: pieces) != nil {
          count = cell - cells.lowerBound + 1
          break
        }
      }
    }
    if count > 0 || section == .projects { return count }
    for cell in cells {
      if beginsTable(cell) || cells.count > 1 && !isSentence(cell) { return 0 }
    }
    return cells.count
  }

  /// True if a cell holds a sentence, an item of a list or a label of the text: then a TAB stands before a line, and
  /// there is no table.
  private mutating func isSentence(_ cell: Int) -> Bool {
    guard section != .preamble, section != .contents, let pieces = pieces(ofCell: cell) else { return false }
    if ListMark.find(source, in: pieces.first) != nil { return true }
    folding.fold(source, pieces)
    if labelBeforeColon(form.dutyLabels) != nil { return true }
    var end = pieces.end
    while end > pieces.last.start, isBlank(SourceRange(previous(end), end)) { end = previous(end) }
    return [0x3002, 0xFF1B, 0x3B, 0xFF0C].contains(Scalars.next(source.span, previous(end)).scalar)
  }

  /// True if the cell, outside the projects, shows that a project's table begins: by a label that is not also one of the
  /// text, by the unit of the amounts, or by naming a unit.
  private mutating func beginsTable(_ cell: Int) -> Bool {
    guard let pieces = pieces(ofCell: cell) else { return false }
    folding.fold(source, pieces)
    if isAmountUnit() || columnLabel() != nil { return true }
    if let label = fieldLabel() ?? labelBeforeColon(form.fields)?.meaning, label != .goals { return true }
    return looksLikeUnit(pieces)
  }

  /// True if the row belongs to the block above the indicators: its first cell is a label of that block, or the unit of
  /// the amounts stands in it. Among the indicators a row of all columns is one of theirs unless its first cell can't
  /// be a level.
  private mutating func isHeaderBlockRow(_ cells: Range<Int>) -> Bool {
    var isFirst = true
    for cell in cells {
      guard let pieces = pieces(ofCell: cell) else {
        if cell == cells.lowerBound, columns?.count == cells.count { return false }
        continue
      }
      folding.fold(source, pieces)
      if isFirst {
        if fieldLabel() != nil || labelBeforeColon(form.fields) != nil { return true }
        if columns?.count == cells.count, columnLevel() != nil { return false }
      }
      if isAmountUnit() { return true }
      isFirst = false
    }
    return cells.count == 1 && columns.map { $0.count > 2 } == true && isUnitRow(cells)
  }

  private mutating func isUnitRow(_ cells: Range<Int>) -> Bool {
    cells.first.flatMap { pieces(ofCell: $0) }.map(looksLikeUnit) ?? false
  }

  private func columnLevel() -> Form.Level? {
    folding.isCut ? nil : form.levels.meaning(of: folding.utf8, count: folding.utf8.count)
  }

  /// The folded cell as a label, marks behind it such as （万元） left out.
  func fieldLabel() -> Form.HeaderField? {
    if folding.isCut { return nil }
    var count = folding.utf8.count
    while count > 0, folding.utf8[count - 1] == 0x3A { count -= 1 }
    if let field = form.fields.meaning(of: folding.utf8, count: count) { return field }
    guard count > 0, folding.utf8[count - 1] == 0x29, let open = folding.utf8[..<count].lastIndex(of: 0x28), open > 0
    else { return nil }
    return form.fields.meaning(of: folding.utf8, count: open)
  }

  mutating func ensureProject() {
    if project == nil {
      finishOverall()
      if section == .preamble || section == .contents { readCover() }
      section = .projects
      project = Project()
      headingCandidate = strays.last
    }
  }
}
