internal import GRDB

/// The table of changes between filings.
struct ChangesLoad {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Adds changes, or writes over those with the same id; rows have the columns of `Tables.changes`.
  func insert(changes: [[Cell]]) throws -> RowCounts {
    var counts = RowCounts()
    let columns = Tables.changes.columns.map(\.name)
    let others = columns.dropFirst()
    let insert = try RowStatement(
      """
      INSERT INTO changes (\(SQLiteSchema.names(columns))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      ON CONFLICT (id) DO UPDATE SET \(others.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
      WHERE (\(SQLiteSchema.names(Array(others)))) IS NOT (\(others.map { "excluded.\($0)" }.joined(separator: ", ")))
      """, database)
    for change in changes {
      let isKnown =
        try Bool.fetchOne(
          database, sql: "SELECT EXISTS (SELECT 1 FROM changes WHERE id = ?)", arguments: [change.first?.text ?? ""])
        ?? false
      let changed = try insert.run(change)
      if !isKnown { counts.inserted += 1 } else if changed > 0 { counts.updated += 1 } else { counts.unchanged += 1 }
    }
    return counts
  }

  /// Makes the changes those that are given.
  func replace(with changes: [[Cell]]) throws -> RowCounts {
    var counts = try insert(changes: changes)
    let ids = Set(changes.compactMap { $0.first?.text })
    let delete = try RowStatement("DELETE FROM changes WHERE id = ?", database)
    for id in try String.fetchAll(database, sql: "SELECT id FROM changes") where !ids.contains(id) {
      counts.removed += try delete.run(CollectionOfOne(.text(id)))
    }
    return counts
  }
}
