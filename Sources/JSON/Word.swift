// Eight bytes at a time: the arithmetic of "does any byte of this word need attention".

extension UInt64 {
  @inline(__always) static var eachByte: UInt64 { 0x0101_0101_0101_0101 }
  @inline(__always) static var eachHighBit: UInt64 { 0x8080_8080_8080_8080 }

  /// How many bytes from the lowest on a JSON string may hold as they are: up to the first `"`, `\`
  /// or control character; 8 if there is none.
  ///
  /// A subtraction's borrow can mark bytes above a hit, never below: the lowest mark is exact.
  @inline(__always) var cleanPrefix: Int {
    let controls = self &- 0x20 &* Self.eachByte
    let quotes = (self ^ (0x22 &* Self.eachByte)) &- Self.eachByte
    let backslashes = (self ^ (0x5C &* Self.eachByte)) &- Self.eachByte
    return ((controls | quotes | backslashes) & ~self & Self.eachHighBit).trailingZeroBitCount / 8
  }

  /// How many of the lowest bytes equal `byte`, up to 8.
  @inline(__always) func prefix(of byte: UInt8) -> Int {
    (self ^ (UInt64(byte) &* Self.eachByte)).trailingZeroBitCount / 8
  }
}

extension Span<UInt8> {
  /// The eight bytes at `offset`, lowest first, of which at least eight must be left.
  @inline(__always) func word(at offset: Int) -> UInt64 {
    assert(offset >= 0 && offset &+ 8 <= count)
    return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self).littleEndian
  }

  /// The last `length` bytes, 1 to 7, lowest first, with zeros above them.
  @inline(__always) func lastWord(_ length: Int) -> UInt64 {
    assert(length > 0 && length < 8 && length <= count)
    if count >= 8 { return word(at: count &- 8) &>> UInt64(8 &* (8 &- length)) }
    // Two loads that overlap, or one byte: all within the last `length`, as the condition above ensures.
    let start = count &- length
    if length >= 4 {
      let low = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt32.self).littleEndian
      let high = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 4, as: UInt32.self).littleEndian
      return UInt64(low) | UInt64(high) &<< UInt64(8 &* (length &- 4))
    }
    let ends = UInt64(self[start]) | UInt64(self[count &- 1]) &<< UInt64(8 &* (length &- 1))
    return length == 3 ? ends | UInt64(self[start &+ 1]) &<< 8 : ends
  }

  var needsNoEscape: Bool {
    indices.allSatisfy { self[$0] >= 0x20 && self[$0] != 0x22 && self[$0] != 0x5C }
  }

  var array: [UInt8] {
    // The pointer is read within the call only.
    unsafe withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// The text that this UTF-8 spells.
  var string: String {
    // The pointer is read within the call only.
    unsafe withUnsafeBufferPointer { utf8 in unsafe String(decoding: utf8, as: UTF8.self) }
  }
}
