package import LanguageModel
package import Provenance

/// All that finding misspellings needs and that is the same for all filings. Making one takes about 0.3 s.
package struct SpellingEngine: Sendable {
  let knowledge: Knowledge
  let weights: Weights
  let learned: LearnedPhrases?
  package let protection: Protection

  /// `near` are the pairs of sounds that are taken for one another, as zh and z; the weights were measured with all of
  /// them. Throws `LanguageDataError` if the model or the dictionary can't be used.
  package init(
    near: NearSounds = .all, domain: DomainLexicon = DomainLexicon(), protection: Protection = Protection(),
    learned: LearnedPhrases? = nil,
    weights: Weights = .measured
  ) throws(LanguageDataError) {
    knowledge = try Knowledge(near: near, domain: domain)
    self.weights = weights
    self.protection = protection
    self.learned = learned
  }
}

/// A repair that the engine proposes for a text.
package struct SpellingRepair: Hashable, Sendable {
  /// Its certainty is set, and its evidence in the order of the witnesses.
  package var edit: Edit
  package var rule: String
  /// What the probability was made of, for calibration: of the text alone, and what the other witnesses add to its
  /// logarithmic odds.
  package var features: Features
  package var further: Float
  package var probability: Float
  /// Whether a name stands in the way of applying it, however probable it is.
  package var isProtected: Bool
}

extension [SpellingRepair] {
  /// Of repairs that overlap the most probable one, in order of place.
  package func disjoint() -> [SpellingRepair] {
    var result: [SpellingRepair] = []
    let ranked = sorted {
      ($1.probability, $0.edit.range.lowerBound, $0.edit.replacement)
        < ($0.probability, $1.edit.range.lowerBound, $1.edit.replacement)
    }
    for repair in ranked where !result.contains(where: { $0.edit.range.overlaps(repair.edit.range) }) {
      result.append(repair)
    }
    return result.sorted { $0.edit.range.lowerBound < $1.edit.range.lowerBound }
  }
}

/// Finds repairs, remembering what depends on a run of text alone. One for each thread.
package struct SpellingWorker: Sendable {
  let engine: SpellingEngine
  private var repairer: RunRepairer
  private var memory: [[UInt16]: [SpellingProposal]] = [:]

  /// Some 60 MB at most.
  private static let memoryLimit = 100_000

  package init(_ engine: SpellingEngine) {
    self.engine = engine
    repairer = RunRepairer(engine.knowledge)
  }

  /// The repairs of each of the texts of one filing, in order and disjoint.
  package mutating func repairs(
    of texts: [String], protecting protection: Protection? = nil,
    places: (Int, Range<Int>) -> SourceRange? = { _, _ in nil }
  ) -> [[SpellingRepair]] {
    let protection = protection ?? engine.protection
    let runs = texts.map(TextRun.runs(of:))
    var found: [[(run: Int, proposal: SpellingProposal)]] = []
    var isEmpty = true
    for text in runs {
      var list: [(run: Int, proposal: SpellingProposal)] = []
      for (index, run) in text.enumerated() where !run.isQuoted {
        for proposal in proposals(for: run.units)
        where !protection.covers(proposal.changed, of: run.units)
          && !engine.knowledge.places.covers(proposal.changed, of: run.units)
        {
          list.append((index, proposal))
        }
        if run.followsComma, index > 0, !text[index - 1].isQuoted {
          list += interrupted(text[index - 1], index - 1, run, index).filter { fresh in
            !list.contains { $0.run == fresh.run && $0.proposal.changed.overlaps(fresh.proposal.changed) }
          }
        }
      }
      if !list.isEmpty { isEmpty = false }
      found.append(list)
    }
    if isEmpty { return texts.map { _ in [] } }
    let witness = DocumentWitness(runs)
    return found.indices.map { index in
      let judged = found[index].compactMap { judge($0.proposal, runs[index][$0.run], witness, places) }
      return engine.weights.keepsAll ? judged : judged.disjoint()
    }
  }

  private mutating func proposals(for units: [UInt16]) -> [SpellingProposal] {
    if let known = memory[units] { return known }
    let result = repairer.proposals(for: units)
    if memory.count >= Self.memoryLimit { memory.removeAll(keepingCapacity: true) }
    memory[units] = result
    return result
  }

  /// Repairs that make a term which a comma interrupts, as 之情，沟通制度 for 知情、沟通制度.
  private mutating func interrupted(
    _ left: TextRun, _ leftIndex: Int, _ right: TextRun, _ rightIndex: Int
  ) -> [(run: Int, proposal: SpellingProposal)] {
    guard let match = InterruptedTerm(left.units, right.units, engine.knowledge), !match.changes.isEmpty else {
      return []
    }
    let units = engine.knowledge.domain.terms[match.term].units
    let (run, index, range, meant) =
      match.isLeft
      ? (left, leftIndex, left.units.count - match.split..<left.units.count, Array(units[..<match.split]))
      : (right, rightIndex, 0..<units.count - match.split, Array(units[match.split...]))
    guard var proposal = repairer.forced(run.units, range, meant, term: match.term) else { return [] }
    proposal.odds = InterruptedTerm.odds
    return [(index, proposal)]
  }

  private func judge(
    _ proposal: SpellingProposal, _ run: TextRun, _ witness: DocumentWitness,
    _ places: (Int, Range<Int>) -> SourceRange?
  ) -> SpellingRepair? {
    let document = DocumentVoice(proposal, run, witness)
    let learned = engine.learned?.voice(before: proposal.before.words, after: proposal.after.words)
    let further = proposal.odds + document.weight + (learned?.weight ?? 0)
    let probability = engine.weights.probability(proposal.features, further)
    guard probability >= engine.weights.possible else { return nil }
    var evidence = [
      Evidence("language-before", text: proposal.before.words, score: Double(proposal.before.score)),
      Evidence("language-after", text: proposal.after.words, score: Double(proposal.after.score)),
    ]
    if proposal.confusion == .lookAlike {
      evidence.append(Evidence("shape", score: Double(proposal.features[.similarity])))
    } else {
      evidence.append(Evidence("sound", text: engine.knowledge.spoken(proposal.meant)))
    }
    if let term = proposal.term {
      let term = engine.knowledge.domain.terms[term]
      evidence.append(Evidence("domain", text: "\(term.text)（\(term.category)）"))
    }
    let voices = [
      ("document", document.meant, document.meantCount), ("document-written", document.written, document.writtenCount),
    ]
    for (kind, phrase, occurrences) in voices where occurrences.count > 0 {
      evidence.append(
        Evidence(
          kind, text: phrase, source: occurrences.first.flatMap { places($0.text, $0.range) },
          score: Double(occurrences.count)))
    }
    if let learned { evidence.append(Evidence("learned", text: learned.text, score: Double(learned.score))) }
    evidence.append(Evidence("probability", score: Double(probability)))
    let certainty = engine.weights.certainty(
      proposal.features, probability, isProtected: proposal.isProtected || learned?.isUsual == true)
    let offset = proposal.changed.lowerBound - proposal.span.lowerBound
    let meant = proposal.meant[offset..<offset + proposal.changed.count]
    return SpellingRepair(
      edit: Edit(
        run.bytes(of: proposal.changed), to: String(decoding: meant, as: UTF16.self), certainty: certainty,
        evidence: evidence),
      rule: proposal.confusion.rule, features: proposal.features, further: further, probability: probability,
      isProtected: proposal.isProtected)
  }
}
