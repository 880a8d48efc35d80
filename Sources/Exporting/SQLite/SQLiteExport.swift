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
        // Before the size of the cache, which SQLite counts in the pages that it knows of.
        if isNew {
          try database.execute(sql: "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        }
        // What is sorted for the indices goes to files: in memory it would grow with the filings.
        try database.execute(sql: "PRAGMA cache_size = -16384; PRAGMA temp_store = FILE")
        var result = ExportResult()
        try database.inTransaction(.immediate) {
          let isExtended = isNew ? false : try Self.extend(database)
          if isNew {
            // What full-text search holds more of in memory it merges less often; later changes need no more than usual.
            try Self.create(SQLiteSchema.createTables + [SQLiteSchema.termsInMemory(8 << 20)], in: database)
          }
          result = try load(source, database, isNew: isNew, isExtended: isExtended)
          if isNew {
            // A sorter holds as much as the cache before it writes.
            try database.execute(sql: "PRAGMA cache_size = -4096")
            try Self.create(
              [SQLiteSchema.termsInMemory(1 << 20)] + SQLiteSchema.createIndices + SQLiteSchema.createViews,
              in: database)
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

  /// By the ids of the filings that the database has.
  private static func hashes(_ database: Database) throws -> [String: String] {
    var hashes: [String: String] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT id, sha256 FROM filings")
    while let row = try rows.next() { hashes[row[0]] = row[1] }
    return hashes
  }

  /// Adds the tables, columns and views that the version has got since the database was made; whether filings have
  /// anything to put there.
  private static func extend(_ database: Database) throws -> Bool {
    let names = Set(try String.fetchAll(database, sql: "SELECT name FROM sqlite_master"))
    let tables = Tables.all.filter { !names.contains($0.name) }
    let views = Listings.all.filter { !names.contains($0.view) }
    var columns: [String] = []
    for table in Tables.all where names.contains(table.name) && table.columns.contains(where: \.isLater) {
      let known = try String.fetchSet(
        database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table.name])
      columns += table.columns.filter { $0.isLater && !known.contains($0.name) }
        .map { SQLiteSchema.addColumn($0, to: table) }
    }
    try create(
      tables.map(SQLiteSchema.createTable) + tables.flatMap(SQLiteSchema.createIndices) + columns
        + views.map(SQLiteSchema.createView), in: database)
    return !tables.isEmpty || !columns.isEmpty
  }

  private func load(
    _ source: ExportSource, _ database: Database, isNew: Bool, isExtended: Bool
  ) throws -> ExportResult {
    var result = ExportResult()
    let load = try FilingLoad(database)
    let hashes = try isNew ? [:] : Self.hashes(database)
    // What another program version has not kept of a filing is read again.
    let filings = FilingsAhead(source, known: isExtended ? [:] : hashes)
    defer { filings.stop() }
    var missing = Set(hashes.keys)
    while let outcome = filings.next() {
      switch outcome {
      // What the database has of it stays.
      case .failure(let error): result.failures.append(error)
      case .unchanged(let id):
        result.filings += 1
        missing.remove(id)
      case .rows(let rows):
        result.filings += 1
        missing.remove(rows.id)
        if hashes[rows.id] == nil { try load.insert(rows) } else { try load.update(rows) }
      }
    }
    try result.checkThatAnyFilingWasHad(source)
    if let removed = source.removed {
      for id in removed { try load.remove(id) }
    } else if !keep, !isNew, result.failures.isEmpty {
      for id in missing.sorted() { try load.remove(id) }
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
