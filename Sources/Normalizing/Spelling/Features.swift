/// What can be said for and against a proposal, as numbers: each is one line of the weights.
package struct Features: Hashable, Sendable {
  package enum Name: Int, CaseIterable, Sendable {
    /// How much more probable the run becomes with the repair, as a logarithm to base 10; and the same, 5 at most.
    case gain, firstGain
    case near, shape
    /// How alike the shapes are, 0.8 where that is not what is alike.
    case similarity
    case changes
    /// The length of the longest word over all that changes, with the repair (6 at most), and the longest over any of it without.
    case wordLength, writtenLength
    /// Whether what was written is a word.
    case isWord
    /// The characters that change beyond the first, if what was written is no word.
    case unlikelyChanges
    /// How many rivals are nearly as good, as a logarithm.
    case ambiguity
    /// How many single characters, and how many words, stand there without the repair.
    case singles, words
    /// How frequent the word is that is made, and the one that was written.
    case frequency, writtenFrequency
    /// How much better it is than the next best other proposal (8 and 2 at most).
    case margin, firstMargin
    /// How many proposals the run has, and how long it is (12 at most).
    case proposals, runLength
    /// Whether it makes a term of the domain, of which length (5 at most); and how long a term it destroys.
    case isTerm, termLength, writtenTermLength
    /// How much more probable it makes the word before, and the one behind.
    case leftFit, rightFit
    /// Whether a rare single character stands before or behind: a sign of names and of words that the model lacks.
    case leftOdd, rightOdd
    /// How frequent the rarest character is that is written, and meant.
    case writtenRarity, rarity
  }

  package private(set) var values: [Float]

  init() { values = Array(repeating: 0, count: Name.allCases.count) }

  package subscript(name: Name) -> Float {
    get { values[name.rawValue] }
    set { values[name.rawValue] = newValue }
  }
}
