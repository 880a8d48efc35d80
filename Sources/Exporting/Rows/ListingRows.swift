/// Makes the rows of listings from those of a filing, as the views of the databases do.
package struct ListingRows {
  private let plans: [Plan]

  private struct Plan {
    let table: Int
    let width: Int
    let origins: [Source]
    let pointer: Int?
    let project: Int?
  }

  /// An origin with names resolved to positions.
  private enum Source {
    case id
    case reference(Int)
    case own(Int)
    case filing(Int)
    case project(Int)
    case unit(Int)
    case budget(String)
    case target(Int)
    case nothing
  }

  package init(_ listings: [Listing]) {
    plans = listings.map { listing in
      let index = Tables.ofFiling.firstIndex { $0.name == listing.table } ?? 0
      let table = Tables.ofFiling[index]
      return Plan(
        table: Tables.ofFiling.contains { $0.name == listing.table } ? index : -1, width: listing.fields.count,
        origins: listing.fields.map { Self.source($0.origin, table) }, pointer: table.index(of: "pointer"),
        project: table.name == "projects" ? table.index(of: "pointer") : table.index(of: "project"))
    }
  }

  private static func source(_ origin: Listing.Origin, _ table: Table) -> Source {
    func position(_ name: String, _ table: Table, _ make: (Int) -> Source) -> Source {
      table.index(of: name).map(make) ?? .nothing
    }
    return switch origin {
    case .id: .id
    case .reference(let name): position(name, table) { .reference($0) }
    case .own(let name): position(name, table) { .own($0) }
    case .filing(let name): position(name, Tables.filings) { .filing($0) }
    case .project(let name): position(name, Tables.projects) { .project($0) }
    case .unit(let name): position(name, Tables.units) { .unit($0) }
    case .budget(let kind): .budget(kind)
    case .target(let name): position(name, Tables.targets) { .target($0) }
    }
  }

  /// The rows of each listing, in their order.
  package func rows(of filing: FilingRows) -> [TableRows] {
    let projects = Positions(filing.tables[FilingTable.projects.rawValue])
    let units = Positions(filing.tables[FilingTable.units.rawValue])
    let budgets = Positions(filing.tables[FilingTable.budgets.rawValue])
    let targets = Positions(filing.tables[FilingTable.targets.rawValue])
    let filings = filing.tables[FilingTable.filings.rawValue]
    let unit = Tables.projects.index(of: "unit") ?? 0
    let amount = Tables.budgets.index(of: "amount") ?? 0
    return plans.map { plan in
      var result = TableRows(width: plan.width)
      guard plan.table >= 0 else { return result }
      let table = filing.tables[plan.table]
      for row in 0..<table.count {
        let pointer = plan.pointer.flatMap { table[row, $0].text } ?? ""
        let project = plan.project.flatMap { table[row, $0].text }
        let projectRow = project.flatMap { projects.row($0) }
        result.append(
          plan.origins.map { source in
            switch source {
            case .id: .text(filing.id + pointer)
            case .reference(let column): Cell(table[row, column].text.map { filing.id + $0 })
            case .own(let column): table[row, column]
            case .filing(let column): filings.count > 0 ? filings[0, column] : .null
            case .project(let column): projectRow.map { projects.rows[$0, column] } ?? .null
            case .unit(let column):
              (projectRow.flatMap { projects.rows[$0, unit].text }).flatMap { units.row($0) }
                .map { units.rows[$0, column] } ?? .null
            case .budget(let kind): budgets.row("\(pointer)/budget/\(kind)").map { budgets.rows[$0, amount] } ?? .null
            case .target(let column): targets.row("\(pointer)/target").map { targets.rows[$0, column] } ?? .null
            case .nothing: .null
            }
          })
      }
      return result
    }
  }

  /// Rows by their pointers.
  private struct Positions {
    let rows: TableRows
    private var positions: [String: Int] = [:]

    init(_ rows: TableRows) {
      self.rows = rows
      // The pointer is the second column of every table that has one.
      for row in 0..<rows.count {
        if let pointer = rows[row, 1].text { positions[pointer] = row }
      }
    }

    func row(_ pointer: String) -> Int? { positions[pointer] }
  }
}
