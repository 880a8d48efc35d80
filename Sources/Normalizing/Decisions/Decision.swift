package import Provenance

/// What a person decided about a repair: a line of `decisions.jsonl`.
package struct Decision: Hashable, Sendable {
  package enum Choice: String, Hashable, Sendable, CaseIterable {
    case accept, reject, edit, unsure
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

  package var choice: Choice
  package var scope: Scope
  package var key: String?
  /// The leaf's text as it was filed when the decision was made.
  package var filed: String?
  package var before: String?
  /// What the rule proposed; of an edit, what the person wrote instead.
  package var after: String?
  package var rule: String?
  package var department: String?
  package var by: String?
  package var at: String?
  package var note: String?
  /// Where it stands in its file, from 1.
  package var line: Int

  /// As it is recorded with the correction that it decided.
  package var verdict: Verdict { Verdict(decision: choice.rawValue, scope: scope.rawValue, by: by, at: at, note: note) }
}
