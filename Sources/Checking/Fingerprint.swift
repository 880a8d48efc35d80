/// Numbers that stand for texts: equal texts have equal ones, and different texts practically never.
///
/// `String.==` and `Hasher` would normalise each text first, and `Hasher` is seeded anew in every run.
enum Fingerprint {
  static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Of the text without its ASCII spaces; `seed` chains several texts. O(text).
  static func of(_ text: String, seed: UInt64 = empty) -> UInt64 {
    let utf8 = text.utf8Span.span
    var hash = seed
    for index in utf8.indices where utf8[index] != 0x20 {
      hash = (hash ^ UInt64(utf8[index])) &* 0x0000_0100_0000_01B3
    }
    return mixed(hash)
  }

  /// Spreads what the bits of `hash` say over all of them (the finaliser of SplitMix64).
  static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}

/// Whether two texts are the same bytes, ASCII spaces apart.
func isSame(_ one: String, _ other: String) -> Bool {
  let one = one.utf8Span.span
  let other = other.utf8Span.span
  var index = 0
  var otherIndex = 0
  while true {
    while index < one.count, one[index] == 0x20 { index += 1 }
    while otherIndex < other.count, other[otherIndex] == 0x20 { otherIndex += 1 }
    if index == one.count || otherIndex == other.count {
      return index == one.count && otherIndex == other.count
    }
    if one[index] != other[otherIndex] { return false }
    index += 1
    otherIndex += 1
  }
}
