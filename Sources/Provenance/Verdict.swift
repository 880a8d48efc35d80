/// Who decided about a correction, and what; recorded with it.
package struct Verdict: Hashable, Sendable {
  /// `accept`, `reject`, `edit` or `unsure`.
  package var decision: String
  /// `place`, `text` or `rule`: how far the decision reached.
  package var scope: String
  package var by: String?
  package var at: String?
  package var note: String?

  package init(decision: String, scope: String, by: String? = nil, at: String? = nil, note: String? = nil) {
    self.decision = decision
    self.scope = scope
    self.by = by
    self.at = at
    self.note = note
  }
}
