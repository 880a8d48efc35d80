/// How sure a rule is of an edit, seen from the reader's side.
package enum Certainty: String, Hashable, Sendable, CaseIterable {
  /// The same meaning, for sure. Applied.
  case certain
  /// Very probably what was meant. Applied, and listed for review.
  case likely
  /// Worth a look. Not applied: a suggestion.
  case possible

  package var isApplied: Bool { self != .possible }
}
