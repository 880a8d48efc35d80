internal import GRDB
internal import GRDBSQLite

/// A prepared statement that takes a row of cells at a time. GRDB prepares and keeps it; the cells are bound without
/// the values in between that GRDB makes, since a load binds tens of millions of them.
final class RowStatement {
  private let statement: Statement
  private let database: Database

  init(_ sql: String, _ database: Database) throws {
    statement = try database.makeStatement(sql: sql)
    self.database = database
  }

  /// Runs it to its end with the cells as its arguments; returns how many rows it changed.
  @discardableResult func run(_ cells: some Collection<Cell>) throws -> Int {
    let handle = unsafe statement.sqliteStatement
    var index: Int32 = 1
    for cell in cells {
      // SQLite copies texts before it returns.
      let code = unsafe bind(cell, handle, index)
      guard code == SQLITE_OK else { throw failure(code) }
      index += 1
    }
    var code = unsafe sqlite3_step(handle)
    while code == SQLITE_ROW { code = unsafe sqlite3_step(handle) }
    let changed = database.changesCount
    let reset = unsafe sqlite3_reset(handle)
    guard code == SQLITE_DONE, reset == SQLITE_OK else { throw failure(code == SQLITE_DONE ? reset : code) }
    return changed
  }

  private func bind(_ cell: Cell, _ handle: SQLiteStatement, _ index: Int32) -> Int32 {
    switch cell {
    case .null: unsafe sqlite3_bind_null(handle, index)
    case .bool(let value): unsafe sqlite3_bind_int(handle, index, value ? 1 : 0)
    case .integer(let value): unsafe sqlite3_bind_int64(handle, index, Int64(value))
    case .number(let value): unsafe sqlite3_bind_double(handle, index, value)
    case .text(let text): unsafe bind(text, handle, index)
    case .json(let value): unsafe bind(value.canonicalText, handle, index)
    }
  }

  private func bind(_ text: String, _ handle: SQLiteStatement, _ index: Int32) -> Int32 {
    unsafe text.utf8.span.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return unsafe sqlite3_bind_text(handle, index, "", 0, transient) }
      return unsafe base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { base in
        unsafe sqlite3_bind_text(handle, index, base, Int32(clamping: bytes.count), transient)
      }
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
  }
}

/// SQLite's word for a text that it is to copy: a pointer to -1.
nonisolated(unsafe) private let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
