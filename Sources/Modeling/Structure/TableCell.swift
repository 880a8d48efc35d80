internal import Documents
internal import Provenance

/// A cell as its row asks for it: where its text stands, and what that says as a label. Worked out once for each cell.
struct TableCell {
  /// Nil if the cell prints nothing.
  var pieces: Pieces?
  /// What the text means as a label, marks behind it left out: （万元） behind a field, （必填） behind a column.
  var label = Form.CellLabel()
  /// True if the text declares the unit of the amounts, as in 单位：万元.
  var isAmountUnit = false
  /// True if a field's label may stand before a colon.
  var hasColon = false
  /// True for the note of an annotator.
  var isComment = false
}

extension FilingBuilder {
  /// Looks at every cell of the document. O(source).
  func readCells() {
    cells.reserveCapacity(document.cells.count)
    for index in document.cells.indices { cells.append(readCell(index)) }
  }

  private func readCell(_ index: Int) -> TableCell {
    guard let pieces = findPieces(ofCell: index) else { return TableCell() }
    folding.fold(source, pieces)
    var cell = TableCell(pieces: pieces)
    cell.isComment = isComment(pieces)
    if let colon = folding.utf8.firstIndex(of: 0x3A), colon <= form.fields.longest {
      cell.hasColon = true
      cell.isAmountUnit = isAmountUnit()
    }
    if let label = cellLabel() { cell.label = label }
    if cell.label.isOfOtherForm { cell.label.isOfOtherForm = mayEndOtherForm(pieces) }
    return cell
  }

  /// What the folded text means as the label of a cell; nil if it is none.
  func cellLabel() -> Form.CellLabel? {
    if folding.isCut { return nil }
    var label = form.cellLabels.meaning(of: folding.utf8, count: folding.utf8.count)
    switch folding.utf8.last {
    case 0x29:
      guard let open = folding.utf8.lastIndex(of: 0x28), open > 0,
        let bare = form.cellLabels.meaning(of: folding.utf8, count: open)
      else { break }
      var both = label ?? Form.CellLabel()
      both.field = both.field ?? bare.field
      both.column = both.column ?? bare.column
      label = both
    case 0x3A:
      guard let field = fieldLabel() else { break }
      var both = label ?? Form.CellLabel()
      both.field = field
      label = both
    default: break
    }
    return label
  }

  /// The folded text as the label of a field, colons and marks such as （万元） behind it left out.
  private func fieldLabel() -> Form.HeaderField? {
    var count = folding.utf8.count
    while count > 0, folding.utf8[count - 1] == 0x3A { count -= 1 }
    if let field = form.fields.meaning(of: folding.utf8, count: count) { return field }
    guard count > 0, folding.utf8[count - 1] == 0x29, let open = folding.utf8[..<count].lastIndex(of: 0x28), open > 0
    else { return nil }
    return form.fields.meaning(of: folding.utf8, count: open)
  }

  /// A label of another form may have no white space behind it but ASCII's.
  private func mayEndOtherForm(_ pieces: Pieces) -> Bool {
    let end = pieces.end
    guard end - pieces.start <= 64, end >= 3 else { return false }
    if source[end - 1] < 0x80 { return true }
    for ending in form.otherFormEndings where source[end - 3..<end].elementsEqual(ending) { return true }
    return false
  }
}
