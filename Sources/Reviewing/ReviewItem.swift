package import Provenance

/// Something that a person looks at: a repair that was made, one that was not, or a finding.
package struct ReviewItem: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A repair that is made unless somebody refuses it.
    case correction
    /// One that is not made unless somebody wants it.
    case suggestion
    /// What a check or a reader found: nothing in the text to change.
    case finding
  }

  package var kind: Kind
  /// By which decisions know it; of a finding, a digest that only the page and what it keeps know.
  package var key: String
  /// The rule's or the check's id.
  package var rule: String
  /// Of a repair.
  package var certainty: Certainty?
  /// Of a finding.
  package var severity: Diagnostic.Severity?
  /// Which of the batch's filings it is in; nil of a file that gave none.
  package var filing: Int?
  /// Which of the batch's files.
  package var file: Int
  package var path: String?
  /// The path in words.
  package var place: Message
  /// The same for whoever has the paper: the heading of its page, and the row and column on it.
  package var spot = Spot()
  /// True if somebody decided that nothing is to be changed here.
  package var isRefused = false
  package var line: Int?
  package var column: Int?
  package var change: Change?
  package var message: Message?
  package var evidence: [Message] = []
  package var around: Surroundings?

  package struct Spot: Hashable, Sendable {
    package var heading = ""
    /// Of a table of indicators: from 1, and what the indicator is called.
    package var row: Int?
    package var rowName: String?
    /// The column, or whatever else the place is called.
    package var cell = ""
  }

  /// What a repair does to a text.
  package struct Change: Hashable, Sendable {
    /// The whole text as filed.
    package var filed: String
    package var before: String
    package var after: String
    /// What stands on either side of it in the text as filed, cut to a length that fits a line.
    package var lead: String
    package var trail: String
  }
}

/// A filing of the batch.
package struct ReviewFiling: Hashable, Sendable {
  package var id: String
  /// As decisions name it, with the region: `130304-131`.
  package var department: String
  package var departmentName: String?
  /// Everything that a decision may call the department.
  package var departmentNames: [String]
  package var year: String
}
