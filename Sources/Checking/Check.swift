internal import Modeling
package import Provenance

/// A cross-check: looks at a whole filing and says what does not fit together. It never changes anything.
///
/// A check is a value in a file of its own, named for its id, under `Checks/`; ``Check/all`` is the list. Its
/// examples are its tests and its documentation.
package struct Check: Sendable {
  /// The stable name of its findings; it stands in every output and never changes.
  package let id: String
  /// What it finds, in one line.
  package let summary: Message
  /// Why that matters, and what the check leaves alone.
  package let rationale: Message
  /// How grave its findings are, unless a finding says otherwise. Never an error: errors are what the program could
  /// not do, and a filing that contradicts itself is still converted.
  package let severity: Diagnostic.Severity
  package let examples: [Example]
  let body: Body

  enum Body: Sendable {
    case reading(@Sendable (Filing, inout Findings) -> Void)
    /// Asks how characters are read.
    case listening(@Sendable (Filing, SpokenFiling, inout Findings) -> Void)
  }

  init(
    _ id: String, _ severity: Diagnostic.Severity, summary: Message, rationale: Message, examples: [Example],
    findings: @escaping @Sendable (Filing, inout Findings) -> Void
  ) {
    self.init(id, severity, summary, rationale, examples, .reading(findings))
  }

  /// A check that asks how characters are read.
  init(
    _ id: String, _ severity: Diagnostic.Severity, summary: Message, rationale: Message, examples: [Example],
    listening findings: @escaping @Sendable (Filing, SpokenFiling, inout Findings) -> Void
  ) {
    self.init(id, severity, summary, rationale, examples, .listening(findings))
  }

  private init(
    _ id: String, _ severity: Diagnostic.Severity, _ summary: Message, _ rationale: Message, _ examples: [Example],
    _ body: Body
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.examples = examples
    self.body = body
  }
}

/// Where a check puts what it found: gives every finding the check's id and severity.
struct Findings {
  let id: String
  let severity: Diagnostic.Severity
  var diagnostics: [Diagnostic]

  /// `path` is the JSON pointer of the value concerned, `source` the places of all values concerned, the main
  /// one first.
  mutating func add(
    _ path: String?, as severity: Diagnostic.Severity? = nil, at source: [SourceRange], zh: String, en: String
  ) {
    diagnostics.append(
      Diagnostic(id, severity ?? self.severity, path: path, Message(zh: zh, en: en), at: source))
  }
}
