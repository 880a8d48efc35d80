/// The members of an object and the elements of an array as ranges of its bytes, found without reading what is in them:
/// for whoever needs a few members of a large file. What stands inside is not checked here; parsing it does.
package enum JSONMembers {
  /// Keys (as they stand between their quotation marks) and values of the object in `bytes`, in the order written; nil
  /// if it isn't one. O(bytes).
  package static func object(_ bytes: Span<UInt8>) -> [(key: Range<Int>, value: Range<Int>)]? {
    var scanner = Scanner(offset: 0)
    guard scanner.take(UInt8(ascii: "{"), bytes) else { return nil }
    var members: [(key: Range<Int>, value: Range<Int>)] = []
    if scanner.take(UInt8(ascii: "}"), bytes) { return scanner.isAtEnd(bytes) ? members : nil }
    while true {
      scanner.skipSpace(bytes)
      guard let key = scanner.string(bytes), scanner.take(UInt8(ascii: ":"), bytes),
        let value = scanner.value(bytes)
      else { return nil }
      members.append((key.lowerBound + 1..<key.upperBound - 1, value))
      if scanner.take(UInt8(ascii: ","), bytes) { continue }
      return scanner.take(UInt8(ascii: "}"), bytes) && scanner.isAtEnd(bytes) ? members : nil
    }
  }

  private struct Scanner {
    var offset: Int

    mutating func skipSpace(_ bytes: Span<UInt8>) {
      while offset < bytes.count, bytes[offset] == 0x20 || (0x09...0x0D).contains(bytes[offset]) { offset &+= 1 }
    }

    mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
      skipSpace(bytes)
      guard offset < bytes.count, bytes[offset] == byte else { return false }
      offset &+= 1
      return true
    }

    mutating func isAtEnd(_ bytes: Span<UInt8>) -> Bool {
      skipSpace(bytes)
      return offset == bytes.count
    }

    /// The string that begins here, quotation marks included.
    mutating func string(_ bytes: Span<UInt8>) -> Range<Int>? {
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { return nil }
      let start = offset
      offset &+= 1
      while offset < bytes.count {
        switch bytes[offset] {
        case UInt8(ascii: "\""):
          offset &+= 1
          return start..<offset
        case UInt8(ascii: "\\"): offset &+= 2
        default: offset &+= 1
        }
      }
      return nil
    }

    /// The value that begins here, spaces before it left out.
    mutating func value(_ bytes: Span<UInt8>) -> Range<Int>? {
      skipSpace(bytes)
      let start = offset
      var depth = 0
      while offset < bytes.count {
        switch bytes[offset] {
        case UInt8(ascii: "\""):
          guard string(bytes) != nil else { return nil }
          if depth == 0 { return start..<offset }
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth &+= 1
          offset &+= 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 { return start < offset ? start..<offset : nil }
          depth &-= 1
          offset &+= 1
          if depth == 0 { return start..<offset }
        case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
          if depth == 0 { return start < offset ? start..<offset : nil }
          offset &+= 1
        default: offset &+= 1
        }
      }
      return depth == 0 && start < offset ? start..<offset : nil
    }
  }
}
