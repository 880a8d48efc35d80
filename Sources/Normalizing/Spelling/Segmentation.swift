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
    for edge in edges.reversed() {
      let start = Int(edge.start)
      backward[start] = max(backward[start], edge.score + backward[Int(edge.end)])
    }
  }

  private mutating func step(from start: Int, _ units: [UInt16], _ knowledge: Knowledge) {
    var hasCharacter = false
    var prefix = Lexicon.Prefix.start
    var end = start
    while end < count, let scalar = Unicode.Scalar(units[end]), let next = knowledge.lexicon.descend(prefix, scalar) {
      prefix = next
      end += 1
      guard let word = knowledge.lexicon.word(at: prefix) else { continue }
      if end == start + 1 { hasCharacter = true }
      let number = knowledge.lexicon.modelNumber(of: word)
      if number == knowledge.model.unknown {
        if end == start + 1 { add(start, end, Self.knownCharacterScore, Self.unmodelled, knowledge.model.start) }
        continue
      }
      let (score, state) = knowledge.model.score(number, after: states[start])
      add(start, end, score, number, state)
    }
    if !hasCharacter { add(start, start + 1, Self.unknownCharacterScore, Self.unmodelled, knowledge.model.start) }
    var node = UnitTree.root
    end = start
    while end < count, let next = knowledge.terms.child(of: node, units[end]) {
      node = next
      end += 1
      if !knowledge.terms.numbers(at: node).isEmpty { add(start, end, Self.termScore, Self.unmodelled, knowledge.model.start) }
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
