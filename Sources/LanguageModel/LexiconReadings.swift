/// Words by how they are read.
extension Lexicon {
  /// One reading of one word.
  package struct Reading: Hashable, Sendable {
    package let number: UInt32
  }

  /// The beginning of a reading, in the widest classes of sounds.
  package struct SoundPrefix: Hashable, Sendable {
    let node: PrefixTree.Node

    package static let start = SoundPrefix(node: 0)
  }

  /// How a word is read: one reading, or several.
  package func readings(of word: Word) -> some RandomAccessCollection<Reading> {
    words.places(of: word.number).lazy.map { Reading(number: UInt32($0)) }
  }

  /// All readings of a character, toneless; none if it is not in the dictionary.
  package func syllables(of character: Unicode.Scalar) -> ArraySlice<Syllable> {
    guard let prefix = descend(.start, character), let word = word(at: prefix) else { return [] }
    // Of one syllable each, one after another.
    let readings = words.places(of: word.number)
    return syllables[Int(syllableStarts[readings.lowerBound])..<Int(syllableStarts[readings.upperBound])]
  }

  package func word(of reading: Reading) -> Word? {
    Int(reading.number) < readingCount ? readingWords[Int(reading.number)] : nil
  }

  package func syllables(of reading: Reading) -> ArraySlice<Syllable> {
    guard Int(reading.number) < readingCount else { return [] }
    return syllables[Int(syllableStarts[Int(reading.number)])..<Int(syllableStarts[Int(reading.number) + 1])]
  }

  /// The readings that go on with a syllable or one near to it; nil if there is none.
  package func descend(_ prefix: SoundPrefix, _ syllable: Syllable) -> SoundPrefix? {
    sounds.child(of: prefix.node, widest[syllable].number).map(SoundPrefix.init)
  }

  /// The places of the readings that end here, those of the most frequent words first.
  package func places(at prefix: SoundPrefix) -> Range<Int> {
    sounds.key(at: prefix.node).map(sounds.places(of:)) ?? 0..<0
  }

  package func reading(at place: Int) -> Reading {
    Reading(number: sounds.order.indices.contains(place) ? sounds.order[place] : .max)
  }

  /// Whether a reading is the given one, as far as the classes tell sounds apart.
  package func isSame(_ reading: Reading, as other: Span<Syllable>, in classes: SoundClasses) -> Bool {
    let own = syllables(of: reading)
    guard own.count == other.count else { return false }
    for index in other.indices where !classes.areSame(own[own.startIndex + index], other[index]) { return false }
    return true
  }

  /// Calls `body` with each word that is read so, as far as the classes tell sounds apart, the most frequent first,
  /// until it returns false.
  package func forEachWord(
    read syllables: Span<Syllable>, in classes: SoundClasses, _ body: (Word, Reading) -> Bool
  ) {
    var prefix = SoundPrefix.start
    for index in syllables.indices {
      guard let next = descend(prefix, syllables[index]) else { return }
      prefix = next
    }
    let areAllSame = classes.sounds == .all
    for place in places(at: prefix) {
      let reading = reading(at: place)
      guard areAllSame || isSame(reading, as: syllables, in: classes), let word = word(of: reading) else { continue }
      guard body(word, reading) else { return }
    }
  }
}
