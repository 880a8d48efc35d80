internal import LanguageModel

/// Finds what may have been meant at the suspicious places of a segmented run.
struct Candidates {
  private(set) var found: [Candidate] = []
  private var isSuspicious: [Bool] = []

  /// A word is suspicious that is less probable than this after the words before it; of ten wrong characters, nine
  /// stand in such a word or next to it, and 23 % of right ones do.
  static let suspiciousCharacter: Float = -3
  static let suspiciousWord: Float = -3.6
  /// How much a word that fits can gain on its frequency from the words before, and the word after from it.
  private static let leftFit: Float = 2.5
  private static let rightFit: Float = 1.5
  private static let longest = 8

  mutating func find(in units: [UInt16], _ segmentation: Segmentation, _ knowledge: Knowledge, except taken: [Bool]) {
    found.removeAll(keepingCapacity: true)
    mark(units, segmentation)
    for start in units.indices where !taken[start] {
      terms(from: start, units, segmentation, knowledge, taken)
      if let first = isSuspicious[start..<min(start + 4, units.count)].firstIndex(of: true) {
        words(from: start, reaching: first, units, segmentation, knowledge, taken)
      }
      if isSuspicious[start] { lookAlikes(at: start, units, segmentation, knowledge, taken) }
    }
  }

  private mutating func mark(_ units: [UInt16], _ segmentation: Segmentation) {
    isSuspicious.removeAll(keepingCapacity: true)
    isSuspicious.append(contentsOf: repeatElement(false, count: units.count))
    for index in segmentation.path {
      let edge = segmentation.edges[index]
      let least = edge.end - edge.start == 1 ? Self.suspiciousCharacter : Self.suspiciousWord
      if edge.score < least { for place in edge.start..<edge.end { isSuspicious[Int(place)] = true } }
    }
  }

  /// Words of two characters and more that sound like what stands from `start` on.
  private mutating func words(
    from start: Int, reaching first: Int, _ units: [UInt16], _ segmentation: Segmentation, _ knowledge: Knowledge,
    _ taken: [Bool]
  ) {
    func descend(_ prefix: Lexicon.SoundPrefix, _ end: Int, _ found: inout [Candidate]) {
      if end - start >= 2 && end > first {
        for place in knowledge.lexicon.places(at: prefix) {
          guard let word = knowledge.lexicon.word(of: knowledge.lexicon.reading(at: place)) else { continue }
          let bound = Self.bound(knowledge.lexicon.score(of: word), start, end, segmentation)
          // The rest are rarer.
          if bound < Confusion.homophone.price { break }
          Self.consider(.word(word), start, end, bound, units, segmentation, knowledge, &found)
        }
      }
      guard end < units.count, end - start < Self.longest, !taken[end] else { return }
      for syllable in knowledge.sounds.classes(of: units[end]) {
        if let next = knowledge.lexicon.descend(prefix, syllable) { descend(next, end + 1, &found) }
      }
    }
    descend(.start, start, &found)
  }

  /// Terms of the domain; those of three characters and more also where nothing is suspicious.
  private mutating func terms(
    from start: Int, _ units: [UInt16], _ segmentation: Segmentation, _ knowledge: Knowledge, _ taken: [Bool]
  ) {
    let isSuspicious = isSuspicious
    func descend(_ node: UnitTree.Node, _ end: Int, _ found: inout [Candidate]) {
      let count = end - start
      if count >= 3 || count == 2 && (isSuspicious[start] || isSuspicious[end - 1]) {
        for number in knowledge.termSounds.numbers(at: node) {
          Self.consider(.term(number), start, end, .infinity, units, segmentation, knowledge, &found)
        }
      }
      guard end < units.count, !taken[end] else { return }
      for syllable in knowledge.sounds.classes(of: units[end]) {
        if let next = knowledge.termSounds.child(of: node, syllable.number) { descend(next, end + 1, &found) }
      }
    }
    descend(UnitTree.root, start, &found)
  }

  /// Words of which one character looks like the one at `place`.
  private mutating func lookAlikes(
    at place: Int, _ units: [UInt16], _ segmentation: Segmentation, _ knowledge: Knowledge, _ taken: [Bool]
  ) {
    for like in knowledge.lookAlikes.like(units[place]) {
      guard let scalar = Unicode.Scalar(like.unit) else { continue }
      for start in max(0, place - 3)...place {
        if taken[start..<place].contains(true) { continue }
        var prefix = Lexicon.Prefix.start
        var end = start
        while end < units.count, end - start < Self.longest, !taken[end],
          let character = end == place ? scalar : Unicode.Scalar(units[end]),
          let next = knowledge.lexicon.descend(prefix, character)
        {
          prefix = next
          end += 1
          guard end > place, end - start > 1, let word = knowledge.lexicon.word(at: prefix) else { continue }
          let bound = Self.bound(knowledge.lexicon.score(of: word), start, end, segmentation)
          if bound < Confusion.homophone.price { continue }
          Self.consider(.word(word), start, end, bound, units, segmentation, knowledge, &found)
        }
      }
    }
  }

  /// What a word of this frequency could gain at most.
  private static func bound(_ score: Float, _ start: Int, _ end: Int, _ segmentation: Segmentation) -> Float {
    segmentation.forward[start] + score + leftFit + segmentation.backward[end] + rightFit - segmentation.score
  }

  private static func consider(
    _ source: Candidate.Source, _ start: Int, _ end: Int, _ bound: Float, _ units: [UInt16],
    _ segmentation: Segmentation, _ knowledge: Knowledge, _ found: inout [Candidate]
  ) {
    var candidate = Candidate(
      start: start, end: end, source: source, confusion: .homophone, similarity: 1, changes: 0, net: 0)
    for offset in 0..<end - start {
      let meant = candidate.unit(offset, knowledge)
      let written = units[start + offset]
      if meant == written { continue }
      guard let (confusion, similarity) = knowledge.confusion(written, meant) else { return }
      candidate.confusion = max(candidate.confusion, confusion)
      candidate.similarity = min(candidate.similarity, similarity)
      candidate.changes += 1
    }
    // Of several characters that only look alike, or a character the model doesn't know and its homophone (which may
    // be its traditional form), nothing is certain enough.
    if candidate.changes == 0 || candidate.changes > 1 && candidate.confusion == .lookAlike { return }
    let price = candidate.confusion.price + Float(candidate.changes - 1) * Confusion.further
    if bound < price { return }
    candidate.net = gain(of: source, start, end, segmentation, knowledge) - price
    if candidate.net > least { found.append(candidate) }
  }

  /// Candidates that gain less than their price are kept as rivals.
  private static let least: Float = -1

  /// How much more probable the run becomes, with the word's own context, and the best rest behind it.
  private static func gain(
    of source: Candidate.Source, _ start: Int, _ end: Int, _ segmentation: Segmentation, _ knowledge: Knowledge
  ) -> Float {
    var score = Segmentation.termScore
    var state = knowledge.model.start
    let word: Lexicon.Word? =
      switch source {
      case .word(let word): word
      case .term(let number): knowledge.lexicon.word(knowledge.domain.terms[Int(number)].text)
      }
    if let word {
      let number = knowledge.lexicon.modelNumber(of: word)
      if number != knowledge.model.unknown { (score, state) = knowledge.model.score(number, after: segmentation.states[start]) }
    }
    var rest: Float = end == segmentation.count ? 0 : -.infinity
    if end < segmentation.count {
      for index in segmentation.edgeStarts[end]..<segmentation.edgeStarts[end + 1] {
        let edge = segmentation.edges[index]
        let behind = edge.word == Segmentation.unmodelled ? edge.score : knowledge.model.score(edge.word, after: state).score
        rest = max(rest, behind + segmentation.backward[Int(edge.end)])
      }
    }
    return segmentation.forward[start] + score + rest - segmentation.score
  }
}
