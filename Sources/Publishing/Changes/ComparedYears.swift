package import Comparing

/// Two years held against each other, with what their readers need besides: the files, and the names that follow a
/// project through all years.
package struct ComparedYears: Sendable {
  package let comparison: Comparison
  /// As the user reaches them, in the order of the comparison's filings.
  package let oldFiles: [String]
  package let newFiles: [String]
  /// By filing and project.
  package let oldContinuity: [[String]]
  package let newContinuity: [[String]]

  package init(
    _ comparison: Comparison, oldFiles: [String], newFiles: [String], oldContinuity: [[String]],
    newContinuity: [[String]]
  ) {
    self.comparison = comparison
    self.oldFiles = oldFiles
    self.newFiles = newFiles
    self.oldContinuity = oldContinuity
    self.newContinuity = newContinuity
  }

  /// What a reader looks a place up in: the source, where the file names it.
  package func document(old filing: Int) -> String { comparison.old[filing].source ?? oldFiles[filing] }

  package func document(new filing: Int) -> String { comparison.new[filing].source ?? newFiles[filing] }

  /// How often each kind of change occurs, in the order of the kinds; those that don't occur are left out.
  package var counts: [(kind: Change.Kind, count: Int)] {
    var counts: [Change.Kind: Int] = [:]
    for change in comparison.changes { counts[change.kind, default: 0] += 1 }
    return Change.Kind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
  }

  package func oldProject(_ change: Change) -> ProjectSnapshot? {
    project(comparison.old, change.oldFiling, change.oldProject)
  }

  package func newProject(_ change: Change) -> ProjectSnapshot? {
    project(comparison.new, change.newFiling, change.newProject)
  }

  /// The department as the new filing names it, else the old one.
  package func department(_ change: Change) -> CodeAndName {
    if let filing = change.newFiling { return comparison.new[filing].department }
    if let filing = change.oldFiling { return comparison.old[filing].department }
    return CodeAndName()
  }

  package func continuity(_ change: Change) -> String? {
    if let filing = change.newFiling, let project = change.newProject { return newContinuity[filing][project] }
    if let filing = change.oldFiling, let project = change.oldProject { return oldContinuity[filing][project] }
    return nil
  }

  /// The indicator that a change is about, as the new filing has it, else the old one.
  package func indicator(_ change: Change) -> (old: IndicatorSnapshot?, new: IndicatorSnapshot?) {
    (
      indicator(comparison.old, change.oldFiling, change.old?.path),
      indicator(comparison.new, change.newFiling, change.new?.path)
    )
  }

  private func project(_ filings: [Snapshot], _ filing: Int?, _ index: Int?) -> ProjectSnapshot? {
    guard let filing, let index else { return nil }
    return filings[filing].projects[index]
  }

  /// The pointer says in which of a filing's lists it stands.
  private func indicator(_ filings: [Snapshot], _ filing: Int?, _ path: String?) -> IndicatorSnapshot? {
    guard let filing, let path else { return nil }
    let steps = path.split(separator: "/")
    guard let position = steps.firstIndex(of: "indicators"), steps.indices.contains(position + 1),
      let index = Int(steps[position + 1])
    else { return nil }
    let snapshot = filings[filing]
    var list = snapshot.overall.indicators
    if steps.first == "projects", steps.count > 1, let project = Int(steps[1]),
      snapshot.projects.indices.contains(project)
    {
      list =
        steps.contains("midterm")
        ? snapshot.projects[project].midterm?.indicators ?? [] : snapshot.projects[project].indicators
    }
    return list.indices.contains(index) ? list[index] : nil
  }
}
