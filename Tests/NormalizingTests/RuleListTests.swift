import Foundation
import ICU
import Normalizing
import Testing

@Suite struct RuleListTests {
  @Test func everyRuleFileIsListedOnceAndNamedForItsRule() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Normalizing/Rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    let expected = Rule.all.map { rule in
      rule.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + ".swift"
    }
    #expect(files.sorted() == expected.sorted())
  }

  @Test func idsAreUniqueAndWrittenWithHyphens() {
    #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
    for rule in Rule.all { #expect(rule.id.allSatisfy { $0 == "-" || ("a"..."z").contains($0) }, "\(rule.id)") }
  }

  @Test func everyRuleHasItsBit() {
    #expect(Rule.all.count <= 32)
  }

  @Test func everyTriggerIsAPatternThatICUReads() throws {
    for rule in Rule.all {
      if case .anyOf(let pattern) = rule.trigger { #expect(try !UnicodeSet(pattern).ranges.isEmpty, "\(rule.id)") }
    }
  }
}
