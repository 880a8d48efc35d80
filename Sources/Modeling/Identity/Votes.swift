internal import Provenance

/// Values that several places state, counted in the order of their first appearance.
struct Votes<Value: Hashable & Sendable> {
  private(set) var candidates: [(value: Value, places: [Place])] = []

  mutating func cast(_ value: Value, _ places: [Place]) {
    if let index = candidates.firstIndex(where: { $0.value == value }) {
      candidates[index].places += places
    } else {
      candidates.append((value, places))
    }
  }

  /// The most frequent; of equals the one that appeared first.
  var winner: (value: Value, places: [Place])? {
    var best: (value: Value, places: [Place])?
    for candidate in candidates where candidate.places.count > best?.places.count ?? 0 { best = candidate }
    return best
  }

  var isUnanimous: Bool { candidates.count <= 1 }

  /// Such as `2021（3 个）、2020（1 个）`.
  var summary: (zh: String, en: String) {
    (
      candidates.map { "\($0.value)（\($0.places.count) 个）" }.joined(separator: "、"),
      candidates.map { "\($0.value) (\($0.places.count))" }.joined(separator: ", ")
    )
  }

  var places: [SourceRange] { candidates.flatMap { $0.places.map(\.range) } }
}
