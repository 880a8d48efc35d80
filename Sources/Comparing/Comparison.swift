package import ICU
package import JSON

/// Two years of filings held against each other: what became of every project, and every change.
package struct Comparison: Sendable {
  package let old: [Snapshot]
  package let new: [Snapshot]
  package let matches: Matches
  /// Filing by filing, in each what concerns the department first, then its projects in the order of the new filing.
  package let changes: [Change]

  /// `details` gives what a filing's file says besides its values; it is asked for filings that have changes to show, and
  /// may be asked again.
  package init(
    _ old: [Snapshot], _ new: [Snapshot], confirmed: ProjectMatching.Confirmed = .init(),
    details: (_ isNew: Bool, _ filing: Int) -> SnapshotDetails
  ) throws(ICUError) {
    try self.init(old, new, ProjectMatching.matches(old, new, confirmed: confirmed), details: details)
  }

  /// With matches that are already known.
  package init(
    _ old: [Snapshot], _ new: [Snapshot], _ matches: Matches,
    details: (_ isNew: Bool, _ filing: Int) -> SnapshotDetails
  ) throws(ICUError) {
    self.old = old
    self.new = new
    self.matches = matches
    changes = try Changes.all(old, new, matches, details)
  }
}

extension Comparison {
  /// The same, with `jobs` departments at a time.
  package static func made(
    _ old: [Snapshot], _ new: [Snapshot], confirmed: ProjectMatching.Confirmed = .init(), jobs: Int,
    details: @escaping @Sendable (_ isNew: Bool, _ filing: Int) -> SnapshotDetails
  ) async throws(ICUError) -> Comparison {
    let matches = await ProjectMatching.matches(old, new, confirmed: confirmed, jobs: jobs)
    let parts = await Stretches.map(matches.filings.count, jobs: jobs) { range in
      Result { () throws(ICUError) in try Changes.within(range, old, new, matches, details) }
    }
    var within: [Change] = []
    for part in parts { within += try part.get() }
    return Comparison(old, new, matches, try Changes.all(old, new, matches, within: within, details))
  }

  private init(_ old: [Snapshot], _ new: [Snapshot], _ matches: Matches, _ changes: [Change]) {
    self.old = old
    self.new = new
    self.matches = matches
    self.changes = changes
  }
}

extension ProjectSnapshot {
  /// What is shown of a project as a whole.
  package var summary: JSONValue {
    .object(
      JSONObject([
        ("code", code.map(JSONValue.string) ?? .null), ("name", name.map(JSONValue.string) ?? .null),
        ("total", budget.total.map(JSONValue.number) ?? .null),
      ]))
  }
}
