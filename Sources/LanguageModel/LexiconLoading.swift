extension Lexicon {
  /// Reads the dictionary at `path`; nil stands for the one that Debian installs. The model says how frequent each word
  /// is.
  package init(path: String? = nil, model: NGramModel) throws(LanguageDataError) {
    let path = if let path { path } else { try LanguageData.dictionary.installedPath() }
    self.init(try DictionaryFile(path: path), model)
  }

  private init(_ file: DictionaryFile, _ model: NGramModel) {
    // One sequence a reading: equal ones are the readings of one word.
    words = PrefixTree(units: file.units, starts: file.unitStarts)
    var texts = Sequences<UInt16>()
    var readings = Sequences<Syllable>()
    var modelNumbers: [NGramModel.WordNumber] = []
    var scores: [Float] = []
    var readingWords: [Word] = []
    var readingScores: [Float] = []
    var utf8: [UInt8] = []
    texts.reserve(words.keyCount, file.units.count)
    readings.reserve(file.count, file.syllables.count)
    modelNumbers.reserveCapacity(words.keyCount)
    scores.reserveCapacity(words.keyCount)
    readingWords.reserveCapacity(file.count)
    readingScores.reserveCapacity(file.count)
    for key in 0..<UInt32(words.keyCount) {
      let places = words.places(of: key)
      let first = Int(words.order[places.lowerBound])
      texts.append(file.units, Int(file.unitStarts[first])..<Int(file.unitStarts[first + 1]))
      utf8.removeAll(keepingCapacity: true)
      Self.append(texts.elements[Int(texts.starts[texts.starts.count - 2])...], to: &utf8)
      let number = model.number(of: utf8.span)
      let score = model.score(number, after: model.start).score
      modelNumbers.append(number)
      scores.append(score)
      for entry in words.order[places] {
        readingWords.append(Word(number: key))
        readingScores.append(score)
        let syllables = Int(file.syllableStarts[Int(entry)])..<Int(file.syllableStarts[Int(entry) + 1])
        readings.append(file.syllables, syllables)
      }
    }
    self.modelNumbers = modelNumbers
    self.scores = scores
    self.readingWords = readingWords
    unknown = model.unknown
    units = texts.elements
    unitStarts = texts.starts
    syllables = readings.elements
    syllableStarts = readings.starts
    let widest = SoundClasses(.all)
    self.widest = widest
    sounds = PrefixTree(
      units: readings.elements.map { widest[$0].number }, starts: readings.starts, rank: readingScores)
  }

  /// Sequences one after another.
  private struct Sequences<Element> {
    var elements: [Element] = []
    var starts: [UInt32] = [0]

    mutating func reserve(_ sequences: Int, _ elements: Int) {
      starts.reserveCapacity(sequences + 1)
      self.elements.reserveCapacity(elements)
    }

    mutating func append(_ source: [Element], _ range: Range<Int>) {
      for index in range { elements.append(source[index]) }
      starts.append(UInt32(elements.count))
    }
  }
}
