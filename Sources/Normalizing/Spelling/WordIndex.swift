internal import LanguageModel

/// The lexicon, arranged for the engine's inner loops: what they need of a node, or of a word that is read in some way,
/// stands in one place, since it is the way to memory that costs.
struct WordIndex: Sendable {
  /// The beginning of a word, or of a way to read words.
  typealias Node = UInt32

  static let root: Node = 0
  /// No node, and no word.
  static let none = UInt32.max

  /// A word under one of its readings, with its first characters (0 where it has fewer).
  struct Reading {
    var word: UInt32
    /// How frequent the word is.
    var score: Float
    var characters: (UInt16, UInt16, UInt16, UInt16)
  }

  private let characters: Tree
  private let sounds: Tree
  private let units: [UInt16]
  private let unitStarts: [UInt32]
  /// Which pairs of characters words begin with, as bits by their hashes: one in ten that none begins with looks as if
  /// one did.
  private let beginnings: [UInt64]
  let scores: [Float]
  let modelNumbers: [NGramModel.WordNumber]
  /// In the order of the sounds, the most frequent word of each first.
  let readings: [Reading]

  init(_ lexicon: Lexicon) {
    units = lexicon.units
    unitStarts = lexicon.unitStarts
    scores = lexicon.scores
    modelNumbers = lexicon.modelNumbers
    characters = Tree(lexicon.words) { key in key.map { ($0, lexicon.modelNumbers[Int($0)]) } ?? (Self.none, 0) }
    let starts = lexicon.sounds.keyStarts
    sounds = Tree(lexicon.sounds) { key in key.map { (starts[Int($0)], starts[Int($0) + 1]) } ?? (0, 0) }
    var beginnings = [UInt64](repeating: 0, count: 1 << 14)
    for word in 0..<lexicon.count {
      let start = Int(lexicon.unitStarts[word])
      guard Int(lexicon.unitStarts[word + 1]) > start + 1 else { continue }
      let hash = Self.hash(lexicon.units[start], lexicon.units[start + 1])
      beginnings[hash >> 6] |= 1 << UInt64(hash & 63)
    }
    self.beginnings = beginnings
    readings = lexicon.sounds.order.map { reading in
      let word = lexicon.readingWords[Int(reading)].number
      let range = Int(lexicon.unitStarts[Int(word)])..<Int(lexicon.unitStarts[Int(word) + 1])
      func unit(_ offset: Int) -> UInt16 { offset < range.count ? lexicon.units[range.lowerBound + offset] : 0 }
      return Reading(
        word: word, score: lexicon.scores[Int(word)], characters: (unit(0), unit(1), unit(2), unit(3)))
    }
  }

  private struct Tree: Sendable {
    struct Entry {
      var firstChild: UInt32
      var values: (UInt32, UInt32)
    }

    let entries: [Entry]
    let units: [UInt16]
    let roots: [UInt32]

    init(_ tree: PrefixTree, _ values: (UInt32?) -> (UInt32, UInt32)) {
      units = tree.units
      roots = tree.roots
      entries = tree.firstChildren.indices.map { node in
        Entry(firstChild: tree.firstChildren[node], values: values(tree.key(at: UInt32(node))))
      }
    }

    @inline(__always) func child(of node: Node, _ unit: UInt16) -> Node {
      if node == WordIndex.root {
        let found = roots[Int(unit)]
        return found == 0 ? WordIndex.none : found
      }
      var lower = Int(entries[Int(node)].firstChild)
      var upper = Int(entries[Int(node) + 1].firstChild)
      while lower < upper {
        let middle = (lower &+ upper) >> 1
        let found = units[middle]
        if found == unit { return UInt32(truncatingIfNeeded: middle) }
        if found < unit { lower = middle &+ 1 } else { upper = middle }
      }
      return WordIndex.none
    }
  }

  /// The node that is one character further, or `none`.
  @inline(__always) func descend(_ node: Node, _ unit: UInt16) -> Node { characters.child(of: node, unit) }
  /// The word that ends at a node, or `none`; and its number in the model.
  @inline(__always) func word(at node: Node) -> (word: UInt32, model: NGramModel.WordNumber) {
    characters.entries[Int(node)].values
  }
  /// The node that is one syllable further, by the number of its widest class.
  @inline(__always) func descend(_ node: Node, sound: UInt16) -> Node { sounds.child(of: node, sound) }

  /// Where in `readings` the words stand that are read so.
  @inline(__always) func places(at node: Node) -> Range<Int> {
    let (start, end) = sounds.entries[Int(node)].values
    return Int(start)..<Int(max(start, end))
  }

  /// False only if no word begins with the two characters.
  @inline(__always) func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
    let hash = Self.hash(first, second)
    return beginnings[hash >> 6] >> UInt64(hash & 63) & 1 != 0
  }

  /// Of 20 bits.
  @inline(__always) private static func hash(_ first: UInt16, _ second: UInt16) -> Int {
    Int(truncatingIfNeeded: ((UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1) >> 12)
  }

  @inline(__always) func unit(_ offset: Int, of word: UInt32) -> UInt16 {
    units[Int(unitStarts[Int(word)]) &+ offset]
  }

  /// The word that is just these units, or `none`.
  func word(_ text: some Sequence<UInt16>) -> UInt32 {
    var node = Self.root
    for unit in text {
      node = descend(node, unit)
      if node == Self.none { return Self.none }
    }
    return node == Self.root ? Self.none : word(at: node).word
  }
}
