/// One change, made or suggested, to the text of a leaf.
package struct Correction: Hashable, Sendable {
  /// The id of the rule that asked for it.
  package var rule: String
  package var certainty: Certainty
  /// False for a suggestion, and for what was rejected.
  package var applied: Bool
  /// What the edit replaces, and with what.
  package var before: String
  package var after: String
  /// The UTF-8 offset of `before` in the leaf's text as it stood just before this edit.
  package var at: Int
  /// The part of the filed text that `before` stands for, in UTF-8 offsets.
  package var filed: Range<Int>
  package var evidence: [Evidence]
  /// What a person decided about it.
  package var verdict: Verdict?

  package init(
    rule: String, certainty: Certainty, applied: Bool, before: String, after: String, at: Int, filed: Range<Int>,
    evidence: [Evidence], verdict: Verdict? = nil
  ) {
    self.rule = rule
    self.certainty = certainty
    self.applied = applied
    self.before = before
    self.after = after
    self.at = at
    self.filed = filed
    self.evidence = evidence
    self.verdict = verdict
  }
}
