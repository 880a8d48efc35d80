/// DEFLATE (RFC 1951) with the fixed codes: literals, and runs of one byte as repeats. Enough to make archives for
/// tests, and bombs.
package func deflated(_ bytes: [UInt8]) -> [UInt8] {
  var bits = BitWriter()
  bits.put(0b1, 1)  // the last block
  bits.put(0b01, 2)  // fixed codes
  var index = 0
  while index < bytes.count {
    bits.putCode(literal: Int(bytes[index]))
    index += 1
    var run = 0
    while index + run < bytes.count, bytes[index + run] == bytes[index - 1] { run += 1 }
    while run >= 258 {
      bits.putCode(literal: 285)  // 258 bytes,
      bits.putReversed(0, 5)  // from one byte back
      index += 258
      run -= 258
    }
  }
  bits.putCode(literal: 256)
  return bits.finish()
}

private struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt32 = 0
  private var count = 0

  /// Lowest bit first.
  mutating func put(_ value: UInt32, _ width: Int) {
    pending |= value << UInt32(count)
    count += width
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  /// Highest bit first, as codes are.
  mutating func putReversed(_ value: UInt32, _ width: Int) {
    for place in stride(from: width - 1, through: 0, by: -1) { put(value >> UInt32(place) & 1, 1) }
  }

  mutating func putCode(literal: Int) {
    switch literal {
    case 0...143: putReversed(UInt32(0x30 + literal), 8)
    case 144...255: putReversed(UInt32(0x190 + literal - 144), 9)
    case 256...279: putReversed(UInt32(literal - 256), 7)
    default: putReversed(UInt32(0xC0 + literal - 280), 8)
    }
  }

  mutating func finish() -> [UInt8] {
    if count > 0 { put(0, 8 - count) }
    return bytes
  }
}
