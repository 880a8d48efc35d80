/// The rows of one filing, in the tables of `Tables.ofFiling`.
package struct FilingRows: Sendable {
  package let id: String
  /// In the order of `Tables.ofFiling`.
  package var tables: [TableRows]

  package init(id: String) {
    self.id = id
    tables = Tables.ofFiling.map { TableRows(width: $0.columns.count) }
  }

  /// The rows of a table by its name; none if it isn't one of a filing.
  package subscript(table: String) -> TableRows {
    Tables.ofFiling.firstIndex { $0.name == table }.map { tables[$0] } ?? TableRows(width: 1)
  }
}
