/// A word that may have been meant where another text stands. Holds no text of its own, so that many cost nothing.
struct Candidate {
  enum Source {
    /// The number of a word of the lexicon.
    case word(UInt32)
    /// The number of a term.
    case term(Int32)
  }

  var start: Int
  var end: Int
  var source: Source
  /// The worst of its changes.
  var confusion: Confusion
  /// Of the shapes, where they are what is alike; else 1.
  var similarity: Float
  /// How many characters change.
  var changes: Int
  /// How much more probable the text becomes, less the price.
  var net: Float

  var range: Range<Int> { start..<end }

  func unit(_ offset: Int, _ knowledge: Knowledge) -> UInt16 {
    switch source {
    case .word(let word): knowledge.words.unit(offset, of: word)
    case .term(let number): knowledge.domain.terms[Int(number)].units[offset]
    }
  }

  /// Whether both ask for the same characters wherever both change something.
  func agrees(with other: Candidate, in units: [UInt16], _ knowledge: Knowledge) -> Bool {
    for place in range where other.range.contains(place) {
      let own = unit(place - start, knowledge)
      let others = other.unit(place - other.start, knowledge)
      if own != others && own != units[place] { return false }
    }
    return true
  }

  /// The better first; then by place, so that the order never depends on how they were found.
  static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.net != right.net { return left.net > right.net }
    if left.start != right.start { return left.start < right.start }
    if left.end != right.end { return left.end > right.end }
    return left.order < right.order
  }

  private var order: (UInt32, UInt32) {
    switch source {
    case .word(let word): (0, word)
    case .term(let number): (1, UInt32(bitPattern: number))
    }
  }
}
