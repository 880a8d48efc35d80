/// What hands and converters do to a text, so that every rule has something to find.
extension Random {
  /// The text as somebody might have typed it: in one case of four something is off.
  mutating func typed(_ text: String) -> String {
    switch below(40) {
    case 0: return text + " "
    case 1: return " " + text
    case 2, 3: return text.exchanging("，", with: ",")
    case 4: return text.exchanging("、", with: ",")
    case 5: return spaced(text)
    case 6: return text.exchanging("（", with: "(").exchanging("）", with: ")")
    case 7: return fullwidth(text)
    case 8: return text.exchanging("“", with: "\"").exchanging("”", with: "\"")
    case 9: return text.last == "。" ? String(text.dropLast()) : text
    case 10: return text + "\u{3000}"
    default: return text
    }
  }

  private mutating func spaced(_ text: String) -> String {
    let position = within(1...max(1, text.count - 1))
    return text.prefix(position) + " " + text.dropFirst(position)
  }

  private func fullwidth(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar), let wide = Unicode.Scalar(scalar.value + 0xFEE0) {
        result.unicodeScalars.append(wide)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension String {
  /// The text with every `pattern`, one character, replaced.
  func exchanging(_ pattern: Character, with replacement: String) -> String {
    var result = ""
    for character in self { if character == pattern { result += replacement } else { result.append(character) } }
    return result
  }
}
