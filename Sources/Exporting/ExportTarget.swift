/// Where an export goes and how.
package enum ExportTarget: String, Sendable, CaseIterable {
  case sqlite, excel, csv, jsonl, postgres

  /// What the name of a file says of its kind; nil if it says nothing.
  package init?(inferredFrom path: String) {
    let name = path.lowercased()
    if [".sqlite", ".sqlite3", ".db"].contains(where: { name.hasSuffix($0) }) {
      self = .sqlite
    } else if name.hasSuffix(".xlsx") {
      self = .excel
    } else {
      return nil
    }
  }
}
