/// Why one character may have been written for another. The order is that of their prices.
package enum Confusion: UInt8, Comparable, Sendable, CaseIterable {
  /// The same syllable, tones aside: the wrong choice of an input method.
  case homophone
  /// A near syllable, as zh and z, n and ng.
  case nearHomophone
  /// A like shape.
  case lookAlike

  package static func < (left: Confusion, right: Confusion) -> Bool { left.rawValue < right.rawValue }

  /// The id under which it stands in the log.
  package var rule: String {
    switch self {
    case .homophone: "homophone"
    case .nearHomophone: "near-homophone"
    case .lookAlike: "look-alike"
    }
  }

  /// How much more probable, as a logarithm to base 10, a text must become before such a change is considered at all.
  var price: Float {
    switch self {
    case .homophone: 1.5
    case .nearHomophone, .lookAlike: 2.3
    }
  }

  /// The price of each further character that changes with the first, in a word that was picked wrongly; and where what
  /// was written is no word, since who gets a character wrong rarely gets its neighbour wrong too.
  static let further: Float = 0.3
  static let furtherAmongCharacters: Float = 2
  /// What a term of the domain costs less.
  static let termDiscount: Float = 1
  /// Shapes that are more or less alike than this cost less or more: twice the difference.
  static let usualSimilarity: Float = 0.6
}
