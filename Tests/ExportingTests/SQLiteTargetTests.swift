import Exporting
import Foundation
import GRDB
import Testing

@Suite struct SQLiteTargetTests {
  private let source = ExportSource([RandomFiling(number: 1, year: 2021, seed: 1)])

  private func failure(_ export: SQLiteExport) -> String? {
    do throws(ExportError) {
      _ = try export.run(source)
      return nil
    } catch {
      return error.id
    }
  }

  @Test func aFileThatIsNoDatabaseIsLeftAloneUnlessForced() throws {
    let folder = try Folder()
    try Data("我的笔记".utf8).write(to: URL(filePath: folder["a.db"]))
    var export = SQLiteExport(path: folder["a.db"])
    #expect(failure(export) == "target-foreign")
    #expect(try folder.text("a.db") == "我的笔记")
    export.force = true
    #expect(failure(export) == nil)
    #expect(try folder.names == ["a.db"])
  }

  @Test func anotherProgramsDatabaseIsLeftAlone() throws {
    let folder = try Folder()
    let queue = try DatabaseQueue(path: folder["a.db"])
    try queue.write { try $0.execute(sql: "CREATE TABLE filings (id)") }
    try queue.close()
    #expect(failure(SQLiteExport(path: folder["a.db"])) == "target-foreign")
  }

  @Test func anotherVersionOfTheSchemaIsAnError() throws {
    let folder = try Folder()
    _ = try SQLiteExport(path: folder["a.db"]).run(source)
    let queue = try DatabaseQueue(path: folder["a.db"])
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    #expect(failure(SQLiteExport(path: folder["a.db"])) == "database-version")
  }

  @Test func aLockedDatabaseIsWaitedForAndThenAnError() throws {
    let folder = try Folder()
    _ = try SQLiteExport(path: folder["a.db"]).run(source)
    let before = try folder.bytes("a.db")
    let queue = try DatabaseQueue(path: folder["a.db"])
    var export = SQLiteExport(path: folder["a.db"])
    export.patience = 0.05
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN EXCLUSIVE")
      #expect(failure(export) == "database-locked")
      try database.execute(sql: "ROLLBACK")
    }
    #expect(try folder.bytes("a.db") == before)
    #expect(failure(export) == nil)
  }

  @Test func foldersDevicesAndMissingFoldersAreNamed() throws {
    let folder = try Folder()
    #expect(failure(SQLiteExport(path: folder.path)) == "target-folder")
    #expect(failure(SQLiteExport(path: "/dev/full")) == "target-special")
    #expect(failure(SQLiteExport(path: folder["none/a.db"])) != nil)
  }

  @Test func aDamagedDatabaseIsAnError() throws {
    let folder = try Folder()
    _ = try SQLiteExport(path: folder["a.db"]).run(source)
    let bytes = try folder.bytes("a.db")
    try Data(bytes.prefix(bytes.count / 3)).write(to: URL(filePath: folder["a.db"]))
    var export = SQLiteExport(path: folder["a.db"])
    #expect(failure(export) == "database-damaged")
    export.force = true
    #expect(failure(export) == nil)
  }

  @Test func aFilingOfAnotherFormatIsAFailure() throws {
    let folder = try Folder()
    let bytes = Array(#"{"format":"jixiao.filing/9","id":"x"}"#.utf8)
    let item = ExportItem(id: "x", sha256: "", name: "x.json") { () throws(ExportError) in bytes }
    let good = RandomFiling(number: 1, year: 2021, seed: 1).item
    let result = try SQLiteExport(path: folder["a.db"]).run(ExportSource([Result.success(item), .success(good)]))
    #expect(result.failures.map(\.id) == ["filing-format"])
  }

  @Test func whereEveryFilingFailsNothingIsWritten() throws {
    let folder = try Folder()
    let item = ExportItem(id: "x", sha256: "", name: "x.json") { () throws(ExportError) in [0x7B] }
    let failing = ExportSource([Result.success(item)])
    _ = try SQLiteExport(path: folder["a.db"]).run(source)
    _ = try WorkbookExport(path: folder["a.xlsx"]).run(source)
    _ = try TextExport(folder: folder["csv"], format: .csv).run(source)
    let before = [try folder.bytes("a.db"), try folder.bytes("a.xlsx"), try folder.bytes("csv/filings.csv")]
    #expect(throws: ExportError.self) { try SQLiteExport(path: folder["a.db"]).run(failing) }
    #expect(throws: ExportError.self) { try SQLiteExport(path: folder["new.db"]).run(failing) }
    #expect(throws: ExportError.self) { try WorkbookExport(path: folder["a.xlsx"]).run(failing) }
    #expect(throws: ExportError.self) { try TextExport(folder: folder["csv"], format: .csv).run(failing) }
    #expect(try [folder.bytes("a.db"), folder.bytes("a.xlsx"), folder.bytes("csv/filings.csv")] == before)
    #expect(try folder.names == ["a.db", "a.xlsx", "csv"])
  }

  @Test func tablesThatAnOlderProgramDidNotKnowAreAddedAndFilled() throws {
    let folder = try Folder()
    for name in ["a.db", "b.db"] { _ = try SQLiteExport(path: folder[name]).run(source) }
    let queue = try DatabaseQueue(path: folder["a.db"])
    try queue.write { database in
      try database.execute(
        sql: "DROP VIEW 其他表格一览; DROP TABLE kept_cells; DELETE FROM texts WHERE kind = 'kept_cells.text'")
    }
    try queue.close()
    _ = try SQLiteExport(path: folder["a.db"]).run(source)
    #expect(try dump(folder["a.db"]) == dump(folder["b.db"]))
  }
}
