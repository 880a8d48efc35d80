extension Weights {
  package static let measured = Weights(
    bias: 0, values: Array(repeating: 0, count: Features.Name.allCases.count), likely: 0.93, likelyForWords: 0.97,
    possible: 0.35)
}
