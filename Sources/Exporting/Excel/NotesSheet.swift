internal import Provenance

/// The last sheet: what the columns mean, which texts were cut, which filings are gone.
struct NotesSheet {
  static let name = "说明"
  private let book: Workbook

  init(_ book: Workbook) {
    self.book = book
  }

  func write(removed: [String]?, _ cuts: CutCells) throws(ExportError) {
    let sheet = try book.addSheet(Self.name)
    for (column, width) in [14, 24, 90].enumerated() { book.setWidth(sheet, column, width) }
    var row = 0
    func add(_ texts: [String], _ style: Workbook.Style = .plain) {
      for (column, text) in texts.enumerated() { book.write(text, sheet, row, column, style) }
      row += 1
    }
    add(["部门预算绩效目标，由 jixiao 导出（\(Tables.format)）。金额单位为元。"], .bold)
    row += 1
    if let removed {
      add(["本表只含变化的文本。已删除的文本："], .bold)
      if removed.isEmpty { add(["无"]) }
      for id in removed { add([id]) }
      row += 1
    }
    if cuts.count > 0 {
      add(["下列单元格的文字超过 Excel 的上限（\(CellText.limit) 字），已截断，共 \(cuts.count) 个："], .bold)
      add(["工作表", "列", "位置"], .heading)
      for cell in cuts.first { add([cell.sheet, cell.title, "第 \(cell.row) 行，全文 \(cell.length) 字"]) }
      row += 1
    }
    add(["工作表", "列", "含义"], .heading)
    for listing in Listings.all {
      for column in listing.columns { add([listing.title.zh, column.title, column.summary.zh]) }
    }
  }
}
