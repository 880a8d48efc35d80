/// A double-array trie as the cedar library writes it and libIME stores it, all numbers big-endian: the size of the
/// tails, the count of the nodes, the tails, the nodes (base and check, 4 bytes each), 12 bytes, and of each node its
/// right sibling and its first child (1 byte each). The child by a label is the node at the base, exclusive or the
/// label; a negative base points into the tails, where the rest of the key ends in a NUL.
struct DoubleArrayTrie {
  let count: Int
  private let bytes: [UInt8]
  private let tails: Range<Int>
  private let nodes: Int
  private let relations: Int

  /// Nil if the bytes are too few.
  init?(_ bytes: [UInt8], at start: Int) {
    guard let tailSize = bytes.bigEndian(at: start), let count = bytes.bigEndian(at: start + 4), count > 0 else {
      return nil
    }
    self.count = Int(count)
    self.bytes = bytes
    tails = start + 8..<start + 8 + Int(tailSize)
    nodes = tails.upperBound
    relations = nodes + 8 * self.count + 12
    guard relations + 2 * self.count <= bytes.count else { return nil }
  }

  /// The node of a number; nil if there is none.
  func node(_ number: Int) -> Int? { number >= 0 && number < count ? number : nil }

  func base(of node: Int) -> Int { signed(at: nodes + 8 * node) }
  func check(of node: Int) -> Int { signed(at: nodes + 8 * node + 4) }
  func sibling(of node: Int) -> UInt8 { bytes[relations + 2 * node] }
  func firstChild(of node: Int) -> UInt8 { bytes[relations + 2 * node + 1] }

  /// False if it does not end inside the tails.
  func appendTail(at offset: Int, to key: inout [UInt8]) -> Bool {
    for index in tails.dropFirst(offset) {
      if bytes[index] == 0 { return true }
      key.append(bytes[index])
    }
    return false
  }

  private func signed(at offset: Int) -> Int {
    // Checked against the bytes' end; any four bytes are a number.
    let number = unsafe bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Int32.self)
    return Int(Int32(bigEndian: number))
  }
}

extension [UInt8] {
  /// Four bytes as a number; nil if they are not there.
  @inline(__always) func bigEndian(at offset: Int) -> UInt32? {
    guard offset >= 0, offset <= count - 4 else { return nil }
    return UInt32(self[offset]) << 24 | UInt32(self[offset + 1]) << 16 | UInt32(self[offset + 2]) << 8
      | UInt32(self[offset + 3])
  }
}
