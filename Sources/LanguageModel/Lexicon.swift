/// The words of written Chinese with their readings: libIME's dictionary, 202,172 words with 209,269 readings.
///
/// Words are found by walking down their characters, or down the sounds of their syllables; both walks cost about 10 ns
/// a step and allocate nothing. Making one takes about 0.15 s: make it once and pass it down.
package struct Lexicon: Sendable {
  /// A word's number: below `count`, shorter words first, so that the single characters come before all others.
  package struct Word: Hashable, Comparable, Sendable {
    package let number: UInt32

    package init(number: UInt32) { self.number = number }

    package static func < (left: Word, right: Word) -> Bool { left.number < right.number }
  }

  /// The beginning of a word.
  package struct Prefix: Hashable, Sendable {
    let node: PrefixTree.Node

    /// Before the first character.
    package static let start = Prefix(node: 0)
  }

  package let words: PrefixTree
  /// The words one after another, in UTF-16.
  package let units: [UInt16]
  package let unitStarts: [UInt32]
  package let modelNumbers: [NGramModel.WordNumber]
  package let scores: [Float]
  package let unknown: NGramModel.WordNumber

  package let readingWords: [Word]
  let syllables: [Syllable]
  let syllableStarts: [UInt32]

  /// The readings by their sounds, in the widest classes.
  package let sounds: PrefixTree
  let widest: SoundClasses

  package var count: Int { unitStarts.count - 1 }
  package var readingCount: Int { readingWords.count }

  /// Nil if there is no word of that number.
  package func word(number: Int) -> Word? {
    UInt32(exactly: number).flatMap { $0 < UInt32(count) ? Word(number: $0) : nil }
  }

  /// The word that the scalars make up; nil if the lexicon does not have it. `descend` is for longer ways.
  package func word(_ text: String) -> Word? {
    var prefix = Prefix.start
    for scalar in text.unicodeScalars {
      guard let next = descend(prefix, scalar) else { return nil }
      prefix = next
    }
    return word(at: prefix)
  }

  /// The beginning that is one character longer; nil if no word begins like that.
  package func descend(_ prefix: Prefix, _ scalar: Unicode.Scalar) -> Prefix? {
    if scalar.value < 0x1_0000 {
      return words.child(of: prefix.node, UInt16(truncatingIfNeeded: scalar.value)).map(Prefix.init)
    }
    var node = prefix.node
    for unit in scalar.utf16 {
      guard let next = words.child(of: node, unit) else { return nil }
      node = next
    }
    return Prefix(node: node)
  }

  /// The word that ends here; nil if it only begins so.
  package func word(at prefix: Prefix) -> Word? {
    words.key(at: prefix.node).map(Word.init)
  }

  package func text(of word: Word) -> String {
    String(decoding: units[unitRange(of: word)], as: UTF16.self)
  }

  /// Appends the word in UTF-8.
  package func append(_ word: Word, to text: inout [UInt8]) {
    Self.append(units[unitRange(of: word)], to: &text)
  }

  static func append(_ units: ArraySlice<UInt16>, to text: inout [UInt8]) {
    // Nearly all characters have one unit here, and three bytes there.
    guard units.allSatisfy({ $0 >= 0x0800 && !UTF16.isSurrogate($0) }) else {
      text += String(decoding: units, as: UTF16.self).utf8
      return
    }
    for unit in units {
      text.append(0xE0 | UInt8(truncatingIfNeeded: unit >> 12))
      text.append(0x80 | UInt8(truncatingIfNeeded: unit >> 6) & 0x3F)
      text.append(0x80 | UInt8(truncatingIfNeeded: unit) & 0x3F)
    }
  }

  /// How many characters the word has. (Two words of the dictionary hold one beyond the Basic Multilingual Plane, which
  /// counts twice.)
  package func length(of word: Word) -> Int { unitRange(of: word).count }

  /// The word's character at a place; U+FFFD if there is none.
  package func character(_ index: Int, of word: Word) -> Unicode.Scalar {
    let range = unitRange(of: word)
    guard index >= 0, index < range.count else { return "\u{FFFD}" }
    return Unicode.Scalar(units[range.lowerBound + index]) ?? "\u{FFFD}"
  }

  /// The model's number of the word.
  package func modelNumber(of word: Word) -> NGramModel.WordNumber {
    modelNumbers.indices.contains(Int(word.number)) ? modelNumbers[Int(word.number)] : unknown
  }

  /// How frequent the word is: the logarithm to base 10 of its probability after nothing.
  package func score(of word: Word) -> Float {
    scores.indices.contains(Int(word.number)) ? scores[Int(word.number)] : -.infinity
  }

  private func unitRange(of word: Word) -> Range<Int> {
    guard Int(word.number) < count else { return 0..<0 }
    return Int(unitStarts[Int(word.number)])..<Int(unitStarts[Int(word.number) + 1])
  }
}
