/// What the full-text index is given: ideographs with spaces between them, so that each is a word of its own, and a
/// phrase of them finds any run of characters, of two as of ten.
package enum SearchTerms {
  /// O(text).
  package static func spaced(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count * 4 / 3 + 8)
    for scalar in text.unicodeScalars {
      if isIdeograph(scalar.value) {
        result.append(0x20)
        UTF8.encode(scalar) { result.append($0) }
        result.append(0x20)
      } else {
        UTF8.encode(scalar) { result.append($0) }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isIdeograph(_ value: UInt32) -> Bool {
    switch value {
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3005...0x3007: true
    default: false
    }
  }
}
