/// Scalars of UTF-8 that is known to be valid, one at a time and without a String.
enum Scalars {
  /// The scalar at `offset` and the offset behind it; `utf8` is valid and `offset` stands on a boundary.
  @inline(__always)
  static func next(_ utf8: borrowing Span<UInt8>, _ offset: Int) -> (scalar: UInt32, end: Int) {
    let lead = UInt32(utf8[offset])
    if lead < 0x80 { return (lead, offset + 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard offset + length <= utf8.count else { return (0xFFFD, utf8.count) }
    var scalar = lead & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      scalar = scalar << 6 | UInt32(utf8[index] & 0x3F)
    }
    return (scalar, offset + length)
  }

  /// Unicode's White_Space.
  @inline(__always)
  static func isWhiteSpace(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar == 0x20 || (scalar >= 0x09 && scalar <= 0x0D) }
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }

  /// Characters that print nothing: zero-width spaces and joiners, marks of direction, the byte order mark.
  @inline(__always)
  static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF: return true
    default: return false
    }
  }

  @inline(__always)
  static func isBlank(_ scalar: UInt32) -> Bool { isWhiteSpace(scalar) || isInvisible(scalar) }

  /// An ASCII or full-width digit's value.
  @inline(__always)
  static func digit(_ scalar: UInt32) -> Int? {
    if scalar >= 0x30 && scalar <= 0x39 { return Int(scalar) - 0x30 }
    if scalar >= 0xFF10 && scalar <= 0xFF19 { return Int(scalar) - 0xFF10 }
    return nil
  }
}
