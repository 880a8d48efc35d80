/// Reads numbers from a file, lowest byte first; nil beyond what is in memory of it.
struct LittleEndian {
  let bytes: [UInt8]
  /// Where in the file the bytes begin.
  var start = 0

  /// Where in the file they end.
  var end: Int { start + bytes.count }

  func uint16(at offset: Int) -> Int? {
    guard offset >= start, offset <= end - 2 else { return nil }
    return Int(bytes[offset - start]) | Int(bytes[offset - start + 1]) << 8
  }

  /// The bytes of a range; empty if it isn't in memory.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    guard range.lowerBound >= start, range.upperBound <= end else { return [] }
    return bytes[range.lowerBound - start..<range.upperBound - start]
  }

  func uint32(at offset: Int) -> Int? {
    guard let low = uint16(at: offset), let high = uint16(at: offset + 2) else { return nil }
    return low | high << 16
  }

  /// Nil also beyond what an `Int` holds.
  func uint64(at offset: Int) -> Int? {
    guard let low = uint32(at: offset), let high = uint32(at: offset + 4), high <= 0x7FFF_FFFF else { return nil }
    return low | high << 32
  }
}
