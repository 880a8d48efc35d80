/// What the full-text index is given: ideographs with spaces between them, so that each is a word of its own, and a
/// phrase of them finds any run of characters, of two as of ten.
package enum SearchTerms {
  package static func spaced(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// O(text).
  static func append(_ text: String, to terms: inout [UInt8]) {
    let bytes = text.utf8.span
    // Of three bytes or more at least three are written for each three read, and two spaces.
    terms.reserveCapacity(terms.count + bytes.count * 2)
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let length = min(lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, bytes.count - index)
      let isWord = length >= 3 && isIdeograph(bytes, index, length)
      if isWord { terms.append(0x20) }
      for offset in 0..<length { terms.append(bytes[index + offset]) }
      if isWord { terms.append(0x20) }
      index += length
    }
  }

  private static func isIdeograph(_ bytes: Span<UInt8>, _ index: Int, _ length: Int) -> Bool {
    var value = UInt32(bytes[index]) & (length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset]) & 0x3F }
    return switch value {
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3005...0x3007: true
    default: false
    }
  }
}
