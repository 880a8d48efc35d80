internal import JSON
internal import Provenance

/// Where a published value is not what it should be: one problem for each of the innermost values that differ, in the
/// order of the pointers. The recursion is as deep as the values.
func differences(from published: JSONValue, to expected: JSONValue) -> [Problem] {
  var comparison = Comparison()
  comparison.compare(published, expected)
  return comparison.problems
}

private struct Comparison {
  var problems: [Problem] = []
  private var path = PointerPath()

  mutating func compare(_ published: JSONValue, _ expected: JSONValue) {
    switch (published, expected) {
    case (.object(let published), .object(let expected)): compare(published, expected)
    case (.array(let published), .array(let expected)):
      for index in 0..<max(published.count, expected.count) {
        path.push(index)
        compare(
          index < published.count ? published[index] : nil, index < expected.count ? expected[index] : nil)
        path.pop()
      }
    default:
      if published == expected { return }
      let (found, right) = (Message(describing: published), Message(describing: expected))
      report(.differs, zh: "实际为\(found.zh)，应为\(right.zh)。", en: "found \(found.en), expected \(right.en).")
    }
  }

  private mutating func compare(_ published: JSONObject, _ expected: JSONObject) {
    for member in published.members {
      path.push(computed: member.key)
      compare(member.value, expected[member.key])
      path.pop()
    }
    for member in expected.members where published[member.key] == nil {
      path.push(computed: member.key)
      compare(nil, member.value)
      path.pop()
    }
  }

  private mutating func compare(_ published: JSONValue?, _ expected: JSONValue?) {
    switch (published, expected) {
    case (let published?, let expected?): compare(published, expected)
    case (let published?, nil):
      let found = Message(describing: published)
      report(.superfluous, zh: "实际为\(found.zh)，此处应没有值。", en: "found \(found.en), expected nothing here.")
    case (nil, let expected?):
      let right = Message(describing: expected)
      report(.missing, zh: "此处没有值，应为\(right.zh)。", en: "found nothing here, expected \(right.en).")
    case (nil, nil): break
    }
  }

  private mutating func report(_ kind: Problem.Kind, zh: String, en: String) {
    problems.append(Problem(kind, at: path.text, Message(zh: zh, en: en)))
  }
}
