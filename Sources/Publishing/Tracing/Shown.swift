/// Texts of a source as they may be sent to a terminal: what is invisible, or would command the terminal, is shown as
/// `<U+202E>`, a TAB as `→`, a line feed as `↵`. Long ones are cut, with `…` at the cut.
enum Shown {
  static func text(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
        switch scalar {
        case "\t": result += "→"
        case "\n": result += "↵"
        default:
          let hex = String(scalar.value, radix: 16, uppercase: true)
          result += "<U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex + ">"
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The whole, or its beginning and its end.
  static func excerpt(_ whole: String) -> String {
    let count = whole.unicodeScalars.count
    if count <= limit { return text(whole) }
    return start(of: whole, limit * 2 / 3) + end(of: whole, limit / 3).dropFirst()
  }

  static func start(of whole: String, _ limit: Int = limit / 3) -> String {
    let start = String(whole.unicodeScalars.prefix(limit))
    return text(start) + (start.utf8.count < whole.utf8.count ? "…" : "")
  }

  static func end(of whole: String, _ limit: Int = limit / 3) -> String {
    let end = String(whole.unicodeScalars.suffix(limit))
    return (end.utf8.count < whole.utf8.count ? "…" : "") + text(end)
  }

  /// The whole, or what stands around `range`.
  static func window(_ whole: String, _ range: Range<Int>) -> String {
    if whole.unicodeScalars.count <= limit { return text(whole) }
    let utf8 = Array(whole.utf8)
    let range = range.clamped(to: 0..<utf8.count)
    func part(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }
    return end(of: part(0..<range.lowerBound)) + excerpt(part(range)) + start(of: part(range.upperBound..<utf8.count))
  }

  private static var limit: Int { 60 }
}
