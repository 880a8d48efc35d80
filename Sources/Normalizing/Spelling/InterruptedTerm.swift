internal import LanguageModel

/// A term of the domain that begins before a comma and goes on behind it, with a character in one of the parts that only
/// sounds right.
struct InterruptedTerm {
  /// The number of the term.
  private(set) var term = 0
  /// How many of its characters stand before the comma.
  private(set) var split = 0
  /// Where it differs from what was written, in characters of the term; all in one part.
  private(set) var changes: [Int] = []

  var isLeft: Bool { changes.allSatisfy { $0 < split } }

  /// Not measured, since sentences of the kind are rare: all characters of a long term but one stand there, and that one
  /// sounds right, which chance doesn't bring about. Added to the logarithmic odds.
  static let odds: Float = 8

  /// Shorter ones may well stand on both sides of a comma.
  private static let shortest = 6

  /// Nil if there is none.
  init?(_ left: [UInt16], _ right: [UInt16], _ knowledge: Knowledge) {
    for count in stride(from: min(8, left.count), through: 2, by: -1) {
      let start = left.count - count
      var ends: [(node: UnitTree.Node, read: Int)] = [(UnitTree.root, 0)]
      while let (node, read) = ends.popLast() {
        let total = count + min(8, right.count)
        if read > count {
          for number in knowledge.termSounds.numbers(at: node) where read >= Self.shortest {
            if take(Int(number), count, read, left, start, right, knowledge) { return }
          }
        }
        guard read < total else { continue }
        let unit = read < count ? left[start + read] : right[read - count]
        var classes = knowledge.sounds.classes(of: unit)
        while classes != 0 {
          if let next = knowledge.termSounds.child(of: node, UInt16(truncatingIfNeeded: classes)) {
            ends.append((next, read + 1))
          }
          classes >>= 16
        }
      }
    }
    return nil
  }

  private mutating func take(
    _ number: Int, _ count: Int, _ read: Int, _ left: [UInt16], _ start: Int, _ right: [UInt16], _ knowledge: Knowledge
  ) -> Bool {
    let units = knowledge.domain.terms[number].units
    guard units.count == read else { return false }
    let differing = units.indices.filter { units[$0] != ($0 < count ? left[start + $0] : right[$0 - count]) }
    guard differing.count == 1, let place = differing.first else { return false }
    let written = place < count ? left[start + place] : right[place - count]
    guard knowledge.sounds.likeness(written, units[place]) == .homophone else { return false }
    (term, split, changes) = (number, count, differing)
    return true
  }
}
