/// The tables of the databases, those that are referred to before those that refer to them.
package enum Tables {
  /// The version of all that is exported. Within a version columns and tables are only added.
  package static let version = 1
  package static let format = "jixiao.export/\(version)"

  package static let all: [Table] = [
    departments, filings, units, projects, budgets, schedule, goals, indicators, targets, details, keptCells,
    corrections, diagnostics, unmapped, changes,
  ]

  /// The tables whose rows belong to one filing, `filings` first.
  package static let ofFiling: [Table] = all.filter { $0.name != "departments" && $0.name != "changes" }

  package static func named(_ name: String) -> Table? { all.first { $0.name == name } }
}
