package import Provenance

/// What a person decided about a repair: a line of `decisions.jsonl`.
package struct Decision: Hashable, Sendable {
  package var choice: Verdict.Decision
  package var scope: Verdict.Scope
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

  /// What is to become of the edit that it is about.
  package var ruling: Ruling {
    Ruling(Verdict(choice, scope, by: by, at: at, note: note), text: choice == .edit ? after : nil)
  }

  /// True if the text is the one that the decision was made on, to the byte.
  package func isAbout(_ text: String) -> Bool {
    guard let filed else { return true }
    return filed.utf8.elementsEqual(text.utf8)
  }
}
