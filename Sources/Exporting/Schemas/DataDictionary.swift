internal import Provenance

/// The page that explains every column of every export, made from the tables' description.
package enum DataDictionary {
  package static var markdown: String {
    var lines = [head]
    lines.append("## 一览 · Listings\n")
    lines.append(
      "CSV 与 JSON Lines 的文件、Excel 的工作表、数据库的中文视图。Files of CSV and JSON Lines, sheets of Excel, views of the databases.\n"
    )
    for listing in Listings.all {
      lines.append("### `\(listing.name)` \(listing.title.zh)\n")
      lines.append("\(listing.title.en). 视图 view `\(listing.view)`; `jixiao schema row-\(listing.name)`.\n")
      lines.append(table(listing.columns, key: ["id"]))
    }
    lines.append("## 表 · Tables\n")
    lines.append("SQLite 与 PostgreSQL 的表。Tables of SQLite and PostgreSQL.\n")
    for table in Tables.all {
      lines.append("### `\(table.name)` \(table.title.zh)\n")
      lines.append("\(table.title.en). `jixiao schema table-\(table.name)`.\n")
      lines.append(self.table(table.columns, key: table.key))
      for reference in table.references {
        let own = reference.columns.map { "`\($0)`" }.joined(separator: ", ")
        let other = reference.target.map { "`\($0)`" }.joined(separator: ", ")
        lines.append("- \(own) → `\(reference.table)` (\(other))")
      }
      if !table.references.isEmpty { lines.append("") }
    }
    return lines.joined(separator: "\n")
  }

  private static let head = """
    # 数据字典 · Data dictionary

    `jixiao export` 写出的全部表和列（格式 `\(Tables.format)`）。本页由 `make docs` 生成，与表结构、JSON Schema 出自同一份描述。
    Every table and column that `jixiao export` writes. `make docs` makes this page from the description that the DDL and
    the JSON Schemas are made from, too.

    **变更规则。** 同一版本内只增加表和列，不改名、不删除、不改变含义；凡有这类改变，版本号加一，旧版数据库不会被改写。读者应按列名取值，忽略不认识的列。
    **Policy.** Within a version tables and columns are only added; whatever renames, removes or redefines one raises the
    version, and a database of an older version is never written to. Read columns by name, and pass over those you don't know.

    `NULL` 表示未知或未填，从不用空字符串代替；`更正前`、`更正后` 为空字符串时表示补上或删去文字。
    Null is what is unknown or not filled in, never an empty text; an empty text before or after a correction is an
    insertion or a deletion.

    """

  private static func table(_ columns: [Column], key: [String]) -> String {
    let rows = columns.map { column in
      "| `\(column.name)`\(key.contains(column.name) ? " 🔑" : "") | \(column.kind.rawValue)\(column.isNullable ? "?" : "") "
        + "| \(column.title) | \(column.summary.zh) \(column.summary.en) |"
    }
    return "| 列 column | 类型 type | 名称 title | 含义 meaning |\n|---|---|---|---|\n" + rows.joined(separator: "\n") + "\n"
  }
}
