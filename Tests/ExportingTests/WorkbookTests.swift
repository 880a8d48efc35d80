import Archives
import Exporting
import Foundation
import Testing

@Suite struct WorkbookTests {
  private let filings = (0..<6).map { RandomFiling(number: 100 + $0, year: 2021, seed: 40 + $0) }

  /// A part of the workbook as text.
  private func part(_ name: String, of path: String) throws -> String {
    let archive = try Archive([UInt8](Data(contentsOf: URL(filePath: path))))
    let entry = try #require(archive[name])
    var bytes: [UInt8] = []
    try archive.read(entry) { piece in
      for index in piece.indices { bytes.append(piece[index]) }
      return true
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func sheetNames(_ path: String) throws -> [String] {
    try part("xl/workbook.xml", of: path).split(separator: "<sheet name=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  @Test func theSameRowsGiveTheSameBytes() throws {
    let folder = try Folder()
    for name in ["a.xlsx", "b.xlsx"] { _ = try WorkbookExport(path: folder[name]).run(ExportSource(filings)) }
    #expect(try folder.bytes("a.xlsx") == folder.bytes("b.xlsx"))
    #expect(
      try sheetNames(folder["a.xlsx"]) == [
        "部门", "项目", "金额", "目标", "支出计划", "指标", "其他栏目", "其他表格", "更正", "问题", "未归类文字", "变更", "说明",
      ])
    #expect(try folder.names == ["a.xlsx", "b.xlsx"])
  }

  @Test func headingsStayInSightAndHaveFilters() throws {
    let folder = try Folder()
    _ = try WorkbookExport(path: folder["a.xlsx"]).run(ExportSource(filings))
    let sheet = try part("xl/worksheets/sheet2.xml", of: folder["a.xlsx"])
    #expect(sheet.contains("<pane ySplit=\"1\"") && sheet.contains("<autoFilter ref=\"A1:"))
    #expect(sheet.contains("预算数（元）"))
  }

  @Test func aFullSheetGoesOnInAnother() throws {
    let folder = try Folder()
    var export = WorkbookExport(path: folder["a.xlsx"])
    export.rowLimit = 4
    let result = try export.run(ExportSource(filings))
    #expect(try sheetNames(folder["a.xlsx"]).contains("部门 (2)"))
    #expect(result.counts.first { $0.name == "filings" }?.counts.inserted == 6)
  }

  @Test func aTextThatIsTooLongIsCutMarkedAndListed() throws {
    let folder = try Folder()
    let row: [Cell] = (Tables.named("changes")?.columns ?? []).map { column in
      column.name == "id" || column.name == "kind"
        ? .text("x") : column.name == "message" ? .text(String(repeating: "长", count: 40_000)) : .null
    }
    let result = try WorkbookExport(path: folder["a.xlsx"]).run(ExportSource([], changes: [row]))
    #expect(result.notes.count == 1)
    #expect(try part("xl/worksheets/sheet12.xml", of: folder["a.xlsx"]).contains("在此截断"))
    #expect(try part("xl/worksheets/sheet13.xml", of: folder["a.xlsx"]).contains("全文 40000 字"))
  }

  @Test func aWorkbookThatIsNotOursIsLeftAlone() throws {
    let folder = try Folder()
    try Data("PK".utf8).write(to: URL(filePath: folder["a.xlsx"]))
    var export = WorkbookExport(path: folder["a.xlsx"])
    #expect(throws: ExportError.self) { try export.run(ExportSource(filings)) }
    #expect(try folder.text("a.xlsx") == "PK")
    export.force = true
    _ = try export.run(ExportSource(filings))
    export.force = false
    _ = try export.run(ExportSource(filings))
  }
}
