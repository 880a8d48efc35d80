internal import LanguageModel

/// Finds what may have been meant at the suspicious places of a segmented run.
struct Candidates {
  private(set) var found: [Candidate] = []
  private var isSuspicious: [Bool] = []
  private var isOdd: [Bool] = []
  /// Whether a suspicious character is a word of its own.
  private var isAlone: [Bool] = []

  /// A word is suspicious that is less probable than this after the words before it; of ten wrong characters, nine
  /// stand in such a word or next to it, and 23 % of right ones do.
  static let suspiciousCharacter: Float = -3.0
  static let suspiciousWord: Float = -3.6
  /// So much less probable must it be before it is compared with what only looks like it.
  private static let oddCharacter: Float = -4.0
  private static let oddWord: Float = -5.0
  /// How much a word that fits can gain on its frequency from the words before, and the word after from it.
  private static let leftFit: Float = 1.8
  private static let rightFit: Float = 1.0
  private static let longest = 8
  /// Only characters so frequent are meant as words of their own.
  private static let common: Float = -3.4
  /// Candidates that gain a little less than their price are kept as rivals.
  private static let least: Float = -1

  mutating func find(in units: [UInt16], _ segmentation: Segmentation, _ knowledge: Knowledge, except taken: [Bool]) {
    found.removeAll(keepingCapacity: true)
    mark(units, segmentation)
    for start in units.indices where !taken[start] {
      if !knowledge.termSounds.isEmpty { terms(from: start, units, segmentation, knowledge, taken) }
      var first = start
      let limit = min(start + 4, units.count)
      while first < limit, !isSuspicious[first] { first += 1 }
      if first < limit { words(WordIndex.root, start, start, first, units, segmentation, knowledge, taken) }
      if isOdd[start] { lookAlikes(at: start, units, segmentation, knowledge, taken) }
    }
  }

  private mutating func mark(_ units: [UInt16], _ segmentation: Segmentation) {
    isSuspicious.removeAll(keepingCapacity: true)
    isSuspicious.append(contentsOf: repeatElement(false, count: units.count))
    isOdd.removeAll(keepingCapacity: true)
    isOdd.append(contentsOf: repeatElement(false, count: units.count))
    isAlone.removeAll(keepingCapacity: true)
    isAlone.append(contentsOf: repeatElement(false, count: units.count))
    for index in segmentation.path {
      let edge = segmentation.edges[index]
      let least = edge.end - edge.start == 1 ? Self.suspiciousCharacter : Self.suspiciousWord
      guard edge.score < least else { continue }
      for place in Int(edge.start)..<Int(edge.end) {
        isSuspicious[place] = true
        isOdd[place] = edge.score < (edge.end - edge.start == 1 ? Self.oddCharacter : Self.oddWord)
        isAlone[place] = edge.end - edge.start == 1
      }
    }
  }

  /// Words of two characters and more that sound like what stands from `start` on, and reach beyond `first`; `node` is
  /// how the text sounds up to `end`.
  private mutating func words(
    _ node: WordIndex.Node, _ start: Int, _ end: Int, _ first: Int, _ units: [UInt16],
    _ segmentation: Segmentation, _ knowledge: Knowledge, _ taken: [Bool]
  ) {
    if end > first && (end - start >= 2 || isAlone[start]) {
      // The most frequent come first: at the first that is too rare, the rest are.
      let least = Confusion.homophone.price - room(start, end, segmentation)
      for place in knowledge.words.places(at: node) {
        let reading = knowledge.words.readings[place]
        if reading.score < least || end - start == 1 && reading.score < Self.common { break }
        if differs(reading.characters, start, end, units) {
          consider(.word(reading.word), start, end, reading.score - least, units, segmentation, knowledge)
        }
      }
    }
    guard end < units.count, end - start < Self.longest, !taken[end] else { return }
    var classes = knowledge.sounds.classes(of: units[end])
    while classes != 0 {
      let next = knowledge.words.descend(node, sound: UInt16(truncatingIfNeeded: classes))
      if next != WordIndex.none {
        words(next, start, end + 1, first, units, segmentation, knowledge, taken)
      }
      classes >>= 16
    }
  }

  /// False only if the word is what stands there.
  private func differs(
    _ characters: (UInt16, UInt16, UInt16, UInt16), _ start: Int, _ end: Int, _ units: [UInt16]
  ) -> Bool {
    if characters.0 != units[start] { return true }
    if end - start > 1 && characters.1 != units[start + 1] { return true }
    if end - start > 2 && characters.2 != units[start + 2] { return true }
    return end - start > 3
  }

  /// Terms of the domain; those of three characters and more also where nothing is suspicious.
  private mutating func terms(
    from start: Int, _ units: [UInt16], _ segmentation: Segmentation, _ knowledge: Knowledge, _ taken: [Bool]
  ) {
    descendTerms(UnitTree.root, start, start, units, segmentation, knowledge, taken)
  }

  private mutating func descendTerms(
    _ node: UnitTree.Node, _ start: Int, _ end: Int, _ units: [UInt16], _ segmentation: Segmentation,
    _ knowledge: Knowledge, _ taken: [Bool]
  ) {
    let count = end - start
    if count >= 3 || count == 2 && (isSuspicious[start] || isSuspicious[end - 1]) {
      for number in knowledge.termSounds.numbers(at: node) {
        consider(.term(number), start, end, .infinity, units, segmentation, knowledge)
      }
    }
    guard end < units.count, !taken[end] else { return }
    var classes = knowledge.sounds.classes(of: units[end])
    while classes != 0 {
      if let next = knowledge.termSounds.child(of: node, UInt16(truncatingIfNeeded: classes)) {
        descendTerms(next, start, end + 1, units, segmentation, knowledge, taken)
      }
      classes >>= 16
    }
  }

  /// Words of which one character looks like the one at `place`.
  private mutating func lookAlikes(
    at place: Int, _ units: [UInt16], _ segmentation: Segmentation, _ knowledge: Knowledge, _ taken: [Bool]
  ) {
    let alike = knowledge.lookAlikes.like(units[place])
    if alike.isEmpty { return }
    for start in max(0, place - 3)...place {
      var before = WordIndex.root
      for index in start..<place where before != WordIndex.none {
        before = taken[index] ? WordIndex.none : knowledge.words.descend(before, units[index])
      }
      if before == WordIndex.none { continue }
      for index in alike {
        let unit = knowledge.lookAlikes.pairs[index].unit
        if start == place, place + 1 == units.count || !knowledge.words.mayBegin(unit, units[place + 1]) { continue }
        if start + 1 == place, !knowledge.words.mayBegin(units[start], unit) { continue }
        var node = knowledge.words.descend(before, unit)
        var end = place + 1
        while node != WordIndex.none {
          let word = knowledge.words.word(at: node).word
          if end - start > 1, word != WordIndex.none {
            let bound = room(start, end, segmentation) + knowledge.words.scores[Int(word)] - Confusion.lookAlike.price
            if bound >= 0 {
              consider(.word(word), start, end, Confusion.lookAlike.price, units, segmentation, knowledge)
            }
          }
          if end == units.count || end - start == Self.longest || taken[end] { break }
          node = knowledge.words.descend(node, units[end])
          end += 1
        }
      }
    }
  }

  /// What a word there could gain at most, less its frequency.
  private func room(_ start: Int, _ end: Int, _ segmentation: Segmentation) -> Float {
    let room = segmentation.forward[start] + segmentation.backward[end] - segmentation.score
    // Where the run begins and ends there is nothing to fit.
    return room + (start == 0 ? 0 : Self.leftFit) + (end == segmentation.count ? 0 : Self.rightFit)
  }

  /// `bound` is how much more than the price of a homophone the source could gain at most.
  private mutating func consider(
    _ source: Candidate.Source, _ start: Int, _ end: Int, _ bound: Float, _ units: [UInt16],
    _ segmentation: Segmentation, _ knowledge: Knowledge
  ) {
    var candidate = Candidate(
      start: start, end: end, source: source, confusion: .homophone, similarity: 1, changes: 0, net: 0)
    var (first, last) = (end, start)
    for offset in 0..<end - start {
      let meant = candidate.unit(offset, knowledge)
      let written = units[start + offset]
      if meant == written { continue }
      guard let (confusion, similarity) = knowledge.confusion(written, meant) else { return }
      candidate.confusion = max(candidate.confusion, confusion)
      candidate.similarity = min(candidate.similarity, similarity)
      candidate.changes += 1
      if first > start + offset { first = start + offset }
      last = start + offset
    }
    // Of several characters that only look alike nothing is certain enough.
    if candidate.changes == 0 || candidate.changes > 1 && candidate.confusion == .lookAlike { return }
    // A single character is a word too often: only its homophone may have been meant.
    if end - start == 1 && candidate.confusion != .homophone { return }
    var price = candidate.confusion.price
    if candidate.confusion == .lookAlike { price += 2 * (Confusion.usualSimilarity - candidate.similarity) }
    if candidate.changes > 1 {
      // Who picks the wrong word picks a word.
      let isWord = knowledge.words.word(units[first...last]) != WordIndex.none
      price += Float(candidate.changes - 1) * (isWord ? Confusion.further : Confusion.furtherAmongCharacters)
    }
    if case .term = source { price -= Confusion.termDiscount }
    if bound < price - Confusion.homophone.price { return }
    let gain = gain(of: source, start, end, price + Self.least, segmentation, knowledge)
    candidate.net = gain - price
    if candidate.net > Self.least { found.append(candidate) }
  }

  /// How much more probable the run becomes, with the word's own context, and the best rest behind it; something below
  /// `least` if it is less than that.
  private func gain(
    of source: Candidate.Source, _ start: Int, _ end: Int, _ least: Float, _ segmentation: Segmentation,
    _ knowledge: Knowledge
  ) -> Float {
    var score = Segmentation.termScore
    var state = knowledge.model.start
    let number =
      switch source {
      case .word(let word): knowledge.words.modelNumbers[Int(word)]
      case .term(let number): knowledge.termNumbers[Int(number)]
      }
    if number != knowledge.model.unknown {
      (score, state) = knowledge.model.score(number, after: segmentation.states[start])
    }
    let soFar = segmentation.forward[start] + score - segmentation.score
    if end == segmentation.count { return soFar }
    if soFar + segmentation.backward[end] + Self.rightFit < least { return -.infinity }
    // The other words that may follow differ little.
    let edge = segmentation.edges[segmentation.nextEdges[end]]
    let behind =
      edge.word == Segmentation.unmodelled ? edge.score : knowledge.model.score(edge.word, after: state).score
    return soFar + behind + segmentation.backward[Int(edge.end)]
  }
}
