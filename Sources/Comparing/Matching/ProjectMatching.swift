/// Finds what became of every project between two years. What people said stands over any score; then the department's
/// own projects are assigned to each other; then what splits and merges add up; then what moved to another department.
/// The rest ended, or is new.
package enum ProjectMatching {
  /// From which probability, and at which distance from the runner-up, a pair is asserted; below it is ambiguous, and
  /// below `least` it is none.
  package static let accepted = 0.99
  package static let margin = 0.9
  package static let least = 0.5

  /// - Complexity: O(bigrams of all projects) and, in each department, O(old × new projects × their bigrams).
  package static func matches(_ old: [Snapshot], _ new: [Snapshot], confirmed: Confirmed = Confirmed()) -> Matches {
    var matcher = ProjectMatcher(old, new)
    matcher.take(confirmed)
    for pair in matcher.matches.filings { matcher.matchDepartment(pair) }
    matcher.matchAcrossDepartments()
    for pair in matcher.reformedDepartments() { matcher.matchDepartment(pair) }
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
