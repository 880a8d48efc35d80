internal import Provenance

/// The statements that make the database, from the tables' description.
package enum SQLiteSchema {
  /// "jixi" in ASCII: by it the program knows its own databases.
  static let applicationID = 0x6A69_7869

  static let createTables: [String] =
    Tables.all.map(createTable) + [
      """
      CREATE TABLE texts (
        id INTEGER PRIMARY KEY,
        filing TEXT NOT NULL REFERENCES filings (id) DEFERRABLE INITIALLY DEFERRED, -- 文本编号 · the filing
        pointer TEXT NOT NULL, -- 位置指针 · the JSON pointer of the row
        kind TEXT NOT NULL, -- 表和列，如 goals.text · table and column
        text TEXT NOT NULL -- 文字 · the text
      )
      """,
      // Contentless: the texts stand in `texts`, and the characters with spaces between them nowhere.
      "CREATE VIRTUAL TABLE search USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 0')",
    ]

  /// How many bytes of terms full-text search holds before it writes them.
  static func termsInMemory(_ bytes: Int) -> String {
    "INSERT INTO search (search, rank) VALUES ('hashsize', \(bytes))"
  }

  static let createIndices: [String] =
    Tables.all.flatMap(createIndices) + ["CREATE INDEX texts_filing ON texts (filing)"]

  static let createViews: [String] =
    Listings.all.map(createView) + [
      """
      CREATE VIEW 全文检索 AS
      SELECT search.search AS 检索, texts.filing AS 文本编号, texts.pointer AS 位置指针, texts.kind AS 所在, texts.text AS 文字
      FROM search JOIN texts ON texts.id = search.rowid
      """
    ]

  static func createIndices(_ table: Table) -> [String] {
    table.indices.map { columns in
      "CREATE INDEX \(name("\(table.name)_\(columns.joined(separator: "_"))")) ON \(name(table.name)) (\(names(columns)))"
    }
  }

  static func createView(_ listing: Listing) -> String {
    "CREATE VIEW \(name(listing.view)) AS\n\(ListingQuery.select(listing))"
  }

  static func addColumn(_ column: Column, to table: Table) -> String {
    "ALTER TABLE \(name(table.name)) ADD COLUMN \(define(column))"
  }

  private static func define(_ column: Column) -> String {
    "\(name(column.name)) \(type(column.kind))\(column.isNullable ? "" : " NOT NULL")\(check(column))"
  }

  static func createTable(_ table: Table) -> String {
    var lines = table.columns.map(define)
    lines.append("PRIMARY KEY (\(names(table.key)))")
    for reference in table.references {
      lines.append(
        "FOREIGN KEY (\(names(reference.columns))) REFERENCES \(name(reference.table)) (\(names(reference.target))) "
          + "DEFERRABLE INITIALLY DEFERRED")
    }
    // SQLite keeps the comments, so that `.schema` explains the columns.
    let commented = lines.enumerated().map { index, line in
      let comma = index + 1 < lines.count ? "," : ""
      return index < table.columns.count
        ? "  \(line)\(comma) -- \(table.columns[index].title)：\(table.columns[index].summary.zh)" : "  \(line)\(comma)"
    }
    return
      "CREATE TABLE \(name(table.name)) ( -- \(table.title.zh)\n\(commented.joined(separator: "\n"))\n) WITHOUT ROWID"
  }

  private static func type(_ kind: Column.Kind) -> String {
    switch kind {
    case .text, .date, .json: "TEXT"
    case .integer, .boolean: "INTEGER"
    // Whole numbers are kept whole.
    case .number: "NUMERIC"
    }
  }

  private static func check(_ column: Column) -> String {
    column.kind == .boolean ? " CHECK (\(name(column.name)) IN (0, 1))" : ""
  }

  static func name(_ name: String) -> String { ListingQuery.quoted(name) }

  static func names(_ names: [String]) -> String { names.map(name).joined(separator: ", ") }
}
