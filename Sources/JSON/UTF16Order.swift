extension Span<UInt8> {
  /// Whether this UTF-8 comes before `other` by UTF-16 code units, the order of keys in RFC 8785 (3.2.3).
  ///
  /// The two orders differ only where a surrogate pair (lead bytes F0 to F4) meets U+E000 to U+FFFF
  /// (EE and EF), which UTF-16 puts above it.
  func precedesInUTF16(_ other: Span<UInt8>) -> Bool {
    let shared = Swift.min(count, other.count)
    for index in 0..<shared where self[index] != other[index] {
      return Self.rank(self[index]) < Self.rank(other[index])
    }
    return count < other.count
  }

  private static func rank(_ byte: UInt8) -> UInt8 {
    byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte
  }
}

extension String {
  func precedesInUTF16(_ other: String) -> Bool {
    utf8.span.precedesInUTF16(other.utf8.span)
  }

  /// Swift's own `==` takes canonically equivalent texts (é as one scalar or as two) for equal.
  func hasSameScalars(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  func hashScalars(into hasher: inout Hasher) {
    hasher.combine(utf8.count)
    for byte in utf8 { hasher.combine(byte) }
  }
}
