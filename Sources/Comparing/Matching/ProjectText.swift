/// The bigrams of a project, by field: what is compared of its words.
struct ProjectText {
  var name: [UInt32] = []
  var purpose: [UInt32] = []
  var goals: [UInt32] = []
  var indicators: [UInt32] = []
  /// Of all fields together.
  var all: [UInt32] = []
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
    all = Self.union([name, purpose, goals, indicators])
  }

  private static func add(_ indicator: IndicatorSnapshot, to scalars: inout [UInt32]) {
    for text in [indicator.name, indicator.description] {
      guard let text else { continue }
      Folding.fold(text, masksNumbers: true, into: &scalars)
      // Nothing spans two texts.
      scalars.append(0)
    }
  }

  private static func union(_ lists: [[UInt32]]) -> [UInt32] {
    var result = lists.flatMap(\.self)
    result.sort()
    var kept = 0
    for index in result.indices where index == 0 || result[index] != result[kept - 1] {
      result[kept] = result[index]
      kept += 1
    }
    result.removeLast(result.count - kept)
    return result
  }
}
