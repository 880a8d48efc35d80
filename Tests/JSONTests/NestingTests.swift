@testable import JSON
import Testing

@Suite struct NestingTests {
  /// Calls of a writer: `v` a value, `a:` the key a; brackets open and close.
  @Test(arguments: [
    "v", "{ }", "[ ]", "[ v v [ v ] { } ]", "{ a: v b: [ ] c: { a: v } d: v }", "{ \u{1F600}: v \u{FB33}: v }",
    "{ z: { b: v } zz: v }",
  ])
  func admitsCallsThatMakeJSON(calls: String) {
    #expect(firstRefused(in: calls) == nil)
  }

  @Test(arguments: [
    ("", "end"), ("a:", "a:"), ("}", "}"), ("{", "end"), ("v v", "v"), ("[ ] [", "["), ("[ }", "}"), ("{ ]", "]"),
    ("[ a:", "a:"), ("{ v", "v"), ("{ {", "{"), ("{ a: b:", "b:"), ("{ a: }", "}"), ("{ a: v v", "v"),
    ("{ a: v a:", "a:"), ("{ b: v a:", "a:"), ("{ b: { z: v } a:", "a:"), ("{ \u{FB33}: v \u{1F600}:", "\u{1F600}:"),
    ("[ v", "end"), ("{ aa: v a:", "a:"),
  ])
  func noticesCallsThatDoNot(calls: String, refused: String) {
    #expect(firstRefused(in: calls) == refused)
  }

  private func firstRefused(in calls: String) -> String? {
    var nesting = Nesting()
    for call in calls.split(separator: " ").map(String.init) {
      let isAdmitted =
        switch call {
        case "v": nesting.admitsValue()
        case "{": nesting.open(.object)
        case "}": nesting.close(.object)
        case "[": nesting.open(.array)
        case "]": nesting.close(.array)
        default: nesting.admits(key: String(call.dropLast()).utf8.span)
        }
      if !isAdmitted { return call }
    }
    return nesting.isComplete ? nil : "end"
  }
}
