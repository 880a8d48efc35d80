/// The bigrams of a project, by field: what is compared of its words.
struct ProjectText {
  var name: [UInt32] = []
  var purpose: [UInt32] = []
  var goals: [UInt32] = []
  var indicators: [UInt32] = []
  /// The folded name, for equality.
  var foldedName: [UInt32] = []

  init(_ project: ProjectSnapshot, _ vocabulary: borrowing Vocabulary) {
    foldedName = project.name.map { Folding.folded($0) } ?? []
    name = vocabulary.bigrams(of: foldedName)
    purpose = vocabulary.bigrams(of: project.purpose.map { Folding.folded($0, masksNumbers: true) } ?? [])
    var scalars: [UInt32] = []
    for goal in project.goals {
      guard let goal else { continue }
      Folding.fold(goal, masksNumbers: true, into: &scalars)
      scalars.append(0)
    }
    goals = vocabulary.bigrams(of: scalars)
    scalars.removeAll(keepingCapacity: true)
    for indicator in project.indicators { Self.add(indicator, to: &scalars) }
    if let midterm = project.midterm {
      for indicator in midterm.indicators { Self.add(indicator, to: &scalars) }
    }
    indicators = vocabulary.bigrams(of: scalars)
  }

  /// Of all fields together. O(all), each time: kept for every project it would be half of what matching needs.
  var all: [UInt32] { Self.union(Self.union(name, purpose), Self.union(goals, indicators)) }

  private static func add(_ indicator: IndicatorSnapshot, to scalars: inout [UInt32]) {
    for text in [indicator.name, indicator.description] {
      guard let text else { continue }
      Folding.fold(text, masksNumbers: true, into: &scalars)
      // Nothing spans two texts.
      scalars.append(0)
    }
  }

  private static func union(_ one: [UInt32], _ other: [UInt32]) -> [UInt32] {
    if one.isEmpty { return other }
    if other.isEmpty { return one }
    var result: [UInt32] = []
    result.reserveCapacity(one.count + other.count)
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      let (a, b) = (one[left], other[right])
      result.append(min(a, b))
      if a <= b { left += 1 }
      if b <= a { right += 1 }
    }
    result.append(contentsOf: one[left...])
    result.append(contentsOf: other[right...])
    return result
  }
}
