/// Sequences of 16-bit units by their beginnings, each with a number. For some thousand sequences; a step down is a
/// look-up in one hash table.
struct UnitTree: Sendable {
  typealias Node = Int32

  /// Before the first unit.
  static let root: Node = 0

  /// The nodes by their parent and unit, in a table of a power of two with free places, which hold 0.
  private var keys = [UInt64](repeating: 0, count: 64)
  private var nodes = [Node](repeating: 0, count: 64)
  /// The children of the root, which nearly every look-up asks for: bit by bit, whether there is one.
  private var beginnings = [UInt64](repeating: 0, count: 1024)
  /// The numbers of the sequences that end at each node.
  private var ends: [[Int32]] = [[]]

  init() {}

  var isEmpty: Bool { ends.count == 1 }

  mutating func insert(_ units: some Sequence<UInt16>, _ number: Int) {
    var node = Self.root
    for unit in units {
      if let next = child(of: node, unit) {
        node = next
      } else {
        let next = Node(clamping: ends.count)
        ends.append([])
        if 2 * ends.count > keys.count { grow() }
        put(Self.key(node, unit), next)
        if node == Self.root { beginnings[Int(unit >> 6)] |= 1 << UInt64(unit & 63) }
        node = next
      }
    }
    let number = Int32(clamping: number)
    if node != Self.root, !ends[Int(node)].contains(number) { ends[Int(node)].append(number) }
  }

  func child(of node: Node, _ unit: UInt16) -> Node? {
    if node == Self.root, beginnings[Int(unit >> 6)] >> UInt64(unit & 63) & 1 == 0 { return nil }
    let key = Self.key(node, unit)
    var place = place(of: key)
    while keys[place] != 0 {
      if keys[place] == key { return nodes[place] }
      place = (place + 1) & (keys.count - 1)
    }
    return nil
  }

  func numbers(at node: Node) -> [Int32] { ends.indices.contains(Int(node)) ? ends[Int(node)] : [] }

  private mutating func put(_ key: UInt64, _ node: Node) {
    var place = place(of: key)
    while keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
    keys[place] = key
    nodes[place] = node
  }

  private mutating func grow() {
    let (oldKeys, oldNodes) = (keys, nodes)
    keys = Array(repeating: 0, count: 2 * oldKeys.count)
    nodes = Array(repeating: 0, count: 2 * oldKeys.count)
    for (key, node) in zip(oldKeys, oldNodes) where key != 0 { put(key, node) }
  }

  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
  }

  /// Never 0.
  private static func key(_ node: Node, _ unit: UInt16) -> UInt64 {
    (UInt64(UInt32(bitPattern: node)) + 1) << 16 | UInt64(unit)
  }
}
