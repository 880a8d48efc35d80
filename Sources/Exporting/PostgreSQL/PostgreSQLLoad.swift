/// The script that brings a database up to date: everything is copied into temporary tables first, and then one
/// transaction removes, adds and changes what differs.
enum PostgreSQLLoad {
  enum Scope {
    /// What is exported is all that there is: other filings are removed.
    case all
    /// Other filings stay.
    case some
    /// Those that `removed.csv` names are removed.
    case feed
  }

  static func script(_ scope: Scope, hasChanges: Bool) -> String {
    var lines = [
      """
      -- \(Tables.format)
      -- 在本文件夹中运行：psql -f load.sql。一个事务，可重复执行。
      -- Run it in this folder: psql -f load.sql. One transaction; may be run again.
      \\set ON_ERROR_STOP on
      SET client_encoding = 'UTF8';
      BEGIN;
      SELECT pg_advisory_xact_lock(\(SQLiteSchema.applicationID));
      \\ir schema.sql
      """
    ]
    let tables = Tables.ofFiling + (hasChanges ? [Tables.changes] : [])
    for table in tables {
      lines.append(
        """
        CREATE TEMP TABLE staged_\(table.name) (LIKE \(schema).\(table.name) INCLUDING DEFAULTS) ON COMMIT DROP;
        \\copy staged_\(table.name) FROM '\(table.name).csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')
        ALTER TABLE staged_\(table.name) ADD PRIMARY KEY (\(PostgreSQLSchema.names(table.key)));
        """)
    }
    lines.append(gone(scope))
    for table in Tables.ofFiling.reversed() {
      let owner = table.name == "filings" ? "id" : "filing"
      lines.append("DELETE FROM \(schema).\(table.name) WHERE \(owner) IN (SELECT id FROM gone);")
      guard table.name != "filings" else { continue }
      lines.append(
        """
        DELETE FROM \(schema).\(table.name) AS old USING staged_filings
        WHERE old.filing = staged_filings.id AND NOT EXISTS (
          SELECT 1 FROM staged_\(table.name) AS new WHERE \(table.key.map { "new.\($0) = old.\($0)" }.joined(separator: " AND "))
        );
        """)
    }
    lines += Tables.ofFiling.map { upsert($0, from: "SELECT * FROM staged_\($0.name)") }
    lines.append(upsert(Tables.departments, from: ListingQuery.departments))
    lines.append("DELETE FROM \(schema).departments WHERE id NOT IN (SELECT department FROM \(schema).filings);")
    if hasChanges {
      lines.append("DELETE FROM \(schema).changes WHERE id NOT IN (SELECT id FROM staged_changes);")
      lines.append(upsert(Tables.changes, from: "SELECT * FROM staged_changes"))
    }
    lines.append("DROP TABLE gone;\nCOMMIT;")
    return lines.joined(separator: "\n") + "\n"
  }

  private static let schema = PostgreSQLSchema.schema

  private static func gone(_ scope: Scope) -> String {
    switch scope {
    case .all:
      "CREATE TEMP TABLE gone AS SELECT id FROM \(schema).filings WHERE id NOT IN (SELECT id FROM staged_filings);"
    case .some: "CREATE TEMP TABLE gone (id text);"
    case .feed:
      "CREATE TEMP TABLE gone (id text);\n\\copy gone FROM 'removed.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')"
    }
  }

  /// Rows that would not change are left alone.
  private static func upsert(_ table: Table, from query: String) -> String {
    let others = table.columns.map(\.name).filter { !table.key.contains($0) }.map(PostgreSQLSchema.quoted)
    let sets = others.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    let old = others.map { "old.\($0)" }.joined(separator: ", ")
    let new = others.map { "excluded.\($0)" }.joined(separator: ", ")
    return """
      INSERT INTO \(schema).\(table.name) AS old (\(PostgreSQLSchema.names(table.columns.map(\.name))))
      \(query)
      ON CONFLICT (\(PostgreSQLSchema.names(table.key))) DO UPDATE SET \(sets)
      WHERE (\(old)) IS DISTINCT FROM (\(new));
      """
  }
}
