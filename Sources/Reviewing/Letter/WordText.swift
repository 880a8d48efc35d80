/// Text for a Word file: what XML would take for its own is escaped, and what cannot be seen, or not stand in XML, is
/// shown as 〔U+202E〕.
enum WordText {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "↵"
      case "\t": result += "→"
      default:
        if isHidden(scalar) { result += mark(scalar) } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// True if there is nothing in it that a reader sees.
  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || isHidden($0) }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
    default: scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
  }

  private static func mark(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "〔U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex + "〕"
  }
}
