import Exporting
import GRDB
import JSON

/// All tables and views of a database, row by row as text. Numbers of texts are left out: they say in which order texts
/// came.
func dump(_ path: String) throws -> [String: [[String]]] {
  let queue = try DatabaseQueue(path: path)
  defer { try? queue.close() }
  return try queue.read { database in
    var result: [String: [[String]]] = [:]
    for name in Tables.all.map(\.name) + Listings.all.map(\.view) {
      result[name] = try rows("SELECT * FROM \"\(name)\"", database)
    }
    result["texts"] = try rows("SELECT filing, pointer, kind, text FROM texts", database)
    result["found"] = try rows(
      "SELECT 文本编号, 位置指针, 所在, 文字 FROM 全文检索 WHERE 检索 MATCH '\"办 理\"'", database)
    return result
  }
}

private func rows(_ query: String, _ database: Database) throws -> [[String]] {
  try Row.fetchAll(database, sql: query)
    .map { row in row.databaseValues.map { "\($0)" } }
    .sorted { $0.lexicographicallyPrecedes($1) }
}

/// A value as SQLite shows it in `dump`.
func shown(_ cell: Cell) -> String {
  switch cell {
  case .null: "\(DatabaseValue.null)"
  case .bool(let value): "\((value ? 1 : 0).databaseValue)"
  case .integer(let value): "\(value.databaseValue)"
  case .number(let value): "\(value.databaseValue)"
  case .text(let text): "\(text.databaseValue)"
  case .json(let value): "\(value.canonicalText.databaseValue)"
  }
}

/// Fields of RFC 4180; one without quotes that is empty is nil.
func parseCSV(_ text: String) -> [[String?]] {
  var rows: [[String?]] = []
  var row: [String?] = []
  var field: [UInt8] = []
  var isQuoted = false
  var wasQuoted = false
  let bytes = Array(text.utf8)
  var index = 0
  func end() {
    row.append(field.isEmpty && !wasQuoted ? nil : String(decoding: field, as: UTF8.self))
    field = []
    wasQuoted = false
  }
  while index < bytes.count {
    let byte = bytes[index]
    if isQuoted {
      if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
        field.append(byte)
        index += 1
      } else if byte == 0x22 {
        isQuoted = false
      } else {
        field.append(byte)
      }
    } else if byte == 0x22 {
      isQuoted = true
      wasQuoted = true
    } else if byte == 0x2C {
      end()
    } else if byte == 0x0A {
      if field.last == 0x0D { field.removeLast() }
      end()
      rows.append(row)
      row = []
    } else {
      field.append(byte)
    }
    index += 1
  }
  return rows
}
