internal import ICU
internal import LanguageModel
internal import Modeling

/// All that the engine knows before it sees a text. Made once; never changes.
struct Knowledge: Sendable {
  let model: NGramModel
  let lexicon: Lexicon
  let words: WordIndex
  let sounds: CharacterSounds
  let lookAlikes: LookAlikes
  let domain: DomainLexicon
  /// The domain's terms that the model doesn't have, by their characters.
  let terms: UnitTree
  /// All of the domain's terms by their sounds, in the widest classes.
  let termSounds: UnitTree
  /// The names of places.
  let places: Protection
  /// Their numbers in the model.
  let termNumbers: [NGramModel.WordNumber]
  /// What the model remembers after each of them.
  private(set) var termStates: [NGramModel.State] = []
  let widest: SoundClasses

  /// `near` says which syllables count as nearly the same.
  init(near: NearSounds, domain: DomainLexicon) throws(LanguageDataError) {
    model = try NGramModel()
    lexicon = try Lexicon(model: model)
    self.domain = domain
    widest = SoundClasses(near)
    words = WordIndex(lexicon)
    sounds = CharacterSounds(lexicon, Readings.standard, near: widest)
    lookAlikes = LookAlikes()
    places = Protection.ofPlaces()
    var terms = UnitTree()
    var termSounds = UnitTree()
    var termNumbers: [NGramModel.WordNumber] = []
    for (number, term) in domain.terms.enumerated() {
      let modelNumber = lexicon.word(term.text).map { [lexicon] in lexicon.modelNumber(of: $0) } ?? model.unknown
      termNumbers.append(modelNumber)
      // How the others are used, the model knows.
      if modelNumber == model.unknown { terms.insert(term.units, number) }
      for reading in Self.readings(of: term, lexicon, sounds) {
        termSounds.insert(reading.map { [widest] in widest[$0].number }, number)
      }
    }
    self.terms = terms
    self.termSounds = termSounds
    self.termNumbers = termNumbers
    var segmentation = Segmentation()
    var states: [NGramModel.State] = []
    for term in domain.terms {
      // As long as there are no states, terms are not words.
      segmentation.segment(term.units, self)
      states.append(segmentation.states.last ?? model.start)
    }
    termStates = states
  }

  /// How a term is read: as the dictionary has it, or else its longest parts, one after another.
  private static func readings(
    of term: DomainLexicon.Term, _ lexicon: Lexicon, _ sounds: CharacterSounds
  ) -> [[Syllable]] {
    if let word = lexicon.word(term.text) { return lexicon.readings(of: word).map { Array(lexicon.syllables(of: $0)) } }
    var result: [Syllable] = []
    var start = 0
    while start < term.units.count {
      var found: (end: Int, word: Lexicon.Word)?
      var prefix = Lexicon.Prefix.start
      var end = start
      while end < term.units.count, let scalar = Unicode.Scalar(term.units[end]),
        let next = lexicon.descend(prefix, scalar)
      {
        prefix = next
        end += 1
        if let word = lexicon.word(at: prefix) { found = (end, word) }
      }
      guard let found, let reading = lexicon.readings(of: found.word).first else { return [] }
      result += lexicon.syllables(of: reading)
      start = found.end
    }
    return result.count == term.units.count ? [result] : []
  }

  /// How a character that was written is like the one that may have been meant; nil if it isn't.
  func confusion(_ written: UInt16, _ meant: UInt16) -> (Confusion, similarity: Float)? {
    if let sound = sounds.likeness(written, meant) { return (sound, 1) }
    return lookAlikes.similarity(written, meant).map { (.lookAlike, $0) }
  }

  func score(of unit: UInt16) -> Float {
    wordScore(CollectionOfOne(unit)) ?? Segmentation.knownCharacterScore
  }
}
