/// Base64 as RFC 4648, section 4, has it: no line breaks, padded to a multiple of four, no bits left over.
enum Base64 {
  /// Nil if it is anything else. O(bytes).
  static func decode(_ text: String) -> [UInt8]? {
    let count = text.utf8.count
    guard count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count / 4 * 3)
    let table = values
    var group: UInt32 = 0
    var digits = 0
    var padding = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "=") {
        padding += 1
        group <<= 6
      } else {
        let value = table[Int(byte)]
        guard value != none, padding == 0 else { return nil }
        group = group << 6 | UInt32(value)
      }
      digits += 1
      guard digits == 4 else { continue }
      let leftover: UInt32 = padding == 1 ? 0xFF : padding == 2 ? 0xFFFF : 0
      guard padding <= 2, group & leftover == 0 else { return nil }
      bytes.append(UInt8(truncatingIfNeeded: group >> 16))
      if padding < 2 { bytes.append(UInt8(truncatingIfNeeded: group >> 8)) }
      if padding < 1 { bytes.append(UInt8(truncatingIfNeeded: group)) }
      group = 0
      digits = 0
      // Padding stands at the end only.
      if padding > 0 { return bytes.count == count / 4 * 3 - padding ? bytes : nil }
    }
    return bytes
  }

  private static let none: UInt8 = 0xFF

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: none, count: 256)
    for (value, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
      values[Int(byte)] = UInt8(value)
    }
    return values
  }()
}
