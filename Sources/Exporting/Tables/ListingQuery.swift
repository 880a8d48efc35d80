/// The query that gives a listing from the tables, in the SQL that both databases understand.
enum ListingQuery {
  /// With the Chinese titles as the names of its columns.
  static func select(_ listing: Listing) -> String {
    let table = Tables.named(listing.table)
    let hasProject = table?.index(of: "project") != nil
    let isProject = listing.table == "projects"
    let row = isProject ? "projects" : "own"
    let fields = listing.fields.map { field in
      "  \(expression(field.origin, row)) AS \(quoted(field.column.title))"
    }
    var joins = ["FROM \(quoted(listing.table)) AS \(row)"]
    if listing.table != "filings", table?.index(of: "filing") != nil {
      joins.append("JOIN filings ON filings.id = \(row).filing")
    }
    if hasProject {
      joins.append("LEFT JOIN projects ON projects.filing = own.filing AND projects.pointer = own.project")
    }
    if listing.fields.contains(where: { if case .unit = $0.origin { true } else { false } }) {
      joins.append("LEFT JOIN units ON units.filing = projects.filing AND units.pointer = projects.unit")
    }
    for kind in ["total", "fiscal", "other"] where listing.fields.contains(where: { $0.origin == .budget(kind) }) {
      joins.append(
        "LEFT JOIN budgets AS \(kind) ON \(kind).filing = \(row).filing AND \(kind).pointer = "
          + "\(row).pointer || '/budget/\(kind)'")
    }
    if listing.fields.contains(where: { if case .target = $0.origin { true } else { false } }) {
      joins.append("LEFT JOIN targets ON targets.filing = own.filing AND targets.pointer = own.pointer || '/target'")
    }
    return "SELECT\n\(fields.joined(separator: ",\n"))\n\(joins.joined(separator: "\n"))"
  }

  private static func expression(_ origin: Listing.Origin, _ row: String) -> String {
    switch origin {
    case .id: "\(row).filing || \(row).pointer"
    case .reference(let name): "\(row).filing || \(row).\(quoted(name))"
    case .own(let name): "\(row).\(quoted(name))"
    case .filing(let name): "filings.\(quoted(name))"
    case .project(let name): "projects.\(quoted(name))"
    case .unit(let name): "units.\(quoted(name))"
    case .budget(let kind): "\(kind).amount"
    case .target(let name): "targets.\(quoted(name))"
    }
  }

  static func quoted(_ name: String) -> String { "\"\(name)\"" }

  /// The latest filing of each department says what it is called.
  static let departments = """
    SELECT department AS id, region_code, region_name, department_code AS code, department_name AS name
    FROM (
      SELECT filings.*, row_number() OVER (
        PARTITION BY department ORDER BY coalesce(year, 0) DESC, id DESC
      ) AS place FROM filings
    ) AS ranked WHERE place = 1
    """
}
