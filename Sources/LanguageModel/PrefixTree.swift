/// Sequences of 16-bit units, such as words or readings, by their beginnings.
///
/// The nodes stand in the order of their depth, so that a node's children are neighbours. One step down costs about
/// 10 ns. The tables are open to those who walk down in a loop, which the compiler then sees as a whole.
package struct PrefixTree: Sendable {
  /// A node; 0, the root, is the empty sequence.
  package typealias Node = UInt32

  /// The unit that leads to each node.
  package private(set) var units: [UInt16] = [0]
  /// Where the children of each node begin; they end where the next node's begin.
  package private(set) var firstChildren: [UInt32] = []
  /// How many sequences, counting equal ones once, end at the nodes before each: the number of its own, if it has one.
  package private(set) var firstKeys: [UInt32] = []
  /// Where in `order` the sequences of each key begin; they end where the next key's begin.
  package private(set) var keyStarts: [UInt32] = []
  /// The root's children by their unit, since there are thousands; 0 for none.
  package private(set) var roots = [UInt32](repeating: 0, count: 1 << 16)
  /// The sequences: shorter ones first, then by their units, then by rank.
  package let order: [UInt32]

  /// Sequence `n` is `units[starts[n]..<starts[n + 1]]`. Equal ones are put in descending order of `rank`.
  init(units sequences: [UInt16], starts: [UInt32], rank: [Float]? = nil) {
    let sorted = Self.sorted(sequences, starts)
    // Brought into order once, the units are read one after another from here on.
    let (sequences, starts) = Self.gathered(sorted, sequences, starts)
    var order: [UInt32] = []
    order.reserveCapacity(sorted.count)
    units.reserveCapacity(sequences.count)
    firstChildren.reserveCapacity(sequences.count)
    firstKeys.reserveCapacity(sequences.count)
    /// The sorted sequences of each node that is not yet taken apart.
    var ranges = [(lower: 0, upper: sorted.count)]
    var depth = 0
    while !ranges.isEmpty {
      var children: [(lower: Int, upper: Int)] = []
      for (start, upper) in ranges {
        firstChildren.append(UInt32(units.count))
        firstKeys.append(UInt32(keyStarts.count))
        var lower = start
        while lower < upper, Int(starts[lower + 1] - starts[lower]) == depth { lower += 1 }
        if lower > start { keyStarts.append(UInt32(order.count)) }
        if lower - start == 1 {
          order.append(sorted[start])
        } else if let rank {
          order += sorted[start..<lower].sorted { (rank[Int($0)], $1) > (rank[Int($1)], $0) }
        } else {
          order += sorted[start..<lower]
        }
        while lower < upper {
          let unit = sequences[Int(starts[lower]) + depth]
          var end = lower + 1
          while end < upper, sequences[Int(starts[end]) + depth] == unit { end += 1 }
          if depth == 0 { roots[Int(unit)] = UInt32(units.count) }
          units.append(unit)
          children.append((lower, end))
          lower = end
        }
      }
      ranges = children
      depth += 1
    }
    firstChildren.append(UInt32(units.count))
    firstKeys.append(UInt32(keyStarts.count))
    keyStarts.append(UInt32(order.count))
    self.order = order
  }

  /// How many different sequences there are.
  var keyCount: Int { keyStarts.count - 1 }

  /// The node that `unit` leads to from `node`; nil if no sequence goes on like that.
  func child(of node: Node, _ unit: UInt16) -> Node? {
    if node == 0 {
      let found = roots[Int(unit)]
      return found == 0 ? nil : found
    }
    guard Int(node) < units.count else { return nil }
    var lower = Int(firstChildren[Int(node)])
    var upper = Int(firstChildren[Int(node) + 1])
    while lower < upper {
      let middle = (lower + upper) / 2
      let found = units[middle]
      if found == unit { return UInt32(middle) }
      if found < unit { lower = middle + 1 } else { upper = middle }
    }
    return nil
  }

  /// The number of the sequence that ends at `node`; nil if there is none.
  package func key(at node: Node) -> UInt32? {
    guard Int(node) < units.count, firstKeys[Int(node)] < firstKeys[Int(node) + 1] else { return nil }
    return firstKeys[Int(node)]
  }

  /// Where in `order` the sequences of a key stand.
  func places(of key: UInt32) -> Range<Int> {
    guard Int(key) < keyCount else { return 0..<0 }
    return Int(keyStarts[Int(key)])..<Int(keyStarts[Int(key) + 1])
  }

  /// The sequences in the given order.
  private static func gathered(
    _ order: [UInt32], _ units: [UInt16], _ starts: [UInt32]
  ) -> (units: [UInt16], starts: [UInt32]) {
    var gathered: [UInt16] = []
    var ends: [UInt32] = [0]
    gathered.reserveCapacity(units.count)
    ends.reserveCapacity(starts.count)
    for sequence in order {
      for index in Int(starts[Int(sequence)])..<Int(starts[Int(sequence) + 1]) { gathered.append(units[index]) }
      ends.append(UInt32(gathered.count))
    }
    return (gathered, ends)
  }

  /// The numbers of the sequences in the order of their units: by the first four as one number, then by the rest.
  private static func sorted(_ units: [UInt16], _ starts: [UInt32]) -> [UInt32] {
    let count = starts.count - 1
    var keys: [UInt64] = []
    keys.reserveCapacity(count)
    for sequence in 0..<count {
      var key: UInt64 = 0
      let start = Int(starts[sequence])
      let end = Int(starts[sequence + 1])
      for index in start..<start + 4 { key = key << 16 | (index < end ? UInt64(units[index]) : 0) }
      keys.append(key)
    }
    var sorted = radixSorted(keys)
    var lower = 0
    while lower < count {
      let key = keys[Int(sorted[lower])]
      var upper = lower + 1
      while upper < count, keys[Int(sorted[upper])] == key { upper += 1 }
      if upper - lower > 1, key & 0xFFFF != 0 {
        sorted[lower..<upper].sort { left, right in
          let left = units[Int(starts[Int(left)])..<Int(starts[Int(left) + 1])]
          let right = units[Int(starts[Int(right)])..<Int(starts[Int(right) + 1])]
          return left.lexicographicallyPrecedes(right)
        }
      }
      lower = upper
    }
    return sorted
  }

  /// The indices of the keys in ascending order: equal keys keep their order.
  private static func radixSorted(_ keys: [UInt64]) -> [UInt32] {
    var sorted = Array(0..<UInt32(keys.count))
    var next = sorted
    for shift in stride(from: 0, to: 64, by: 16) {
      var places = [UInt32](repeating: 0, count: 1 << 16)
      for key in keys { places[Int(key >> shift & 0xFFFF)] += 1 }
      var sum: UInt32 = 0
      for digit in places.indices {
        let count = places[digit]
        places[digit] = sum
        sum += count
      }
      for index in sorted {
        let digit = Int(keys[Int(index)] >> shift & 0xFFFF)
        next[Int(places[digit])] = index
        places[digit] += 1
      }
      swap(&sorted, &next)
    }
    return sorted
  }
}
