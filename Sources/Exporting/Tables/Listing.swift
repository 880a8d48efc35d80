package import Provenance

/// A table for people and for programs that don't join: a row of a table together with what belongs to it. It is a
/// sheet of the workbook, a CSV or JSON Lines file, and a view with Chinese column names in the databases.
package struct Listing: Sendable {
  /// Where the value of a column comes from.
  package enum Origin: Hashable, Sendable {
    /// The filing's id and the pointer of the row: unique among all filings.
    case id
    /// The id of the row that a pointer of the same filing leads to.
    case reference(String)
    /// A column of the row itself, of its filing, project or unit.
    case own(String)
    case filing(String)
    case project(String)
    case unit(String)
    /// The amount, of the kind `total`, `fiscal` or `other`, of a project for its year.
    case budget(String)
    /// A column of an indicator's target.
    case target(String)
  }

  package struct Field: Sendable {
    package var column: Column
    package var origin: Origin
    /// Characters of the sheet's column.
    package var width: Int
  }

  package var name: String
  /// The sheet's name.
  package var title: Message
  /// The name of the view.
  package var view: String
  package var table: String
  package var fields: [Field]
  /// The fields that name a row of another listing.
  package var references: [(field: String, listing: String)]

  package var columns: [Column] { fields.map(\.column) }
}

extension Listing.Field {
  /// A field of the same name and meaning as its column.
  init(_ origin: Listing.Origin, in table: Table, as name: String? = nil, _ title: String? = nil, width: Int = 12) {
    let column: Column? =
      switch origin {
      case .id: Column("id", .text, "编号", "文本编号加位置指针。", "The filing's id and the pointer.", nullable: false)
      case .reference(let name): table[name]?.named(name, table[name]?.title ?? name)
      case .own(let name): table[name]
      case .filing(let name): Tables.filings[name]
      case .project(let name): Tables.projects[name]
      case .unit(let name): Tables.units[name]
      case .budget(let kind): Tables.budgets["amount"]?.named(kind, kind)
      case .target(let name): Tables.targets[name]
      }
    let found = column ?? Column(name ?? "", .text, title ?? "", "", "")
    self.init(
      column: name == nil && title == nil ? found : found.named(name ?? found.name, title ?? found.title),
      origin: origin, width: width)
    if case .own = origin { self.column.isNullable = found.isNullable }
  }
}

extension Table {
  subscript(name: String) -> Column? { columns.first { $0.name == name } }
}
