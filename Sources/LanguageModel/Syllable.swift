/// A syllable of pinyin without its tone: an initial and a final, such as `b` and `an`. `ü` is written `v`.
package struct Syllable: Hashable, Sendable {
  /// Below `Syllable.limit`; 0 is no syllable.
  package let number: UInt16

  package static let limit = initials.count * finals.count + 1

  /// The initials and finals in libIME's order, in which its dictionary numbers them.
  static let initials: [StaticString] = [
    "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s", "y",
    "w", "",
  ]
  static let finals: [StaticString] = [
    "a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "o", "ong", "ou", "i", "ia", "ie", "iao", "iu", "ian",
    "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang", "v", "ve", "ue", "ng", "",
  ]

  package init(number: UInt16) {
    self.number = Int(number) < Self.limit ? number : 0
  }

  /// From the two bytes of libIME's dictionary, which count from `A`.
  init?(initial: UInt8, final: UInt8) {
    let initial = Int(initial) - 0x41
    let final = Int(final) - 0x41
    guard Self.initials.indices.contains(initial), Self.finals.indices.contains(final) else { return nil }
    number = UInt16(initial * Self.finals.count + final + 1)
  }

  /// From its text, such as `zhang`, `lv` or `lve`; nil if it is not made of an initial and a final.
  package init?(_ text: String) {
    guard let number = Self.numbers[text] else { return nil }
    self.number = number
  }

  package var text: String {
    guard number > 0 else { return "" }
    let (initial, final) = (Int(number) - 1).quotientAndRemainder(dividingBy: Self.finals.count)
    return Self.initials[initial].description + Self.finals[final].description
  }

  /// No two syllables have one text.
  private static let numbers: [String: UInt16] = {
    var numbers: [String: UInt16] = [:]
    for number in 1..<UInt16(limit) { numbers[Syllable(number: number).text] = number }
    numbers[""] = nil
    return numbers
  }()
}
