/// One filing to export, which is read when it is needed.
package struct ExportItem {
  package var id: String
  /// Of its canonical JSON file.
  package var sha256: String
  /// How problems call it.
  package var name: String
  package var bytes: () throws(ExportError) -> [UInt8]

  package init(id: String, sha256: String, name: String, bytes: @escaping () throws(ExportError) -> [UInt8]) {
    self.id = id
    self.sha256 = sha256
    self.name = name
    self.bytes = bytes
  }

  package func rows() throws(ExportError) -> FilingRows {
    let rows = try FilingReader.rows(of: try bytes(), sha256: sha256, name: name)
    guard rows.id.utf8.elementsEqual(id.utf8) else {
      throw ExportError(
        "filing-other", zh: "“\(name)”的编号是“\(rows.id)”，清单所记的是“\(id)”；请重新转换。",
        en: "\(name) has the id \(rows.id), and the manifest says \(id); convert it again.")
    }
    return rows
  }
}

/// How many rows of a table a load changed.
package struct RowCounts: Hashable, Sendable {
  package var inserted = 0
  package var updated = 0
  package var unchanged = 0
  package var removed = 0

  package init() {}
}
