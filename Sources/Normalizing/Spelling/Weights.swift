internal import Glibc

/// How much each feature speaks for a repair, and from which probability on a repair is made or suggested.
package struct Weights: Sendable {
  var bias: Float
  var values: [Float]
  /// From here on a repair is applied; where what was written is itself a word, from the second on.
  var likely: Float
  var likelyForWords: Float
  /// From here on it is suggested.
  var possible: Float

  /// Proposes everything, for calibration.
  package static let everything = Weights(
    bias: 0, values: Array(repeating: 0, count: Features.Name.allCases.count), likely: 2, likelyForWords: 2, possible: 0)

  /// The probability that the repair is right, as the development data have it.
  func probability(_ features: Features, _ further: Float = 0) -> Float {
    var sum = bias + further
    for index in values.indices where index < features.values.count { sum += values[index] * features.values[index] }
    return 1 / (1 + expf(-sum))
  }
}
