/// What a person decided about a correction; recorded with it.
package struct Verdict: Hashable, Sendable {
  package enum Decision: String, Hashable, Sendable, CaseIterable {
    /// Applied, as certain.
    case accept
    /// Not applied.
    case reject
    /// Applied, as certain, with a text of the person's own.
    case edit
    /// Looked at, and left as the rule has it.
    case unsure
  }

  /// How far the decision reaches. What reaches less far goes first.
  package enum Scope: String, Hashable, Sendable, CaseIterable {
    /// This correction of this leaf, by its key.
    case place
    /// The same rule with the same before and after, in any filing.
    case text
    /// The rule, in one department.
    case rule
  }

  package var decision: Decision
  package var scope: Scope
  package var by: String?
  package var at: String?
  package var note: String?
  /// What the rule had proposed, where the person wrote something else.
  package var after: String?
  /// How sure the rule was, where the decision made it certain.
  package var certainty: Certainty?
  /// The whole text of the leaf as it would be without any decision, where that differs; with the first of its
  /// corrections that was decided. Keys of corrections go by it.
  package var undecided: String?

  package init(
    _ decision: Decision, _ scope: Scope, by: String? = nil, at: String? = nil, note: String? = nil,
    after: String? = nil, certainty: Certainty? = nil, undecided: String? = nil
  ) {
    self.decision = decision
    self.scope = scope
    self.by = by
    self.at = at
    self.note = note
    self.after = after
    self.certainty = certainty
    self.undecided = undecided
  }
}
