import Modeling
import Normalizing
import Provenance
import Testing

@Suite struct RuleLawTests {
  /// Calls `body` with every example's text and with hostile ones, in a leaf that the rule is for.
  fileprivate func forEveryText(of rule: Rule, _ body: (String, Field) -> Void) {
    for example in rule.examples { body(example.input, rule.field(of: example)) }
    var texts = HostileTexts(seed: rule.id.utf8.reduce(7) { $0 &* 31 &+ Int($1) }, rules: [rule])
    for _ in 0..<2000 { body(texts.text(), texts.field(of: rule.kinds)) }
  }

  @Test(arguments: Rule.all) func aRuleRunTwiceChangesNothingTheSecondTime(rule: Rule) {
    forEveryText(of: rule) { text, field in
      let once = rule.applied(to: text, in: field)
      let twice = rule.applied(to: once, in: field)
      #expect(same(once, twice), "\(text.debugDescription) in \(field.kind.rawValue)")
    }
  }

  @Test(arguments: Rule.all) func editsAreOrderedDisjointAndOnScalarBoundaries(rule: Rule) {
    forEveryText(of: rule) { text, field in
      var boundaries = Set([0])
      var end = 0
      for scalar in text.unicodeScalars {
        end += UTF8.width(scalar)
        boundaries.insert(end)
      }
      var position = 0
      for edit in rule.edits(text, field) {
        #expect(edit.range.lowerBound >= position, "\(text.debugDescription)")
        #expect(
          boundaries.contains(edit.range.lowerBound) && boundaries.contains(edit.range.upperBound),
          "\(text.debugDescription)")
        position = max(position, edit.range.upperBound)
      }
    }
  }

  @Test(arguments: Rule.all) func everyEditChangesSomething(rule: Rule) {
    forEveryText(of: rule) { text, field in
      let bytes = Array(text.utf8)
      for edit in rule.edits(text, field) {
        #expect(!bytes[edit.range].elementsEqual(edit.replacement.utf8), "\(text.debugDescription)")
      }
    }
  }

  @Test(arguments: Rule.all) func aRuleHasNoEditsForTextsThatDoNotTriggerIt(rule: Rule) {
    let alone = Normalizer([rule])
    forEveryText(of: rule) { text, field in
      if alone.candidates(for: text, field: field).isEmpty {
        #expect(rule.edits(text, field).isEmpty, "\(text.debugDescription)")
      }
    }
  }
}

extension RuleLawTests {
  /// Otherwise the laws above would hold for want of cases.
  @Test(arguments: Rule.all) func randomTextsSetEveryRuleToWork(rule: Rule) {
    var count = 0
    forEveryText(of: rule) { text, field in count += rule.edits(text, field).isEmpty ? 0 : 1 }
    #expect(count > 100)
  }
}

extension Rule: CustomTestStringConvertible {
  package var testDescription: String { id }
}
