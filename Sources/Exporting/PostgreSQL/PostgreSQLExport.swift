internal import Provenance

/// Exports tables for PostgreSQL: their DDL, files for COPY, and a script for psql that loads them.
package struct PostgreSQLExport {
  package var folder: String
  package var force = false
  /// Keeps filings in the database that are not exported this time.
  package var keep = false

  package init(folder: String) {
    self.folder = folder
  }

  private static let script = "load.sql"

  package func run(_ source: ExportSource) throws(ExportError) -> ExportResult {
    let target = ExportFolder(folder, mark: Self.script, signature: "-- \(Tables.format)\n", force: force)
    try target.prepare()
    let csv = CSV(lineEnd: [0x0A], guardsFormulas: false)
    let tables = Tables.ofFiling + (source.changes == nil ? [] : [Tables.changes])
    var files: [ByteFile] = []
    for table in tables {
      let file = try ByteFile("\(folder)/\(table.name).csv")
      try file.write { csv.append(table.columns.map { .text($0.name) }, to: &$0) }
      files.append(file)
    }
    var result = ExportResult()
    var counts = tables.map { _ in RowCounts() }
    var unfit: [ExportError] = []
    try source.forEachFiling(&result) { filing throws(ExportError) in
      if let error = Self.objection(to: filing) {
        unfit.append(error)
        return
      }
      for (index, rows) in filing.tables.enumerated() {
        for row in 0..<rows.count { try files[index].write { csv.append(rows[row], to: &$0) } }
        counts[index].inserted += rows.count
      }
    }
    result.failures += unfit
    if let changes = source.changes, let file = files.last {
      for row in changes { try file.write { csv.append(row, to: &$0) } }
      counts[counts.count - 1].inserted = changes.count
    }
    if let removed = source.removed {
      let file = try ByteFile("\(folder)/removed.csv")
      try file.write { csv.append([.text("id")], to: &$0) }
      for id in removed { try file.write { csv.append([.text(id)], to: &$0) } }
      files.append(file)
    }
    let schema = try ByteFile("\(folder)/schema.sql")
    try schema.write(PostgreSQLSchema.text)
    files.append(schema)
    // A filing that could not be had is not one that is gone.
    let scope: PostgreSQLLoad.Scope = source.isFeed ? .feed : keep || !result.failures.isEmpty ? .some : .all
    let script = try ByteFile("\(folder)/\(Self.script)")
    try script.write(PostgreSQLLoad.script(scope, hasChanges: source.changes != nil))
    files.append(script)
    for file in files { _ = try file.finish() }
    for file in files { try file.place() }
    try target.removeLeftovers(
      besides: files.map(\.path), of: (Tables.all.map(\.name) + ["removed"]).map { "\($0).csv" })
    result.counts = zip(tables, counts).map { ($0.name, $0.title, $1) }
    return result
  }

  /// PostgreSQL's texts hold no NUL.
  private static func objection(to filing: FilingRows) -> ExportError? {
    for (table, rows) in zip(Tables.ofFiling, filing.tables) {
      for cell in rows.cells {
        guard case .text(let text) = cell, text.utf8.contains(0) else { continue }
        return ExportError(
          "text-nul", zh: "“\(filing.id)”的表 \(table.name) 中有文字含空字符（U+0000），PostgreSQL 不能保存，未导出这份文本；请检查源文件。",
          en:
            "A text of \(filing.id) in \(table.name) holds U+0000, which PostgreSQL cannot keep, so the filing was left out; "
            + "check its source.")
      }
    }
    return nil
  }
}
