internal import Provenance

/// The statements that make the tables in PostgreSQL, in a schema of their own, from the tables' description.
enum PostgreSQLSchema {
  static let schema = "jixiao"

  static var text: String {
    var parts = [heading, versionCheck]
    parts += Tables.all.map(createTable)
    parts += Tables.all.flatMap { table in
      table.columns.filter(\.isLater).map { column in
        "ALTER TABLE \(schema).\(table.name) ADD COLUMN IF NOT EXISTS \(quoted(column.name)) \(type(column.kind));"
      }
    }
    parts += Tables.all.flatMap { table in
      table.indices.map { columns in
        "CREATE INDEX IF NOT EXISTS \(quoted("\(table.name)_\(columns.joined(separator: "_"))")) "
          + "ON \(schema).\(table.name) (\(names(columns)));"
      }
    }
    parts += Tables.all.map(comments)
    parts += Listings.all.map { "CREATE OR REPLACE VIEW \(schema).\(quoted($0.view)) AS\n\(ListingQuery.select($0));" }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static let heading = """
    -- \(Tables.format)
    -- 部门预算绩效目标的表结构，可重复执行。 · The tables of performance-target filings; may be run again.
    \\set ON_ERROR_STOP on
    SET client_encoding = 'UTF8';
    """

  /// Stops where the schema is somebody else's or of another version.
  private static let versionCheck = """
    DO $$
    DECLARE existing integer;
    BEGIN
      IF to_regnamespace('\(schema)') IS NULL THEN
        CREATE SCHEMA \(schema);
        CREATE TABLE \(schema).meta (version integer NOT NULL);
        INSERT INTO \(schema).meta VALUES (\(Tables.version));
      ELSIF to_regclass('\(schema).meta') IS NULL THEN
        RAISE EXCEPTION '模式 \(schema) 已存在而不是 jixiao 建立的，未作改动。 The schema \(schema) exists and was not made by jixiao; nothing was changed.';
      END IF;
      SELECT version INTO existing FROM \(schema).meta;
      IF existing IS DISTINCT FROM \(Tables.version) THEN
        RAISE EXCEPTION '模式 \(schema) 是第 % 版，本文件是第 \(Tables.version) 版；请先改名或删除该模式。 The schema \(schema) has version %, and this file is for version \(Tables.version); rename or drop it first.', existing, existing;
      END IF;
    END $$;
    SET search_path TO \(schema), pg_catalog;
    """

  private static func createTable(_ table: Table) -> String {
    var lines = table.columns.map { column in
      "  \(quoted(column.name)) \(type(column.kind))\(column.isNullable ? "" : " NOT NULL")"
    }
    lines.append("  PRIMARY KEY (\(names(table.key)))")
    for reference in table.references {
      lines.append(
        "  FOREIGN KEY (\(names(reference.columns))) REFERENCES \(schema).\(reference.table) (\(names(reference.target))) "
          + "DEFERRABLE INITIALLY DEFERRED")
    }
    return "CREATE TABLE IF NOT EXISTS \(schema).\(table.name) (\n\(lines.joined(separator: ",\n"))\n);"
  }

  private static func comments(_ table: Table) -> String {
    (["COMMENT ON TABLE \(schema).\(table.name) IS \(literal("\(table.title.zh) · \(table.title.en)"));"]
      + table.columns.map { column in
        "COMMENT ON COLUMN \(schema).\(table.name).\(quoted(column.name)) IS "
          + "\(literal("\(column.title)：\(column.summary.zh)"));"
      }).joined(separator: "\n")
  }

  private static func type(_ kind: Column.Kind) -> String {
    switch kind {
    case .text: "text"
    case .integer: "bigint"
    case .number: "numeric"
    case .boolean: "boolean"
    case .date: "date"
    case .json: "jsonb"
    }
  }

  static func quoted(_ name: String) -> String { ListingQuery.quoted(name) }

  static func names(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }

  private static func literal(_ text: String) -> String {
    "'" + text.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
  }
}
