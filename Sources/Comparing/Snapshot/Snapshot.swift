/// A filing as it is compared: the values of its canonical JSON, without their places and corrections, which are read
/// when a change is to be shown.
package struct Snapshot: Hashable, Sendable {
  package var id: String
  /// Nil for an undated filing.
  package var year: Int?
  package var region = CodeAndName()
  package var department = CodeAndName()
  package var overall = OverallSnapshot()
  package var projects: [ProjectSnapshot] = []
  /// The producer as RFC 8785 bytes: two that differ may read the same source differently.
  package var producer = ""
  /// The source that it was read from, as the file names it; nil where it doesn't say.
  package var source: String?

  package init(id: String, year: Int?) {
    self.id = id
    self.year = year
  }
}

package struct CodeAndName: Hashable, Sendable {
  package var code: String?
  package var name: String?

  package init(code: String? = nil, name: String? = nil) {
    self.code = code
    self.name = name
  }
}

package struct OverallSnapshot: Hashable, Sendable {
  package var goal: String?
  package var goals: [Duty] = []
  package var safeguards: [NamedText] = []
  package var tasks: [NamedText] = []
  package var details: [NamedText] = []
  package var budget = BudgetSnapshot()
  package var indicators: [IndicatorSnapshot] = []

  package struct Duty: Hashable, Sendable {
    package var name: String?
    package var goal: String?
    package var indicators: [String?] = []
  }

  package init() {}
}

package struct NamedText: Hashable, Sendable {
  package var name: String?
  package var text: String?

  package init(name: String? = nil, text: String? = nil) {
    self.name = name
    self.text = text
  }
}

package struct ProjectSnapshot: Hashable, Sendable {
  package var code: String?
  package var name: String?
  package var unit = CodeAndName()
  package var budget = BudgetSnapshot()
  package var purpose: String?
  package var schedule: [StageSnapshot] = []
  package var goals: [String?] = []
  package var indicators: [IndicatorSnapshot] = []
  package var details: [NamedText] = []
  package var midterm: MidtermSnapshot?

  package init() {}
}

package struct MidtermSnapshot: Hashable, Sendable {
  package var budget = BudgetSnapshot()
  package var goals: [String?] = []
  package var indicators: [IndicatorSnapshot] = []

  package init() {}
}

/// In yuan.
package struct BudgetSnapshot: Hashable, Sendable {
  package var total: Double?
  package var fiscal: Double?
  package var other: Double?

  package init(total: Double? = nil, fiscal: Double? = nil, other: Double? = nil) {
    self.total = total
    self.fiscal = fiscal
    self.other = other
  }
}

package struct StageSnapshot: Hashable, Sendable {
  package var month: Double?
  package var percent: Double?

  package init(month: Double?, percent: Double?) {
    self.month = month
    self.percent = percent
  }
}

/// A target as the file gives it; see the schema of filings for what stands where.
package struct TargetSnapshot: Hashable, Sendable {
  package var text: String
  package var kind = ""
  package var `operator`: String?
  package var value: Double?
  package var minimum: Double?
  package var maximum: Double?
  /// ISO dates.
  package var earliest: String?
  package var latest: String?
  package var unit: String?

  package init(text: String) {
    self.text = text
  }
}
