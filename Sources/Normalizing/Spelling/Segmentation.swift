internal import LanguageModel

/// A run of ideographs cut into words: the most probable way, and how probable it is from each place on.
///
/// One instance serves many runs, so that nothing is allocated once its arrays have grown.
struct Segmentation {
  /// A word that may stand at a place.
  struct Edge {
    var start: Int32
    var end: Int32
    var score: Float
    /// The model's number; `.max` for a word that the model doesn't have.
    var word: UInt32
  }

  /// Scores of what the model doesn't know, as logarithms to base 10: fitted by eye so that a term costs as much as a
  /// rare word, and an unknown character more than any known one.
  static let termScore: Float = -5.5
  static let knownCharacterScore: Float = -6.5
  static let unknownCharacterScore: Float = -7.8
  static let unmodelled = UInt32.max

  private(set) var count = 0
  private(set) var edges: [Edge] = []
  private(set) var edgeStarts: [Int] = []
  /// Of the best way to each place, and the state after it.
  private(set) var forward: [Float] = []
  private(set) var states: [NGramModel.State] = []
  private var lastEdges: [Int] = []
  /// From each place to the end, as far as edges scored in the best contexts tell.
  private(set) var backward: [Float] = []
  /// The first edge of that way.
  private(set) var nextEdges: [Int] = []
  /// The edges of the best way, in order.
  private(set) var path: [Int] = []

  /// The probability of the whole.
  var score: Float { count < forward.count ? forward[count] : 0 }

  mutating func segment(_ units: [UInt16], _ knowledge: Knowledge) {
    count = units.count
    edges.removeAll(keepingCapacity: true)
    edgeStarts.removeAll(keepingCapacity: true)
    forward.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    lastEdges.removeAll(keepingCapacity: true)
    forward.append(contentsOf: repeatElement(-.infinity, count: count + 1))
    states.append(contentsOf: repeatElement(knowledge.model.start, count: count + 1))
    lastEdges.append(contentsOf: repeatElement(-1, count: count + 1))
    forward[0] = 0
    for start in 0..<count {
      edgeStarts.append(edges.count)
      step(from: start, units, knowledge)
    }
    edgeStarts.append(edges.count)
    traceBack()
    backward.removeAll(keepingCapacity: true)
    backward.append(contentsOf: repeatElement(-.infinity, count: count + 1))
    backward[count] = 0
    nextEdges.removeAll(keepingCapacity: true)
    nextEdges.append(contentsOf: repeatElement(-1, count: count + 1))
    for index in edges.indices.reversed() {
      let edge = edges[index]
      let total = edge.score + backward[Int(edge.end)]
      if total > backward[Int(edge.start)] {
        backward[Int(edge.start)] = total
        nextEdges[Int(edge.start)] = index
      }
    }
  }

  private mutating func step(from start: Int, _ units: [UInt16], _ knowledge: Knowledge) {
    var hasCharacter = false
    var node = knowledge.words.descend(WordIndex.root, units[start])
    var end = start + 1
    while node != WordIndex.none {
      let (word, number) = knowledge.words.word(at: node)
      if word != WordIndex.none {
        if number != knowledge.model.unknown {
          let (score, state) = knowledge.model.score(number, after: states[start])
          add(start, end, score, number, state)
        } else if end == start + 1 {
          add(start, end, Self.knownCharacterScore, Self.unmodelled, knowledge.model.start)
        }
        if end == start + 1 { hasCharacter = true }
      }
      if end == count { break }
      node = knowledge.words.descend(node, units[end])
      end += 1
    }
    if !hasCharacter { add(start, start + 1, Self.unknownCharacterScore, Self.unmodelled, knowledge.model.start) }
    var term = UnitTree.root
    end = start
    while end < count, let next = knowledge.terms.child(of: term, units[end]) {
      term = next
      end += 1
      if let number = knowledge.terms.numbers(at: term).first, Int(number) < knowledge.termStates.count {
        add(start, end, Self.termScore, Self.unmodelled, knowledge.termStates[Int(number)])
      }
    }
  }

  private mutating func add(_ start: Int, _ end: Int, _ score: Float, _ word: UInt32, _ state: NGramModel.State) {
    let total = forward[start] + score
    if total > forward[end] {
      forward[end] = total
      states[end] = state
      lastEdges[end] = edges.count
    }
    edges.append(Edge(start: Int32(start), end: Int32(end), score: score, word: word))
  }

  private mutating func traceBack() {
    path.removeAll(keepingCapacity: true)
    var place = count
    while place > 0, lastEdges[place] >= 0 {
      path.append(lastEdges[place])
      place = Int(edges[lastEdges[place]].start)
    }
    path.reverse()
  }
}
