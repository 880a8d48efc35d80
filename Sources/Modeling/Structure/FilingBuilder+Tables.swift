internal import Documents
internal import Provenance

/// The tables of the projects: what each row belongs to.
extension FilingBuilder {
  func readTable(_ table: Document.Table) {
    if isOfOtherForm(table) { return keep(table) }
    readsLines = false
    titlePieces = nil
    openNote = nil
    openGoalMark = nil
    if columns != nil, !goesOn(with: table) { columns = nil }
    if columns == nil { groupUnit = nil }
    let (reporterBefore, purposeBefore) = (reporter?.label.start, purpose?.end)
    var row = table.rows.lowerBound
    while row < table.rows.upperBound {
      row = readRow(row, in: table)
    }
    // Who fills the form in, and what the money is for, are not taken before their project ends.
    let isPending = reporter?.label.start != reporterBefore || purpose?.end != purposeBefore
    if !readsLines, !isPending, isUntouched(table) {
      filing.diagnostics.append(unknownTable(table))
      keep(table)
    }
  }

  /// True if a table may go on with the indicators of the one before, without a head of its own: its first row has as many
  /// cells or begins with a level, or most rows have as many, behind one that blank lines cut in two.
  private func goesOn(with table: Document.Table) -> Bool {
    guard let columns, let first = table.rows.first else { return true }
    let row = document.rows[first].cells
    if columns.count == row.count { return true }
    if row.first(where: { cells[$0].pieces != nil }).map({ cells[$0].label.level != nil }) ?? true { return true }
    if row.contains(where: { cells[$0].label.field != nil || cells[$0].isAmountUnit }) { return false }
    let others = table.rows.dropFirst()
    return others.count { document.rows[$0].cells.count == columns.count } * 2 > others.count
  }

  /// True if the table belongs to another form: then it is kept whole, and apart.
  private func isOfOtherForm(_ table: Document.Table) -> Bool {
    for row in table.rows {
      // Heads of other forms have many columns.
      let range = document.rows[row].cells
      guard range.count >= 4 else { continue }
      for cell in range where cells[cell].label.isOfOtherForm {
        guard let pieces = cells[cell].pieces else { continue }
        filing.diagnostics.append(.otherForm(pieces.all, text(pieces.first)))
        return true
      }
    }
    return false
  }

  /// Reads the row and, where the columns demand it, those that continue it. Returns the next row.
  private func readRow(_ row: Int, in table: Document.Table) -> Int {
    var range = document.rows[row].cells
    range = range.dropFirst(readContentsCells(range))
    // A paragraph that begins with a TAB reads as a cell, and the paragraphs behind it as its own.
    let lines = linesInFront(of: range)
    if lines > 0 { readsLines = true }
    for cell in range.prefix(lines) { readLines(ofCell: cell) }
    range = range.dropFirst(lines)
    if range.isEmpty { return row + 1 }
    let head = headEnd(row, in: table)
    if head > row + 1, head <= table.rows.upperBound {
      range = range.lowerBound..<document.rows[head - 1].cells.upperBound
    }
    var next = head
    var columnsFound = indicatorColumns(range)
    if columnsFound == nil, head < table.rows.upperBound {
      columnsFound = columnsOfTwoRows(range, document.rows[head].cells)
      next += 1
    }
    if var found = columnsFound {
      ensureProject()
      if next < table.rows.upperBound, expandsGrades(found, document.rows[next].cells) {
        expandGrades(&found, document.rows[next].cells)
        next += 1
      }
      if let grid = grid(of: next - 1), grid.starts.count == found.count { found.grid = grid }
      columns = found
      carried = CarriedLevels()
      group = nil
      return next
    }
    if columns != nil, !isHeaderBlockRow(range) { return readIndicatorRow(row, in: table) }
    readHeaderRow(range)
    return row + 1
  }

  /// The row behind the head of an indicator table that begins with `row`, where blank lines part it: rows of nothing but
  /// labels of columns, each of which stands there once. The row behind `row` if it is no such head.
  private func headEnd(_ row: Int, in table: Document.Table) -> Int {
    var labels: [Form.Column] = []
    var end = row
    while end < table.rows.upperBound {
      let found = document.rows[end].cells.compactMap { cells[$0].label.column }
      guard found.count == document.rows[end].cells.count, !found.contains(where: { labels.contains($0) }) else {
        break
      }
      labels += found
      end += 1
      if !document.rows[end - 1].endsSoftly { break }
    }
    return max(end, row + 1)
  }

  /// How many cells at the start of a row hold lines of the text around the tables: those up to the last one in which a
  /// heading stands, and outside the projects all cells of a row that is none of a table's.
  private func linesInFront(of range: Range<Int>) -> Int {
    var count = 0
    for cell in range where document.cells[cell].content.count > 1 {
      for block in document.content[document.cells[cell].content].dropFirst() {
        guard case .paragraph(let paragraph) = block, let pieces = pieces(ofParagraph: paragraph) else { continue }
        folding.fold(source, pieces)
        if projectHeadingSuffix() != nil || section != .projects && heading(of: pieces) != nil {
          count = cell - range.lowerBound + 1
          break
        }
      }
    }
    if count > 0 || section == .projects { return count }
    for cell in range {
      if beginsTable(cell) || range.count > 1 && !isSentence(cell) { return 0 }
    }
    return range.count
  }

  /// True if a cell holds a sentence, an item of a list or a label of the text: then a TAB stands before a line, and
  /// there is no table.
  private func isSentence(_ cell: Int) -> Bool {
    guard section != .preamble, section != .contents, let pieces = cells[cell].pieces else { return false }
    if ListMark.find(source, in: pieces.first) != nil { return true }
    folding.fold(source, pieces)
    if labelBeforeColon(form.dutyLabels) != nil { return true }
    var end = pieces.end
    while end > pieces.last.start, isBlank(SourceRange(previous(end), end)) { end = previous(end) }
    return [0x3002, 0xFF1B, 0x3B, 0xFF0C].contains(Scalars.next(source.span, previous(end)).scalar)
  }

  /// True if the cell, outside the projects, shows that a project's table begins: by a label that is not also one of the
  /// text, by the unit of the amounts, or by naming a unit.
  private func beginsTable(_ index: Int) -> Bool {
    let cell = cells[index]
    guard let pieces = cell.pieces else { return false }
    if cell.isAmountUnit || cell.label.column != nil { return true }
    if let label = cell.label.field ?? labelBeforeColon(inCell: index)?.meaning, label != .goals { return true }
    return looksLikeUnit(pieces)
  }

  /// The label of a field before a colon of the cell, and where what follows it begins.
  func labelBeforeColon(inCell index: Int) -> (meaning: Form.HeaderField, end: Int)? {
    guard cells[index].hasColon, let pieces = cells[index].pieces else { return nil }
    folding.fold(source, pieces)
    return labelBeforeColon(form.fields)
  }

  /// True if the row belongs to the block above the indicators: its first cell is a label of that block, or the unit of
  /// the amounts stands in it. Among the indicators a row of all columns is one of theirs unless its first cell can't
  /// be a level.
  private func isHeaderBlockRow(_ range: Range<Int>) -> Bool {
    let hasAllColumns = columns?.count == range.count
    var isFirst = true
    for index in range {
      if cells[index].pieces == nil {
        if index == range.lowerBound, hasAllColumns { return false }
        continue
      }
      if isFirst {
        if cells[index].label.field != nil || labelBeforeColon(inCell: index) != nil { return true }
        if hasAllColumns, cells[index].label.level != nil { return false }
      }
      if cells[index].isAmountUnit { return true }
      isFirst = false
    }
    guard range.count == 1, let columns, columns.count > 2, let pieces = cells[range.lowerBound].pieces else {
      return false
    }
    return looksLikeUnit(pieces)
  }

  func ensureProject() {
    if !hasProject {
      finishOverall()
      if section == .preamble || section == .contents { readCover() }
      section = .projects
      project = Project()
      hasProject = true
      headingCandidate = strays.last
    }
  }
}
