/// What each of the ``PairFeatures`` is worth, in nats of evidence that two projects are one and the same.
///
/// Set by judgement; `dev compare` measures what they give. A regression on generated departments was tried and not taken:
/// see the decision on comparing years.
enum MatchWeights {
  static let bias = -6.0
  static let weights: [Double] = [
    4, 0.5, 1, 1, 0.2, 1, 2, 0.5, 1, 3, 0.5, 1, 6, 0.5, 1, 6, 0.2, -1, 1, 0.0, 0.5,
  ]

  /// For projects named for different kinds, 会议费 and 培训费: what else they say is likely to be said of any such.
  static let otherKind = -8.0

  static func evidence(_ features: PairFeatures) -> Double {
    var sum = bias
    for index in weights.indices { sum += weights[index] * features.values[index] }
    return sum
  }
}
