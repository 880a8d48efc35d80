internal import ICU
package import Modeling
package import Provenance

/// One normalisation: what it changes, why, how sure it is, and the examples that prove it.
///
/// A rule never rewrites: it returns edits, so that each change keeps its place in the source. Its id is in every
/// output and never changes.
package struct Rule: Sendable, Identifiable {
  package let id: String
  package let summary: Message
  package let rationale: Message
  /// What its edits are, unless one says otherwise of itself.
  package let certainty: Certainty
  /// The leaves that it is for.
  package let kinds: FieldKind
  package let trigger: Trigger
  /// Its tests, and its documentation.
  package let examples: [Example]
  /// The edits for a text: ordered, disjoint, on scalar boundaries; none for a text that is as the rule wants it.
  package let edits: @Sendable (String, Field) -> [Edit]

  package init(
    _ id: String, _ certainty: Certainty = .certain, for kinds: FieldKind = .all, summary: Message, rationale: Message,
    examples: [Example], _ method: Method
  ) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.certainty = certainty
    self.kinds = kinds
    self.trigger = method.trigger
    self.examples = examples
    self.edits = method.edits
  }

  /// Which texts a rule can do anything to: lets the normaliser skip it unread.
  package enum Trigger: Hashable, Sendable {
    /// Those that hold one of these characters, in ICU's UnicodeSet notation.
    case anyOf(String)
    /// Any text of a kind that the rule is for.
    case always
  }

  /// How a rule finds its edits.
  package struct Method: Sendable {
    let trigger: Trigger
    let edits: @Sendable (String, Field) -> [Edit]

    /// Unicode's compatibility decomposition (NFKC) of the characters of one set, and of no others.
    package static func compatibility(of pattern: String) -> Method {
      // A pattern that ICU cannot read makes a rule that does nothing, and its own examples fail.
      let normalizer = try? UnicodeNormalizer(.nfkc, of: pattern)
      return Method(trigger: .anyOf(pattern)) { text, _ in
        let changes = (try? normalizer?.changes(in: text)) ?? []
        return changes.map { Edit($0.range, to: $0.replacement) }
      }
    }

    /// One character for another, wherever it stands.
    package static func mapping(_ table: [Unicode.Scalar: String]) -> Method {
      // Sorted and escaped, so that the pattern is the same in every run and holds no syntax.
      let pattern = "[" + table.keys.sorted().map { "\\x{" + String($0.value, radix: 16) + "}" }.joined() + "]"
      return Method(trigger: .anyOf(pattern)) { text, _ in
        var edits: [Edit] = []
        var offset = 0
        for scalar in text.unicodeScalars {
          let end = offset + UTF8.width(scalar)
          if let replacement = table[scalar] { edits.append(Edit(offset..<end, to: replacement)) }
          offset = end
        }
        return edits
      }
    }

    /// Whatever `edits` finds by looking at the text.
    package static func scanning(
      _ trigger: Trigger, _ edits: @escaping @Sendable (String, Field) -> [Edit]
    ) -> Method {
      Method(trigger: trigger, edits: edits)
    }
  }
}
