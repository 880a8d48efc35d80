internal import GRDB

/// Puts filings into an open database, row by row, and counts what that changed.
final class FilingLoad {
  private(set) var counts: [RowCounts]
  private let database: Database
  private let inserts: [RowStatement]
  private let upserts: [RowStatement]
  private let selects: [Statement]
  private let deletes: [RowStatement]
  private let deletesOfFiling: [RowStatement]
  private let searched: [(table: Int, columns: [(index: Int, kind: String)], pointer: Int?)]
  private let insertText: RowStatement
  private let insertTerms: RowStatement
  private let deleteTerms: RowStatement
  private let deleteTexts: RowStatement
  private let selectTexts: Statement
  private var nextText: Int

  init(_ database: Database) throws {
    self.database = database
    let tables = Tables.ofFiling
    counts = tables.map { _ in RowCounts() }
    inserts = try tables.map { try RowStatement(Self.insert($0), database) }
    upserts = try tables.map { try RowStatement(Self.insert($0) + Self.onConflict($0), database) }
    selects = try tables.map { table in
      let owner = table.name == "filings" ? "id" : "filing"
      return try database.makeStatement(sql: "SELECT * FROM \(table.name) WHERE \(owner) = ?")
    }
    deletes = try tables.map { table in
      let condition = table.key.map { "\($0) = ?" }.joined(separator: " AND ")
      return try RowStatement("DELETE FROM \(table.name) WHERE \(condition)", database)
    }
    deletesOfFiling = try tables.map { table in
      try RowStatement("DELETE FROM \(table.name) WHERE \(table.name == "filings" ? "id" : "filing") = ?", database)
    }
    searched = tables.enumerated().compactMap { index, table in
      let columns = table.columns.enumerated().filter(\.element.isSearched)
        .map { (index: $0.offset, kind: "\(table.name).\($0.element.name)") }
      return columns.isEmpty ? nil : (index, columns, table.index(of: "pointer"))
    }
    insertText = try RowStatement(
      "INSERT INTO texts (id, filing, pointer, kind, text) VALUES (?, ?, ?, ?, ?)", database)
    insertTerms = try RowStatement("INSERT INTO search (rowid, terms) VALUES (?, ?)", database)
    deleteTerms = try RowStatement("INSERT INTO search (search, rowid, terms) VALUES ('delete', ?, ?)", database)
    deleteTexts = try RowStatement("DELETE FROM texts WHERE filing = ?", database)
    selectTexts = try database.makeStatement(sql: "SELECT id, text FROM texts WHERE filing = ? ORDER BY id")
    nextText = try (Int.fetchOne(database, sql: "SELECT max(id) FROM texts") ?? 0) + 1
  }

  private static func insert(_ table: Table) -> String {
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(table.name) (\(SQLiteSchema.names(table.columns.map(\.name)))) VALUES (\(marks))"
  }

  private static func onConflict(_ table: Table) -> String {
    let others = table.columns.map(\.name).filter { !table.key.contains($0) }
    let sets = others.map { "\(SQLiteSchema.name($0)) = excluded.\(SQLiteSchema.name($0))" }
    return " ON CONFLICT (\(SQLiteSchema.names(table.key))) DO UPDATE SET \(sets.joined(separator: ", "))"
  }

  /// Takes the rows of a filing that has none yet.
  func insert(_ filing: FilingRows) throws {
    for (index, table) in filing.tables.enumerated() {
      for row in 0..<table.count { try inserts[index].run(table[row]) }
      counts[index].inserted += table.count
    }
    try insertTexts(filing)
  }

  /// Makes the rows of a filing those that are given.
  func update(_ filing: FilingRows) throws {
    for (index, table) in filing.tables.enumerated() {
      let key = Tables.ofFiling[index].key.compactMap { Tables.ofFiling[index].index(of: $0) }
      var known = try rows(selects[index], filing.id, key)
      for row in 0..<table.count {
        let cells = table[row].map(\.stored)
        let id = key.map { cells[$0] }
        if let old = known.removeValue(forKey: id) {
          if old == cells {
            continue
          }
          counts[index].updated += 1
        } else {
          counts[index].inserted += 1
        }
        try upserts[index].run(cells)
      }
      for id in known.keys { try deletes[index].run(id) }
      counts[index].removed += known.count
    }
    try removeTexts(filing.id)
    try insertTexts(filing)
  }

  func remove(_ filing: String) throws {
    try removeTexts(filing)
    for index in deletesOfFiling.indices.reversed() {
      counts[index].removed += try deletesOfFiling[index].run(CollectionOfOne(.text(filing)))
    }
  }

  private func rows(_ select: Statement, _ filing: String, _ key: [Int]) throws -> [[Cell]: [Cell]] {
    var result: [[Cell]: [Cell]] = [:]
    let cursor = try Row.fetchCursor(select, arguments: [filing])
    while let row = try cursor.next() {
      let cells = row.databaseValues.map { value -> Cell in
        switch value.storage {
        case .null: Cell.null
        case .int64(let value): Cell.integer(Int(value))
        case .double(let value): Cell.number(value)
        case .string(let text): Cell.text(text)
        case .blob: Cell.null
        }
      }
      let row = Array(cells)
      result[key.map { row[$0] }] = row
    }
    return result
  }

  // MARK: Full-text search

  private func insertTexts(_ filing: FilingRows) throws {
    for (table, columns, pointer) in searched {
      let rows = filing.tables[table]
      for row in 0..<rows.count {
        for (column, kind) in columns {
          guard case .text(let text) = rows[row, column] else { continue }
          let place = pointer.map { rows[row, $0] } ?? .text("")
          try insertText.run([.integer(nextText), .text(filing.id), place, .text(kind), .text(text)])
          try insertTerms.run(nextText) { SearchTerms.append(text, to: &$0) }
          nextText += 1
        }
      }
    }
  }

  /// The index keeps no texts, so it has to be told what it was given.
  private func removeTexts(_ filing: String) throws {
    var texts: [(id: Int, text: String)] = []
    let cursor = try Row.fetchCursor(selectTexts, arguments: [filing])
    while let row = try cursor.next() { texts.append((row[0], row[1])) }
    for text in texts { try deleteTerms.run(text.id) { SearchTerms.append(text.text, to: &$0) } }
    try deleteTexts.run(CollectionOfOne(.text(filing)))
  }
}

extension Cell {
  /// As the database gives it back.
  var stored: Cell {
    switch self {
    case .bool(let value): .integer(value ? 1 : 0)
    case .json(let value): .text(value.canonicalText)
    case .number(let value): Cell(value)
    default: self
    }
  }
}
