package import Provenance

/// What is said of a kind of finding once, not at each finding: a check's or a rule's documentation.
package struct FindingKind: Hashable, Sendable {
  /// As in ``Diagnostic/id``.
  package var id: String
  /// One sentence.
  package var summary: Message
  /// Why it matters and what to do about it.
  package var rationale: Message
  package var severity: Diagnostic.Severity

  package init(id: String, summary: Message, rationale: Message, severity: Diagnostic.Severity) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.severity = severity
  }
}
