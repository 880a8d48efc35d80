/// Sequences of 16-bit units by their beginnings, each with a number. For some thousand sequences; a step down is a
/// look-up in one hash table.
struct UnitTree: Sendable {
  typealias Node = Int32

  /// Before the first unit.
  static let root: Node = 0

  private var children: [UInt64: Node] = [:]
  /// The numbers of the sequences that end at each node.
  private var ends: [[Int32]] = [[]]

  init() {}

  mutating func insert(_ units: some Sequence<UInt16>, _ number: Int) {
    var node = Self.root
    for unit in units {
      let key = Self.key(node, unit)
      if let next = children[key] {
        node = next
      } else {
        let next = Node(clamping: ends.count)
        children[key] = next
        ends.append([])
        node = next
      }
    }
    let number = Int32(clamping: number)
    if !ends[Int(node)].contains(number) { ends[Int(node)].append(number) }
  }

  func child(of node: Node, _ unit: UInt16) -> Node? { children[Self.key(node, unit)] }

  func numbers(at node: Node) -> [Int32] { ends.indices.contains(Int(node)) ? ends[Int(node)] : [] }

  private static func key(_ node: Node, _ unit: UInt16) -> UInt64 { UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit) }
}
