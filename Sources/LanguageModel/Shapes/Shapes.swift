/// Characters that look alike, such as 己 and 已: the weaker evidence of a wrong character, where it does not sound like
/// the right one.
///
/// Of each of the 6,489 common characters there are twelve, the most alike first. Looking one up costs about 0.1 µs and
/// allocates nothing.
package struct Shapes: RandomAccessCollection, Sendable {
  package struct Element: Hashable, Sendable {
    package let character: Unicode.Scalar
    /// From 0 to 1: below a half, a trait or two are shared.
    package let similarity: Float

    package init(character: Unicode.Scalar, similarity: Float) {
      self.character = character
      self.similarity = similarity
    }
  }

  /// Where in the table the character's line begins; negative if it has none.
  private let line: Int

  private static let size = 3 + 12 * 4 + 1

  /// Those that look like `character`; none if it is not common.
  package init(like character: Unicode.Scalar) {
    line = Self.line(of: character) ?? -1
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { line < 0 ? 0 : 12 }

  package subscript(position: Int) -> Element {
    precondition(indices.contains(position), "there are \(count) similar characters")
    let place = line + 3 + 4 * position
    let table = Self.table
    let utf8 = table.utf8Span.span
    let level = Float(utf8[place + 3] &- UInt8(ascii: "a"))
    return Element(
      character: Unicode.Scalar(Self.value(utf8, place)) ?? "\u{FFFD}", similarity: level / 25)
  }

  private static func line(of character: Unicode.Scalar) -> Int? {
    let table = table
    let utf8 = table.utf8Span.span
    var lower = 0
    var upper = (utf8.count + 1) / size
    while lower < upper {
      let middle = (lower + upper) / 2
      let found = value(utf8, middle * size)
      if found == character.value { return middle * size }
      if found < character.value { lower = middle + 1 } else { upper = middle }
    }
    return nil
  }

  /// The three bytes of a character as its code point.
  private static func value(_ utf8: Span<UInt8>, _ place: Int) -> UInt32 {
    UInt32(utf8[place] & 0x0F) << 12 | UInt32(utf8[place + 1] & 0x3F) << 6 | UInt32(utf8[place + 2] & 0x3F)
  }
}
