internal import CWorkbook
internal import Provenance

/// Exports listings as the sheets of an Excel workbook.
///
/// A sheet that is full goes on in another (指标 (2)); a text longer than a cell takes is cut, ends in a mark that says
/// so, and is listed on the last sheet, 说明, which also explains the columns. The same rows give the same bytes.
package struct WorkbookExport {
  package var path: String
  package var force = false
  /// Rows of a sheet, its heading included; Excel's own limit unless a test asks for less.
  package var rowLimit = 1_048_576

  package init(path: String) {
    self.path = path
  }

  package func run(_ source: ExportSource) throws(ExportError) -> ExportResult {
    let kind = try TargetFile.kind(of: path)
    if let error = TargetFile.misplaced(path, kind) { throw error }
    if kind != .absent, !force, !WorkbookSignature.isOurs(path) { throw TargetFile.foreign(path) }
    let temporary = TargetFile.temporaryPath(beside: path)
    defer { TargetFile.remove(temporary) }
    let book = try Workbook(temporary, folder: TargetFile.folder(of: path), target: path)
    var sheets: [ListingSheet] = []
    for listing in Listings.all { sheets.append(try ListingSheet(listing, book, rowLimit: rowLimit)) }
    var cuts = CutCells()
    var result = ExportResult()
    let makeRows = ListingRows(Listings.all)
    try source.forEachFiling(&result) { filing throws(ExportError) in
      for (index, rows) in makeRows.rows(of: filing).enumerated() {
        for row in 0..<rows.count { try sheets[index].append(rows[row], &cuts) }
      }
    }
    if let changes = sheets.firstIndex(where: { $0.listing.name == "changes" }) {
      for row in source.changes ?? [] { try sheets[changes].append(row[...], &cuts) }
    }
    for sheet in sheets { sheet.finish() }
    try NotesSheet(book).write(removed: source.removed, cuts)
    try book.finish()
    try TargetFile.replace(path, with: temporary)
    result.counts = sheets.map { sheet in
      var counts = RowCounts()
      counts.inserted = sheet.rowCount
      return (sheet.listing.name, sheet.listing.title, counts)
    }
    if cuts.count > 0 {
      result.notes.append(
        Message(
          zh: "有 \(cuts.count) 个单元格超过 Excel 的 32,767 字上限，已截断并注明，见工作表“\(NotesSheet.name)”；全文请用其他格式导出。",
          en:
            "\(cuts.count) cells exceed Excel's 32,767 characters and were cut and marked, see the sheet \(NotesSheet.name); "
            + "export to another format for the whole texts."))
    }
    return result
  }
}
