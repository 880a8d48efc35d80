extension SHA256: CustomStringConvertible {
  /// All 64 digits, lower case.
  package var hex: String { prefixHex(64) }

  package var description: String { hex }

  /// The first `digits` hexadecimal digits, 64 at most.
  package func prefixHex(_ digits: Int) -> String {
    let digits = min(max(0, digits), 64)
    // Just the bytes that are asked for are written.
    return unsafe String(unsafeUninitializedCapacity: digits) { room in
      for index in 0..<digits { unsafe room[index] = digit(at: index) }
      return digits
    }
  }

  /// Appends the first `digits` hexadecimal digits, 64 at most.
  package func appendHex(to text: inout [UInt8], digits: Int = 64) {
    let digits = min(max(0, digits), 64)
    text.append(addingCapacity: digits) { room in
      for index in 0..<digits { room.append(digit(at: index)) }
    }
  }

  /// The digit at `index`, from 0 to 63, in ASCII.
  @inline(__always) private func digit(at index: Int) -> UInt8 {
    let word =
      switch index / 16 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    let value = UInt8(truncatingIfNeeded: word &>> UInt64(60 &- 4 &* (index % 16))) & 0xF
    return value &+ (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") &- 10)
  }
}
