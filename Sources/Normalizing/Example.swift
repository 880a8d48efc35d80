package import Modeling

/// A text and what a rule makes of it: a test, and a line of the documentation.
package struct Example: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case changes(to: String)
    /// The text stays, and the rule suggests this instead.
    case suggests(String)
    case keeps
  }

  package var input: String
  package var outcome: Outcome
  /// The leaf that holds the text; nil for prose, or for the rule's first kind if it is not for prose.
  package var field: Field?
  /// Where the example is written, so that a failing test points at it.
  package var fileID: String
  package var filePath: String
  package var line: Int

  package static func changes(
    _ input: String, to output: String, in field: Field? = nil, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line
  ) -> Example {
    Example(
      input: input, outcome: .changes(to: output), field: field, fileID: fileID, filePath: filePath, line: line)
  }

  package static func suggests(
    _ output: String, for input: String, in field: Field? = nil, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line
  ) -> Example {
    Example(input: input, outcome: .suggests(output), field: field, fileID: fileID, filePath: filePath, line: line)
  }

  package static func keeps(
    _ input: String, in field: Field? = nil, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line
  ) -> Example {
    Example(input: input, outcome: .keeps, field: field, fileID: fileID, filePath: filePath, line: line)
  }
}

extension Rule {
  /// The leaf in which an example of this rule stands.
  package func field(of example: Example) -> Field {
    if let field = example.field { return field }
    if kinds.contains(.prose) { return Field(.prose) }
    return Field(FieldKind(rawValue: kinds.rawValue & ~(kinds.rawValue &- 1)))
  }
}
