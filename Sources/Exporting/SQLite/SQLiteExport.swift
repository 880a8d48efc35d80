internal import GRDB
internal import Glibc
internal import Provenance

/// Exports into an SQLite database: a new one, or one of ours, which then holds what is exported and nothing else.
package struct SQLiteExport {
  package var path: String
  /// Overwrites what isn't ours.
  package var force = false
  /// Keeps filings that are not exported this time.
  package var keep = false
  /// Seconds to wait for another program that has the database locked.
  package var patience = 10.0

  package init(path: String) {
    self.path = path
  }

  /// One transaction: on any error, and if the program is killed, the database is as it was.
  package func run(_ source: ExportSource) throws(ExportError) -> ExportResult {
    let state = try SQLiteTarget.state(of: path, patience: patience)
    switch state {
    case .ours: return try load(source, into: path, isNew: false)
    case .foreign(let reason) where !force: throw reason
    case .absent, .foreign:
      // A new database is built beside the place where it will stand, which needs no journal.
      let temporary = TargetFile.temporaryPath(beside: path)
      defer { TargetFile.remove(temporary) }
      let result = try load(source, into: temporary, isNew: true)
      try TargetFile.replace(path, with: temporary)
      return result
    }
  }

  private func load(_ source: ExportSource, into path: String, isNew: Bool) throws(ExportError) -> ExportResult {
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(patience)
      // What is loaded into a new database refers to what is loaded with it.
      configuration.foreignKeysEnabled = !isNew
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let result = try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY")
        if isNew { try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") }
        var result = ExportResult()
        try database.inTransaction(.immediate) {
          if isNew { try Self.create(SQLiteSchema.createTables, in: database) }
          result = try load(source, database, isNew: isNew)
          if isNew {
            try Self.create(SQLiteSchema.createIndices + SQLiteSchema.createViews, in: database)
            try database.execute(
              sql: "PRAGMA application_id = \(SQLiteSchema.applicationID); PRAGMA user_version = \(Tables.version)")
          }
          return .commit
        }
        return result
      }
      try queue.close()
      return result
    } catch let error as ExportError {
      throw error
    } catch let error as DatabaseError {
      throw SQLiteTarget.error(error, self.path)
    } catch {
      throw ExportError(
        "database", zh: "“\(self.path)”无法写入：\(error)；原有内容未变。",
        en: "\(self.path) cannot be written: \(error); it is as it was.")
    }
  }

  private static func create(_ statements: [String], in database: Database) throws {
    for statement in statements { try database.execute(sql: statement) }
  }

  private func load(_ source: ExportSource, _ database: Database, isNew: Bool) throws -> ExportResult {
    var result = ExportResult()
    let load = try FilingLoad(database)
    var seen: Set<String> = []
    for item in source.items {
      do {
        let item = try item.get()
        guard seen.insert(item.id).inserted else { continue }
        result.filings += 1
        let known = isNew ? nil : try load.hash(of: item.id)
        if let known, known.utf8.elementsEqual(item.sha256.utf8) { continue }
        let rows = try item.rows()
        if known == nil { try load.insert(rows) } else { try load.update(rows) }
      } catch let error as ExportError {
        // What the database has of it stays.
        result.failures.append(error)
      }
    }
    if let removed = source.removed {
      for id in removed { try load.remove(id) }
    } else if !keep, !isNew, result.failures.isEmpty {
      for id in try String.fetchAll(database, sql: "SELECT id FROM filings ORDER BY id") where !seen.contains(id) {
        try load.remove(id)
      }
    }
    let departments = try DerivedRows.departments(database)
    let changes = try source.changes.map { try ChangesLoad(database).replace(with: $0) } ?? RowCounts()
    for table in Tables.all {
      var counts: RowCounts
      switch table.name {
      case "departments": counts = departments
      case "changes": counts = changes
      default: counts = load.counts[Tables.ofFiling.firstIndex { $0.name == table.name } ?? 0]
      }
      if !isNew {
        let all = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table.name)") ?? 0
        counts.unchanged = max(0, all - counts.inserted - counts.updated)
      }
      result.counts.append((table.name, table.title, counts))
    }
    return result
  }
}

/// Rows that follow from others.
enum DerivedRows {
  /// Each department once, as its latest filing calls it.
  static func departments(_ database: Database) throws -> RowCounts {
    var counts = RowCounts()
    let derived = ListingQuery.departments
    counts.inserted =
      try Int.fetchOne(
        database,
        sql:
          "SELECT count(*) FROM (SELECT DISTINCT department FROM filings) WHERE department NOT IN (SELECT id FROM departments)"
      ) ?? 0
    try database.execute(
      sql: """
        INSERT INTO departments (id, region_code, region_name, code, name) SELECT * FROM (\(derived)) WHERE true
        ON CONFLICT (id) DO UPDATE SET region_code = excluded.region_code, region_name = excluded.region_name,
          code = excluded.code, name = excluded.name
        WHERE (region_code, region_name, code, name)
          IS NOT (excluded.region_code, excluded.region_name, excluded.code, excluded.name)
        """)
    counts.updated = max(0, database.changesCount - counts.inserted)
    try database.execute(sql: "DELETE FROM departments WHERE id NOT IN (SELECT department FROM filings)")
    counts.removed = database.changesCount
    return counts
  }
}
