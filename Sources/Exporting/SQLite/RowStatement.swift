internal import GRDB
internal import GRDBSQLite

/// A prepared statement that takes a row of cells at a time. GRDB prepares and keeps it; the cells are bound without
/// the values in between that GRDB makes, since a load binds tens of millions of them.
final class RowStatement {
  private let statement: Statement
  private let database: Database
  private var row = Row()

  /// The texts of a row, one after the other: SQLite reads them here, instead of copying each into memory of its own.
  private struct Row {
    var texts: [UInt8] = []
    /// Where each cell's text ends; nil for a cell that is none.
    var ends: [Int?] = []

    mutating func clear() {
      texts.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
    }
  }

  init(_ sql: String, _ database: Database) throws {
    statement = try database.makeStatement(sql: sql)
    self.database = database
  }

  /// Runs it to its end with the cells as its arguments; returns how many rows it changed.
  @discardableResult func run(_ cells: some Collection<Cell>) throws -> Int {
    // Taken out of the object while it is filled, since each access to what an object holds is checked.
    var row = Row()
    swap(&row, &self.row)
    defer { swap(&row, &self.row) }
    row.clear()
    let handle = unsafe statement.sqliteStatement
    var index: Int32 = 0
    for cell in cells {
      index += 1
      switch cell {
      case .text(let text):
        row.texts += text.utf8
        row.ends.append(row.texts.count)
        continue
      case .json(let value):
        row.texts += value.canonicalText.utf8
        row.ends.append(row.texts.count)
        continue
      case .null: try check(unsafe sqlite3_bind_null(handle, index))
      case .bool(let value): try check(unsafe sqlite3_bind_int(handle, index, value ? 1 : 0))
      case .integer(let value): try check(unsafe sqlite3_bind_int64(handle, index, Int64(value)))
      case .number(let value): try check(unsafe sqlite3_bind_double(handle, index, value))
      }
      row.ends.append(nil)
    }
    return try unsafe execute(row, handle)
  }

  /// Runs it with a number and a text, which `write` appends to what it is given.
  func run(_ number: Int, _ write: (inout [UInt8]) -> Void) throws {
    var row = Row()
    swap(&row, &self.row)
    defer { swap(&row, &self.row) }
    row.clear()
    write(&row.texts)
    row.ends = [nil, row.texts.count]
    let handle = unsafe statement.sqliteStatement
    try check(unsafe sqlite3_bind_int64(handle, 1, Int64(number)))
    unsafe _ = try execute(row, handle)
  }

  private func execute(_ row: Row, _ handle: SQLiteStatement) throws -> Int {
    try unsafe row.texts.withUnsafeBytes { bytes in
      var start = 0
      var index: Int32 = 0
      for end in row.ends {
        index += 1
        guard let end else { continue }
        // Static: the texts stay where they are until the statement has run, and no binding outlives that.
        try check(unsafe bind(bytes, start..<end, handle, index))
        start = end
      }
      return try unsafe step(handle)
    }
  }

  private func bind(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ handle: SQLiteStatement, _ index: Int32
  ) -> Int32 {
    guard let base = bytes.baseAddress, !range.isEmpty else {
      return unsafe sqlite3_bind_text(handle, index, "", 0, transient)
    }
    return unsafe sqlite3_bind_text(
      handle, index, (base + range.lowerBound).assumingMemoryBound(to: CChar.self), Int32(clamping: range.count), nil)
  }

  private func step(_ handle: SQLiteStatement) throws -> Int {
    var code = unsafe sqlite3_step(handle)
    while code == SQLITE_ROW { code = unsafe sqlite3_step(handle) }
    let changed = unsafe Int(sqlite3_changes(sqlite3_db_handle(handle)))
    let reset = unsafe sqlite3_reset(handle)
    unsafe _ = sqlite3_clear_bindings(handle)
    guard code == SQLITE_DONE, reset == SQLITE_OK else { throw failure(code == SQLITE_DONE ? reset : code) }
    return changed
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw failure(code) }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
  }
}

/// SQLite's word for a text that it is to copy: a pointer to -1.
nonisolated(unsafe) private let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
