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
    case .homophone: 1.8
    case .nearHomophone: 2.6
    case .lookAlike: 3.2
    }
  }

  /// The price of each further character that changes with the first.
  static let further: Float = 0.6
}
