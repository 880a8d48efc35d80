/// What became of every project between two years.
package struct Matches: Sendable {
  /// In the order of the old filings' projects.
  package var pairs: [ProjectPair] = []
  package var splits: [Split] = []
  package var merges: [Merge] = []
  /// Filings of departments that are the same, or go on in one another.
  package var filings: [FilingPair] = []

  package init() {}
}

/// A project of one of the filings that are compared: the positions of both.
package struct ProjectPlace: Hashable, Sendable, Comparable {
  package var filing: Int
  package var index: Int

  package init(filing: Int, index: Int) {
    self.filing = filing
    self.index = index
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.filing, left.index) < (right.filing, right.index)
  }
}

/// Two projects that are one and the same, or may be.
package struct ProjectPair: Hashable, Sendable {
  package var old: ProjectPlace
  package var new: ProjectPlace
  package var how: How
  /// The probability that it is right, given all other projects that either could be; 1 if a person said so.
  package var score: Double
  /// By how much it is more probable than the runner-up.
  package var margin: Double
  package var runnerUp: RunnerUp?
  package var evidence: [Likeness] = []
  /// True if the score or the margin is too small to assert it.
  package var isAmbiguous = false
  /// True if the projects are of different departments.
  package var isMoved = false

  package init(old: ProjectPlace, new: ProjectPlace, how: How, score: Double, margin: Double, isAmbiguous: Bool = false)
  {
    self.old = old
    self.new = new
    self.how = how
    self.score = score
    self.margin = margin
    self.isAmbiguous = isAmbiguous
  }

  package enum How: String, Hashable, Sendable, CaseIterable {
    /// By assignment within the department.
    case department
    /// By mutual best over all departments.
    case acrossDepartments = "across-departments"
    /// A person said so.
    case crosswalk
  }

  /// The next best that either side could be paired with.
  package struct RunnerUp: Hashable, Sendable {
    /// True if it is an old project beside `new`, false if it is a new one beside `old`.
    package var isOld: Bool
    package var place: ProjectPlace
    package var score: Double
  }
}

/// How alike two projects are in one field, from 0 to 1.
package struct Likeness: Hashable, Sendable {
  package enum Field: String, Hashable, Sendable, CaseIterable {
    case code, name, purpose, goals, indicators, budget, unit
  }

  package var field: Field
  package var value: Double
}

/// One project that goes on as several.
package struct Split: Hashable, Sendable {
  package var old: ProjectPlace
  /// Two or more, in the order of the new filing.
  package var new: [ProjectPlace]
  /// The sum of the parts' budgets over the whole's; nil where one isn't known.
  package var ratio: Double?
  /// From 0 to 1.
  package var score: Double
  package var isConfirmed = false

  package init(old: ProjectPlace, new: [ProjectPlace], ratio: Double?, score: Double, isConfirmed: Bool = false) {
    self.old = old
    self.new = new
    self.ratio = ratio
    self.score = score
    self.isConfirmed = isConfirmed
  }
}

/// Several projects that go on as one.
package struct Merge: Hashable, Sendable {
  package var old: [ProjectPlace]
  package var new: ProjectPlace
  package var ratio: Double?
  package var score: Double
  package var isConfirmed = false

  package init(old: [ProjectPlace], new: ProjectPlace, ratio: Double?, score: Double, isConfirmed: Bool = false) {
    self.old = old
    self.new = new
    self.ratio = ratio
    self.score = score
    self.isConfirmed = isConfirmed
  }
}

/// Filings of one department, or of departments that one reform made of another.
package struct FilingPair: Hashable, Sendable {
  package enum Relation: String, Hashable, Sendable, CaseIterable {
    case same, renamed, merged
  }

  package var old: Int
  package var new: Int
  package var relation: Relation
}
