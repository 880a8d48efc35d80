/// White space as Unicode defines it (the property White_Space), on UTF-8 bytes.
enum WhiteSpace {
  /// The length of the white-space character at `offset`; 0 if none stands there.
  static func length(in bytes: Span<UInt8>, at offset: Int) -> Int {
    let left = bytes.count - offset
    guard left > 0 else { return 0 }
    switch bytes[offset] {
    case 0x09...0x0D, 0x20:
      return 1
    case 0xC2 where left >= 2:
      // U+0085 next line, U+00A0 no-break space.
      return bytes[offset + 1] == 0x85 || bytes[offset + 1] == 0xA0 ? 2 : 0
    case 0xE1...0xE3 where left >= 3:
      switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
      // U+1680 Ogham space; U+2000–200A spaces, U+2028, U+2029 separators, U+202F; U+205F; U+3000.
      case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
        (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
        return 3
      default:
        return 0
      }
    default:
      return 0
    }
  }

  /// The first offset from `start` where no white space stands; `end` if there is nothing else before it.
  static func end(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      let length = length(in: bytes, at: offset)
      if length == 0 { return offset }
      offset += length
    }
    return end
  }
}
