/// How a path is shown and recorded: as it is if it is UTF-8, with `%FF` for every byte that is not.
///
/// A `%` that two hexadecimal digits follow is shown as `%25`, so that the way back is unambiguous.
enum PathText {
  static func text(of path: [UInt8]) -> String {
    if !needsEscape(path), let text = String(validating: path, as: UTF8.self) { return text }
    var result: [UInt8] = []
    var rest = path[...]
    while let byte = rest.first {
      let length = scalarLength(rest)
      if length == 0 || (byte == percent && isEscape(rest)) {
        result += [percent, hexDigit(byte >> 4), hexDigit(byte & 0xF)]
        rest = rest.dropFirst()
      } else {
        result += rest.prefix(length)
        rest = rest.dropFirst(length)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  static func bytes(of text: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if byte == percent, let value = escape(rest) {
        result.append(value)
        rest = rest.dropFirst(3)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static let percent = UInt8(ascii: "%")

  private static func needsEscape(_ path: [UInt8]) -> Bool {
    path.indices.contains { path[$0] == percent && isEscape(path[$0...]) }
  }

  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool { escape(bytes) != nil }

  /// The byte that the three bytes `%FF` at the start stand for.
  private static func escape(_ bytes: ArraySlice<UInt8>) -> UInt8? {
    let digits = bytes.dropFirst().prefix(2).compactMap(hexValue)
    return digits.count == 2 ? digits[0] << 4 | digits[1] : nil
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte & 0xF
    case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"): byte & 0xF + 9
    default: nil
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// How many bytes the scalar at the start takes; 0 if they are not UTF-8.
  private static func scalarLength(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return String(validating: bytes.prefix(length), as: UTF8.self) == nil ? 0 : length
  }
}
