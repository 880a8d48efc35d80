internal import Glibc
internal import Provenance

/// How much each feature speaks for a repair, and from which probability on a repair is made or suggested.
package struct Weights: Sendable {
  package var bias: Float
  package var values: [Float]
  /// From here on a repair is applied; where what was written is itself a word, from the second on.
  package var likely: Float
  package var likelyForWords: Float
  /// From here on it is suggested.
  package var possible: Float
  /// Whether repairs that rule each other out are all kept.
  var keepsAll = false

  package init(bias: Float, values: [Float], likely: Float, likelyForWords: Float, possible: Float) {
    self.bias = bias
    self.values = values
    self.likely = likely
    self.likelyForWords = likelyForWords
    self.possible = possible
  }

  /// Proposes everything, for calibration.
  package static let everything: Weights = {
    var weights = Weights(
      bias: 0, values: Array(repeating: 0, count: Features.Name.allCases.count), likely: 2, likelyForWords: 2,
      possible: 0)
    weights.keepsAll = true
    return weights
  }()

  /// The probability that the repair is right, as the development data have it; `further` is added to its logarithmic
  /// odds.
  func probability(_ features: Features, _ further: Float = 0) -> Float {
    var sum = bias + further
    for index in values.indices where index < features.values.count { sum += values[index] * features.values[index] }
    return 1 / (1 + expf(-sum))
  }

  func certainty(_ features: Features, _ probability: Float, isProtected: Bool) -> Certainty {
    let needed = features[.isWord] > 0 ? likelyForWords : likely
    return probability >= needed && !isProtected ? .likely : .possible
  }

  /// What the engine would make with these weights of repairs that were proposed with ``everything``.
  package func chosen(from repairs: [SpellingRepair]) -> [SpellingRepair] {
    var result: [SpellingRepair] = []
    for var repair in repairs {
      repair.probability = probability(repair.features, repair.further)
      if repair.probability < possible { continue }
      repair.edit.certainty = certainty(repair.features, repair.probability, isProtected: repair.isProtected)
      result.append(repair)
    }
    return result.disjoint()
  }
}
