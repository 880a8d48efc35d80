/// Finds what became of every project between two years. What people said stands over any score; then the department's
/// own projects are assigned to each other; then what splits and merges add up; then what moved to another department.
/// The rest ended, or is new.
package enum ProjectMatching {
  /// From which probability, and at which distance from the runner-up, a pair is asserted; below it is ambiguous, and
  /// below `least` it is none.
  package static let accepted = 0.97
  /// The same across departments, where any of thousands could be meant.
  package static let acceptedAcross = 0.99
  package static let margin = 0.9
  package static let least = 0.5
  /// Up to which logarithm of the odds that a pair is only a part of a split or a merge it is asserted: one in twenty.
  package static let mostDoubt = -3.0

  /// - Complexity: O(bigrams of all projects) and, in each department, O(old × new projects × their bigrams).
  package static func matches(_ old: [Snapshot], _ new: [Snapshot], confirmed: Confirmed = Confirmed()) -> Matches {
    var matcher = ProjectMatcher(old, new)
    matcher.take(confirmed)
    matcher.matchDepartments(matcher.matches.filings)
    matcher.matchAcrossDepartments()
    for pair in matcher.reformedDepartments() { matcher.matchDepartments([pair]) }
    return matcher.finished()
  }

  /// The same, `jobs` departments at a time.
  package static func matches(
    _ old: [Snapshot], _ new: [Snapshot], confirmed: Confirmed = Confirmed(), jobs: Int
  ) async -> Matches {
    var matcher = await ProjectMatcher.made(old, new, jobs: jobs)
    matcher.take(confirmed)
    await matcher.matchDepartments(matcher.matches.filings, jobs: jobs)
    matcher.matchAcrossDepartments()
    for pair in matcher.reformedDepartments() { matcher.matchDepartments([pair]) }
    return matcher.finished()
  }

  /// What people said of projects, as positions.
  package struct Confirmed: Sendable {
    package var pairs: [(old: ProjectPlace, new: ProjectPlace)] = []
    package var splits: [(old: ProjectPlace, new: [ProjectPlace])] = []
    package var merges: [(old: [ProjectPlace], new: ProjectPlace)] = []
    package var unrelated: Set<PlacePair> = []

    package init() {}
  }

  struct FilingPlaces: Hashable {
    var old: Int
    var new: Int
  }

  package struct PlacePair: Hashable, Sendable {
    package var old: ProjectPlace
    package var new: ProjectPlace

    package init(old: ProjectPlace, new: ProjectPlace) {
      self.old = old
      self.new = new
    }
  }
}
