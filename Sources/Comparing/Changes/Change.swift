package import JSON

/// Something that differs between two filings of a department, with what it was and what it is, and where either stands.
package struct Change: Hashable, Sendable {
  package var kind: Kind
  package var cause = Cause.filing
  /// Nil where there is nothing to stand beside: something added has no old side.
  package var old: Side?
  package var new: Side?
  /// Positions of the filings in the lists that were compared.
  package var oldFiling: Int?
  package var newFiling: Int?
  /// Positions of the projects in their filings.
  package var oldProject: Int?
  package var newProject: Int?
  package var oldIndicator: Int?
  package var newIndicator: Int?
  /// In yuan, new less old.
  package var amount: Double?
  /// Of the old amount, in percent.
  package var percent: Double?
  /// A text that was reworded, word by word.
  package var words: [WordEdit] = []
  /// True if the projects are not surely the same.
  package var isAmbiguous = false

  package init(_ kind: Kind) {
    self.kind = kind
  }

  /// One side of a change: a value of a filing.
  package struct Side: Hashable, Sendable {
    /// The JSON pointer.
    package var path: String
    package var value: JSONValue
    /// The places of the value as the file has them; empty where it doesn't say.
    package var places: [JSONValue] = []

    package init(_ path: String, _ value: JSONValue) {
      self.path = path
      self.value = value
    }
  }

  /// Why old and new differ.
  package enum Cause: String, Hashable, Sendable, CaseIterable {
    /// The department filed it otherwise.
    case filing
    /// What was filed is the same; it was repaired in one of them and not, or otherwise, in the other.
    case correction
    /// What was filed is the same; another version or other options of the program read it otherwise.
    case producer
  }

  /// What kind of change it is. The raw value is the interface and never changes its meaning.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case filingAdded = "filing.added"
    case filingEnded = "filing.ended"
    case departmentRenamed = "department.renamed"
    case departmentMerged = "department.merged"
    case taxonomyChanged = "taxonomy.changed"
    case overallAdded = "overall.added"
    case overallRemoved = "overall.removed"
    case overallReworded = "overall.reworded"
    case projectAdded = "project.added"
    case projectEnded = "project.ended"
    case projectRenamed = "project.renamed"
    case projectMoved = "project.moved"
    case projectSplit = "project.split"
    case projectMerged = "project.merged"
    case projectAmbiguous = "project.ambiguous"
    case unitChanged = "unit.changed"
    case budgetChanged = "budget.changed"
    case scheduleChanged = "schedule.changed"
    case purposeReworded = "purpose.reworded"
    case goalsAdded = "goals.added"
    case goalsRemoved = "goals.removed"
    case goalsReworded = "goals.reworded"
    case detailChanged = "detail.changed"
    case indicatorAdded = "indicator.added"
    case indicatorRemoved = "indicator.removed"
    case indicatorReworded = "indicator.reworded"
    case indicatorMoved = "indicator.moved"
    case thresholdTighter = "threshold.tighter"
    case thresholdLooser = "threshold.looser"
    case thresholdSame = "threshold.same"
    case thresholdIncomparable = "threshold.incomparable"
    case descriptionReworded = "description.reworded"
    case basisReworded = "basis.reworded"
    case weightChanged = "weight.changed"
  }
}
