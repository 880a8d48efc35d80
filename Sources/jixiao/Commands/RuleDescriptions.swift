internal import Ingestion
internal import Normalizing
internal import Provenance
internal import Publishing

/// What rules and checks say of themselves, for pages and letters.
enum RuleDescriptions {
  static var all: [FindingKind] {
    FindingKinds.all
      + Rule.all.map { FindingKind(id: $0.id, summary: $0.summary, rationale: $0.rationale, severity: .note) }
      + SpellingRule.all.map { FindingKind(id: $0.id, summary: $0.summary, rationale: $0.rationale, severity: .note) }
  }
}
