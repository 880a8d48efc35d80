/// What a look at every byte tells of a text that may be UTF-8: how much of it is, and where it is not.
package struct UTF8Survey: Hashable, Sendable {
  /// Well-formed sequences of one byte, and of several.
  package var ascii = 0
  package var multibyte = 0
  /// Ill-formed sequences: maximal subparts, as Unicode recommends to count and replace them.
  package var illFormed = 0
  package var firstIllFormed: Int?
  /// True if the last sequence begins well and the text ends inside it.
  package var endsInsideSequence = false
  /// Bytes 0, which are well-formed.
  package var nulCount = 0
  package var firstNUL: Int?

  package var isWellFormed: Bool { illFormed == 0 }

  /// O(bytes): eight ASCII bytes or two Chinese characters a step.
  package init(_ bytes: [UInt8]) {
    // Only ever loaded from within its bounds, as integers, for which any bits will do.
    let raw = unsafe bytes.span.bytes
    let count = bytes.count
    var offset = 0
    while offset < count {
      if offset &+ 8 <= count {
        // In bounds by the test above; any bit pattern is a UInt64.
        let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        if word & 0x8080_8080_8080_8080 == 0 && (word &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 == 0 {
          ascii &+= 8
          offset &+= 8
          continue
        }
        if Self.isCommonTriple(word) {
          let isPair = Self.isCommonTriple(word >> 24)
          multibyte &+= isPair ? 2 : 1
          offset &+= isPair ? 6 : 3
          continue
        }
      }
      offset = take(bytes.span, at: offset)
    }
  }

  /// True if the low three bytes are a well-formed sequence whose lead is neither E0 nor ED, which allow fewer
  /// second bytes than the others.
  @inline(__always)
  private static func isCommonTriple(_ word: UInt64) -> Bool {
    word & 0xC0_C0F0 == 0x80_80E0 && (0xDFFE >> (word & 0x0F)) & 1 == 1
  }

  private mutating func take(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    let (length, isWhole) = Self.sequence(in: bytes, at: offset)
    if !isWhole {
      illFormed += 1
      firstIllFormed = firstIllFormed ?? offset
      endsInsideSequence = offset + length == bytes.count && bytes[offset] >= 0xC2 && bytes[offset] <= 0xF4
    } else if length > 1 {
      multibyte += 1
    } else {
      ascii += 1
      if bytes[offset] == 0 {
        nulCount += 1
        firstNUL = firstNUL ?? offset
      }
    }
    return offset + length
  }

  /// The length of the sequence at `offset`, and whether it is well-formed (The Unicode Standard, table 3-7). An
  /// ill-formed one is as long as its longest beginning that could go on well, but at least one byte.
  static func sequence(in bytes: Span<UInt8>, at offset: Int) -> (length: Int, isWhole: Bool) {
    let lead = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x00...0x7F: return (1, true)
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return (1, false)
    }
    for index in 1..<length {
      guard offset + index < bytes.count else { return (index, false) }
      let byte = bytes[offset + index]
      guard index == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else { return (index, false) }
    }
    return (length, true)
  }

  /// The bytes with U+FFFD in the place of each ill-formed sequence.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var offset = 0
    var copied = 0
    while offset < bytes.count {
      let (length, isWhole) = sequence(in: bytes.span, at: offset)
      if !isWhole {
        result += bytes[copied..<offset]
        result += [0xEF, 0xBF, 0xBD]
        copied = offset + length
      }
      offset += length
    }
    result += bytes[copied...]
    return result
  }
}
