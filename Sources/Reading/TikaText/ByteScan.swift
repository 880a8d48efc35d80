/// Byte searches eight bytes at a time: a text is walked many times its line count faster than byte by byte.
enum ByteScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The first offset from `start` of a byte below 0x0E (TAB, LF, FF, CR and their rare neighbours) or of `[`.
  @inline(__always)
  static func mark(in bytes: Span<UInt8>, from start: Int) -> Int {
    // Only ever loaded from within its bounds, as integers, for which any bits will do.
    let raw = unsafe bytes.bytes
    var offset = start
    while offset &+ 8 <= bytes.count {
      // In bounds by the condition; any bit pattern is a UInt64.
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
      let bracket = word ^ (ones &* 0x5B)
      // A borrow can only mark bytes above a true hit, so the lowest mark is exact.
      let hits = ((word &- ones &* 0x0E) & ~word | (bracket &- ones) & ~bracket) & highs
      if hits != 0 { return offset &+ hits.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < bytes.count {
      if bytes[offset] < 0x0E || bytes[offset] == 0x5B { return offset }
      offset &+= 1
    }
    return offset
  }

  /// The first offset of `byte` in `start..<end`; `end` if there is none.
  static func first(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset] != byte { offset &+= 1 }
    return offset
  }

  /// True if the ASCII text `pattern` stands at `offset`.
  static func has(_ pattern: StaticString, in bytes: Span<UInt8>, at offset: Int) -> Bool {
    guard bytes.count - offset >= pattern.utf8CodeUnitCount else { return false }
    for index in 0..<pattern.utf8CodeUnitCount {
      // In bounds of the pattern, which is a constant of the program.
      guard unsafe bytes[offset + index] == pattern.utf8Start[index] else { return false }
    }
    return true
  }
}
