/// Reads numbers, lowest byte first; nil beyond the end.
struct LittleEndian {
  let bytes: [UInt8]

  func uint16(at offset: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - 2 else { return nil }
    return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
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
