internal import Glibc
internal import LanguageModel

/// Finds the repairs of one run of ideographs. Its result depends on the run alone.
struct RunRepairer {
  let knowledge: Knowledge
  private var segmentation = Segmentation()
  private var other = Segmentation()
  private var candidates = Candidates()

  init(_ knowledge: Knowledge) { self.knowledge = knowledge }

  /// A run is looked at again after repairs, since one error hides another; few hold more than two.
  private static let rounds = 3

  mutating func proposals(for units: [UInt16]) -> [SpellingProposal] {
    guard units.count > 1 else { return [] }
    var text = units
    var taken = [Bool](repeating: false, count: units.count)
    var accepted: [Choice] = []
    for _ in 0..<Self.rounds {
      segmentation.segment(text, knowledge)
      candidates.find(in: text, segmentation, knowledge, except: taken)
      if !candidates.found.contains(where: { $0.net > 0 }) { break }
      let ranked = candidates.found.sorted(by: Candidate.precedes)
      for candidate in ranked where candidate.net > 0 && !taken[candidate.range].contains(true) {
        accepted.append(choice(candidate, ranked, units))
        for place in candidate.range {
          taken[place] = true
          text[place] = candidate.unit(place - candidate.start, knowledge)
        }
      }
    }
    return judged(accepted, units, text)
  }

  /// A candidate and its rivals, the best first.
  private struct Choice {
    var candidates: [Candidate]
    var margins: [Float]
    var ambiguity: Int
  }

  private static let mostRivals = 3
  /// Rivals that gain so much less have no chance.
  private static let rivalry: Float = 2

  private func choice(_ best: Candidate, _ ranked: [Candidate], _ units: [UInt16]) -> Choice {
    var result = Choice(candidates: [best], margins: [8], ambiguity: 0)
    for rival in ranked where rival.range.overlaps(best.range) {
      if best.agrees(with: rival, in: units, knowledge) { continue }
      if result.margins[0] == 8 { result.margins[0] = best.net - rival.net }
      if rival.net > best.net - 1 { result.ambiguity += 1 }
      guard result.candidates.count < Self.mostRivals, rival.net > 0, rival.net > best.net - Self.rivalry,
        !result.candidates.contains(where: { $0.agrees(with: rival, in: units, knowledge) })
      else { continue }
      result.candidates.append(rival)
      result.margins.append(rival.net - best.net)
    }
    return result
  }

  /// The text with all repairs, against that with all but one; the same with each rival instead.
  private mutating func judged(_ accepted: [Choice], _ units: [UInt16], _ text: [UInt16]) -> [SpellingProposal] {
    if accepted.isEmpty { return [] }
    var result: [SpellingProposal] = []
    for choice in accepted {
      for (candidate, margin) in zip(choice.candidates, choice.margins) {
        var without = text
        for place in choice.candidates[0].range { without[place] = units[place] }
        // A rival may reach into another repair.
        for place in candidate.range { without[place] = units[place] }
        // What stands further away tells nothing.
        let window = max(0, candidate.start - Self.surroundings)..<min(units.count, candidate.end + Self.surroundings)
        without = Array(without[window])
        var local = candidate
        local.start -= window.lowerBound
        local.end -= window.lowerBound
        var with = without
        for place in local.range { with[place] = local.unit(place - local.start, knowledge) }
        segmentation.segment(with, knowledge)
        other.segment(without, knowledge)
        if segmentation.score - other.score <= Self.leastGain { continue }
        var proposal = proposal(local, margin, choice.ambiguity, accepted.count, without, with)
        proposal.changed =
          proposal.changed.lowerBound + window.lowerBound..<proposal.changed.upperBound + window.lowerBound
        proposal.span = candidate.range
        proposal.features[.runLength] = Float(min(12, units.count))
        result.append(proposal)
      }
    }
    return result
  }

  /// How many characters on each side are weighed with a repair.
  private static let surroundings = 12

  /// The repair that makes `range` what is `meant`, whatever the model says of it; nil if it changes nothing.
  mutating func forced(_ units: [UInt16], _ range: Range<Int>, _ meant: [UInt16], term: Int) -> SpellingProposal? {
    var with = units
    with.replaceSubrange(range, with: meant)
    guard with.count == units.count, let first = range.first(where: { with[$0] != units[$0] }) else { return nil }
    segmentation.segment(with, knowledge)
    other.segment(units, knowledge)
    // The word that the change is part of.
    let edge = segmentation.words(over: first..<first + 1).first
    let span = edge.map { Int($0.start)..<Int($0.end) } ?? first..<first + 1
    let candidate = Candidate(
      start: span.lowerBound, end: span.upperBound, source: .term(Int32(clamping: term)), confusion: .homophone,
      similarity: 1, changes: span.filter { with[$0] != units[$0] }.count, net: 0)
    var proposal = proposal(candidate, 8, 0, 1, units, with)
    proposal.term = term
    proposal.features[.isTerm] = 1
    proposal.features[.termLength] = 5
    proposal.features[.wordLength] = 6
    return proposal
  }

  /// Less than that is chance.
  private static let leastGain: Float = 0.3

  private func proposal(
    _ candidate: Candidate, _ margin: Float, _ ambiguity: Int, _ count: Int, _ without: [UInt16], _ with: [UInt16]
  ) -> SpellingProposal {
    let changes = candidate.range.filter { without[$0] != with[$0] }
    let changed = (changes.first ?? candidate.start)..<(changes.last ?? candidate.start) + 1
    var features = Features()
    let gain = segmentation.score - other.score
    features[.gain] = gain
    features[.firstGain] = min(gain, 5)
    features[.near] = candidate.confusion == .nearHomophone ? 1 : 0
    features[.shape] = candidate.confusion == .lookAlike ? 1 : 0
    features[.similarity] = candidate.confusion == .lookAlike ? candidate.similarity : 0.8
    features[.changes] = Float(candidate.changes)
    let length = knowledge.longestWord(over: changed, of: with)
    let term = knowledge.domain.term(over: changed, of: with)
    let termLength = term.map { knowledge.domain.terms[$0].units.count } ?? 0
    features[.wordLength] = Float(min(6, max(length, termLength)))
    features[.writtenLength] = Float(changes.map { knowledge.longestWord(over: $0..<$0 + 1, of: without) }.max() ?? 1)
    features[.isWord] =
      knowledge.wordScore(without[changed]) == nil
        || changed.count < 2 && candidate.range.count > 1 && knowledge.wordScore(without[candidate.range]) == nil
      ? 0 : 1
    features[.unlikelyChanges] = features[.isWord] > 0 ? 0 : Float(candidate.changes - 1)
    features[.ambiguity] = log10f(Float(1 + ambiguity))
    features[.writtenFrequency] = knowledge.wordScore(without[candidate.range]) ?? -9
    features[.margin] = max(-8, min(8, margin))
    features[.firstMargin] = max(-2, min(2, margin))
    features[.proposals] = Float(count)
    features[.runLength] = Float(min(12, with.count))
    features[.isTerm] = term == nil ? 0 : 1
    features[.termLength] = Float(min(5, termLength))
    features[.writtenTermLength] = Float(
      changes.compactMap { knowledge.domain.term(over: $0..<$0 + 1, of: without) }
        .map { knowledge.domain.terms[$0].units.count }.max() ?? 0)
    let stretch = other.words(over: candidate.range)
    features[.singles] = Float(stretch.filter { $0.end - $0.start == 1 }.count)
    features[.words] = Float(stretch.count)
    addFits(candidate.range, &features)
    features[.writtenRarity] = changes.map { knowledge.score(of: without[$0]) }.min() ?? 0
    features[.rarity] = changes.map { knowledge.score(of: with[$0]) }.min() ?? 0
    let isProtected =
      Protection.isName(candidate.range, without, other, knowledge)
      || Protection.isUnjudged(changes, without, candidate.confusion, knowledge)
      || changes.allSatisfy { Protection.areInterchangeable(without[$0], with[$0], isWord: features[.isWord] > 0) }
    return SpellingProposal(
      changed: changed, span: candidate.range, written: Array(without[candidate.range]),
      meant: Array(with[candidate.range]), confusion: candidate.confusion,
      before: SpellingProposal.Reading(units: other.text(around: candidate.range, of: without), score: other.score),
      after: SpellingProposal.Reading(
        units: segmentation.text(around: candidate.range, of: with), score: segmentation.score),
      term: term, features: features, isProtected: isProtected)
  }

  /// How well the new word fits what stands before and behind.
  private func addFits(_ range: Range<Int>, _ features: inout Features) {
    let path = segmentation.path.map { segmentation.edges[$0] }
    guard let first = path.firstIndex(where: { Int($0.end) > range.lowerBound }),
      let last = path.lastIndex(where: { Int($0.start) < range.upperBound })
    else { return }
    features[.leftFit] = path[first].score - knowledge.frequency(of: path[first])
    var longest = path[first]
    for edge in path[first...last] where edge.end - edge.start > longest.end - longest.start { longest = edge }
    features[.frequency] = knowledge.frequency(of: longest)
    if last + 1 < path.count {
      features[.rightFit] = path[last + 1].score - knowledge.frequency(of: path[last + 1])
      features[.rightOdd] = isOdd(path[last + 1]) ? 1 : 0
    }
    if first > 0 { features[.leftOdd] = isOdd(path[first - 1]) ? 1 : 0 }
  }

  private func isOdd(_ edge: Segmentation.Edge) -> Bool {
    edge.end - edge.start == 1 && knowledge.frequency(of: edge) < -3.6
  }
}

extension Knowledge {
  /// How frequent a word of a segmentation is after nothing.
  func frequency(of edge: Segmentation.Edge) -> Float {
    edge.word == Segmentation.unmodelled ? edge.score : model.score(edge.word, after: model.start).score
  }

  /// The length of the longest word of the dictionary that holds all of `range`.
  func longestWord(over range: Range<Int>, of units: [UInt16]) -> Int {
    var most = 0
    for start in max(0, range.upperBound - 12)...max(0, range.lowerBound) where start <= range.lowerBound {
      var node = WordIndex.root
      var end = start
      while end < units.count {
        node = words.descend(node, units[end])
        if node == WordIndex.none { break }
        end += 1
        if end >= range.upperBound, end - start > most, words.word(at: node).word != WordIndex.none {
          most = end - start
        }
      }
    }
    return most
  }

  /// The readings of the characters, set apart by spaces.
  func spoken(_ units: [UInt16]) -> String {
    units.map { sounds.text(of: $0) }.joined(separator: " ")
  }

  /// How frequent a word is; nil if it is none that the model knows.
  func wordScore(_ units: some Sequence<UInt16>) -> Float? {
    let word = words.word(units)
    guard word != WordIndex.none, words.modelNumbers[Int(word)] != model.unknown else { return nil }
    return words.scores[Int(word)]
  }
}

extension Segmentation {
  /// The words of the best way that share a character with `range`.
  func words(over range: Range<Int>) -> [Edge] {
    path.lazy.map { edges[$0] }.filter { Int($0.start) < range.upperBound && Int($0.end) > range.lowerBound }
  }

  /// The words there and one on each side, set apart by spaces.
  func text(around range: Range<Int>, of units: [UInt16]) -> [UInt16] {
    var result: [UInt16] = []
    for index in path {
      let edge = edges[index]
      if Int(edge.end) < range.lowerBound || Int(edge.start) > range.upperBound { continue }
      if !result.isEmpty { result.append(0x20) }
      result += units[Int(edge.start)..<Int(edge.end)]
    }
    return result
  }
}
