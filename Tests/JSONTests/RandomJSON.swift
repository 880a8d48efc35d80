import JSON
import TestSupport

extension JSONValue {
  /// A value of any shape: texts of the kinds that are easily got wrong, and every size of number.
  static func random(using random: inout SplitMix, depth: Int = 4) -> JSONValue {
    switch Int.random(in: 0...(depth > 0 ? 9 : 5), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .number(Double(Int.random(in: -3_000...3_000, using: &random)) / 100)
    case 3:
      let number = Double(bitPattern: random.next())
      return .number(number.isFinite ? number : 0)
    case 4, 5: return .string(text(using: &random))
    case 6, 7:
      return .array(
        (0..<Int.random(in: 0...5, using: &random)).map { _ in .random(using: &random, depth: depth - 1) })
    default:
      return .object(
        JSONObject(
          (0..<Int.random(in: 0...7, using: &random)).map { _ in
            (text(using: &random), .random(using: &random, depth: depth - 1))
          }))
    }
  }

  private static func text(using random: inout SplitMix) -> String {
    let pieces = [
      "a", "指标", " ", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "\u{7F}", "\u{85}", "é", "e\u{301}", "𠮷", "\u{FFFD}",
      "\u{E000}", "≥95及以上", "{[:,]}", "abcdefgh", "\u{2028}", "\u{FEFF}",
    ]
    return (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }
}
