internal import JSON

/// The JSON pointer of where a walk stands, kept as bytes. The keys of a filing hold no `~` or `/`, so nothing is
/// escaped.
struct PointerPath {
  private(set) var utf8: [UInt8] = []
  private var lengths: [Int] = []

  init() {
    utf8.reserveCapacity(96)
    lengths.reserveCapacity(12)
  }

  mutating func push(_ key: StaticString) {
    lengths.append(utf8.count)
    append(key)
  }

  mutating func push(_ index: Int) {
    lengths.append(utf8.count)
    append(index)
  }

  /// Any key, which may need escapes.
  mutating func push(computed key: String) {
    lengths.append(utf8.count)
    utf8.append(0x2F)
    utf8 += JSONPointer.escape(key).utf8
  }

  mutating func pop() {
    guard let length = lengths.popLast() else { return }
    utf8.removeLast(utf8.count - length)
  }

  var text: String { String(decoding: utf8, as: UTF8.self) }

  /// Where the innermost key or index begins in `utf8`.
  var lastKey: Int { min((lengths.last ?? -1) + 1, utf8.count) }

  private mutating func append(_ key: StaticString) {
    utf8.append(0x2F)
    // The buffer is valid within the call, which copies it.
    key.withUTF8Buffer { key in unsafe utf8.append(contentsOf: key) }
  }

  private mutating func append(_ index: Int) {
    utf8.append(0x2F)
    if index < 10 {
      utf8.append(0x30 + UInt8(truncatingIfNeeded: index))
    } else {
      utf8 += String(index).utf8
    }
  }
}
