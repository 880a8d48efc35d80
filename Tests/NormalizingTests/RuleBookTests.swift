import Normalizing
import Provenance
import Testing

@Suite struct RuleBookTests {
  @Test func everyRuleIsInTheBookInBothLanguages() {
    let book = RuleBook.markdown()
    for rule in Rule.all {
      #expect(book.contains("\n## \(rule.id)\n"))
      #expect(book.contains(rule.rationale.zh) && book.contains(rule.rationale.en))
    }
  }

  @Test(arguments: [
    ("甲\u{200B}乙", "甲\\u{200B}乙"), ("a b", "a b"), (" a  b", "\\u{20}a \\u{20}b"), ("一\n二\t", "一\\n二\\t"),
    ("资\u{2FA6}", "资\\u{2FA6}"), ("\u{3000}", "\\u{3000}"), ("≥95", "≥95"),
  ])
  func invisibleCharactersAreShown(text: String, shown: String) {
    #expect(RuleBook.visible(text) == shown)
  }

  @Test func theBookHoldsNothingInvisible() {
    let book = RuleBook.markdown()
    #expect(book.split(separator: "\n").allSatisfy { RuleBook.visible("x\($0)x") == "x\($0)x" })
  }
}
