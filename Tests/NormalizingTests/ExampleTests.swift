import Modeling
import Normalizing
import Provenance
import Testing

@Suite struct ExampleTests {
  @Test func everyExampleHolds() {
    for rule in Rule.all {
      for example in rule.examples {
        let field = rule.field(of: example)
        let applied = rule.applied(to: example.input, in: field)
        let suggested = rule.suggested(for: example.input, in: field)
        switch example.outcome {
        case .changes(let output):
          #expect(applied == output, "\(rule.id)", sourceLocation: example.location)
        case .suggests(let output):
          #expect(
            applied == example.input, "\(rule.id) applies what it should suggest", sourceLocation: example.location)
          #expect(suggested == output, "\(rule.id)", sourceLocation: example.location)
        case .keeps:
          let edits = rule.edits(example.input, field)
          #expect(edits.isEmpty, "\(rule.id) makes \(suggested.debugDescription)", sourceLocation: example.location)
        }
      }
    }
  }

  @Test func everyExampleStandsInALeafThatItsRuleIsFor() {
    for rule in Rule.all {
      for example in rule.examples where example.outcome != .keeps {
        #expect(
          !rule.kinds.isDisjoint(with: rule.field(of: example).kind), "\(rule.id)", sourceLocation: example.location)
      }
    }
  }

  /// What an example shows must also reach the reader: the normaliser may not skip the rule.
  @Test func everyChangingExampleTriggersItsRule() throws {
    for rule in Rule.all {
      let alone = Normalizer([rule])
      for example in rule.examples where example.outcome != .keeps {
        let candidates = alone.candidates(for: example.input, field: rule.field(of: example))
        #expect(candidates == [0], "\(rule.id)", sourceLocation: example.location)
      }
    }
  }

  @Test func everyRuleShowsWhatItDoesAndWhatItDoesNot() {
    for rule in Rule.all {
      #expect(rule.examples.contains { $0.outcome == .keeps }, "\(rule.id)")
      #expect(rule.examples.contains { $0.outcome != .keeps }, "\(rule.id)")
      for message in [rule.summary, rule.rationale] {
        #expect(!message.zh.isEmpty && !message.en.isEmpty, "\(rule.id)")
      }
    }
  }
}
