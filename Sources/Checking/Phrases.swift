/// Fixed phrases to look for in short texts, by their UTF-8 bytes.
///
/// Canonical equivalence plays no part: filings are normalised before they are checked, and comparing
/// `Character`s would cost thirty times as much.
struct Phrases: ExpressibleByArrayLiteral, Sendable {
  private let phrases: [[UInt8]]
  /// One bit for each last byte of a phrase's first scalar (modulo 64): most scalars of a text fail here.
  private let filter: UInt64

  init(arrayLiteral phrases: String...) {
    self.init(phrases)
  }

  init(_ phrases: [String]) {
    self.phrases = phrases.map { Array($0.utf8) }
    var filter: UInt64 = 0
    for phrase in self.phrases where !phrase.isEmpty {
      filter |= 1 << UInt64(phrase[Self.width(of: phrase[0], in: phrase.count) - 1] & 63)
    }
    self.filter = filter
  }

  /// Whether any of the phrases stands in `text`.
  func found(in text: String) -> Bool { first(in: text) != nil }

  /// The first place, in UTF-8 offsets, where one of the phrases stands; the earlier phrase of the list wins.
  func first(in text: String, within bounds: Range<Int>? = nil) -> Range<Int>? {
    let utf8 = text.utf8Span.span
    let end = min(bounds?.upperBound ?? utf8.count, utf8.count)
    var offset = max(0, bounds?.lowerBound ?? 0)
    while offset < end {
      let width = Self.width(of: utf8[offset], in: end - offset)
      if filter >> UInt64(utf8[offset + width - 1] & 63) & 1 == 1 {
        for phrase in phrases where Self.matches(phrase, utf8, at: offset, end: end) {
          return offset..<offset + phrase.count
        }
      }
      offset += width
    }
    return nil
  }

  /// Whether `text` ends in one of the phrases, what stands in brackets behind it apart: 及时率（%）.
  func end(_ text: String) -> Bool {
    let utf8 = text.utf8Span.span
    let end = Self.endWithoutBrackets(utf8)
    for phrase in phrases where phrase.count <= end {
      if Self.matches(phrase, utf8, at: end - phrase.count, end: end) { return true }
    }
    return false
  }

  /// Whether `text` begins with one of the phrases.
  func begin(_ text: String) -> Bool {
    let utf8 = text.utf8Span.span
    for phrase in phrases where Self.matches(phrase, utf8, at: 0, end: utf8.count) { return true }
    return false
  }

  /// Whether `text` is one of the phrases.
  func contain(_ text: String) -> Bool {
    let utf8 = text.utf8Span.span
    for phrase in phrases where phrase.count == utf8.count {
      if Self.matches(phrase, utf8, at: 0, end: utf8.count) { return true }
    }
    return false
  }

  private static func matches(_ phrase: [UInt8], _ utf8: Span<UInt8>, at offset: Int, end: Int) -> Bool {
    if phrase.count > end - offset { return false }
    for index in phrase.indices where phrase[index] != utf8[offset + index] { return false }
    return true
  }

  /// Where the text ends without a last group in brackets and white space before it.
  private static func endWithoutBrackets(_ utf8: Span<UInt8>) -> Int {
    var end = utf8.count
    // Nearly every text ends in an ideograph.
    if end > 2, (0xE4...0xE9).contains(utf8[end - 3]) { return end }
    if ends(utf8, end, in: [0xEF, 0xBC, 0x89]) || ends(utf8, end, in: [0x29]) {
      var position = end - 1
      while position > 0 {
        position -= 1
        if utf8[position] == 0x28 || ends(utf8, position + 3, in: [0xEF, 0xBC, 0x88]) {
          end = position
          break
        }
      }
    }
    while end > 0, utf8[end - 1] == 0x20 { end -= 1 }
    return end
  }

  private static func ends(_ utf8: Span<UInt8>, _ end: Int, in bytes: [UInt8]) -> Bool {
    guard end <= utf8.count, end >= bytes.count else { return false }
    return matches(bytes, utf8, at: end - bytes.count, end: end)
  }

  /// The length of the scalar that begins with `byte`, at most `rest`.
  private static func width(of byte: UInt8, in rest: Int) -> Int {
    if byte < 0x80 { return 1 }
    return min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, max(1, rest))
  }
}
