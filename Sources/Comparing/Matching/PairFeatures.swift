internal import Glibc

/// How alike two projects are, as numbers that the score is made of.
struct PairFeatures {
  /// The order is that of ``MatchWeights/weights``.
  static let names = [
    "code", "name-equal", "name", "name²", "name-mass", "purpose", "purpose²", "purpose-none", "goals", "goals²",
    "goals-none", "indicators", "indicators²", "indicators-none", "all", "all²", "all-mass", "budget",
    "budget-equal", "budget-none", "unit",
  ]

  var values: [Double]

  init(_ left: ComparedProject, _ right: ComparedProject, _ shared: SharedWeights.Pair) {
    var values: [Double] = []
    values.reserveCapacity(Self.names.count)
    values.append(left.hasCode(of: right) ? 1 : 0)
    let (name, nameMass) = Self.overlap(left.weighted.name, right.weighted.name, shared.name)
    let isEqual = !left.text.foldedName.isEmpty && left.text.foldedName == right.text.foldedName
    values += [isEqual ? nameMass : 0, name, name * name, nameMass]
    func add(_ mine: borrowing WeightedText, _ theirs: borrowing WeightedText, _ shared: Float) {
      let (share, _) = Self.overlap(mine, theirs, shared)
      values.append(share)
      values.append(share * share)
      values.append(mine.mass == 0 || theirs.mass == 0 ? 1 : 0)
    }
    add(left.weighted.purpose, right.weighted.purpose, shared.purpose)
    add(left.weighted.goals, right.weighted.goals, shared.goals)
    add(left.weighted.indicators, right.weighted.indicators, shared.indicators)
    let (all, allMass) = Self.overlap(left.weighted.all, right.weighted.all, shared.all)
    values += [all, all * all, allMass]
    if let old = left.total, let new = right.total, old > 0, new > 0 {
      values += [min(3, abs(log(new / old))), old == new ? 1 : 0, 0]
    } else {
      values += [0, 0, 1]
    }
    values.append(left.hasUnit(of: right) ? 1 : 0)
    self.values = values
  }

  /// The shared share of both texts' weight, and the logarithm of what is shared.
  private static func overlap(
    _ left: borrowing WeightedText, _ right: borrowing WeightedText, _ shared: Float
  ) -> (share: Double, mass: Double) {
    guard left.mass > 0, right.mass > 0 else { return (0, 0) }
    return (2 * Double(shared) / Double(left.mass + right.mass), log(1 + Double(shared)))
  }
}

/// A project with what is compared of it.
struct ComparedProject {
  var text: ProjectText
  var weighted: WeightedProject
  var code: String?
  var unit: CodeAndName
  var total: Double?
  /// Whether its name is one that many departments use (会议费): the name of a kind of project.
  var isGeneric: Bool

  /// Whether both are named for a kind of project, and not for the same.
  func isOfOtherKind(than other: ComparedProject) -> Bool {
    isGeneric && other.isGeneric && text.foldedName != other.text.foldedName
  }

  func hasCode(of other: ComparedProject) -> Bool {
    guard let code, let otherCode = other.code else { return false }
    return code.utf8.elementsEqual(otherCode.utf8)
  }

  func hasUnit(of other: ComparedProject) -> Bool {
    if let code = unit.code, let otherCode = other.unit.code { return code.utf8.elementsEqual(otherCode.utf8) }
    if let name = unit.name, let otherName = other.unit.name { return name.utf8.elementsEqual(otherName.utf8) }
    return false
  }
}

extension PairFeatures {
  /// What a reader is shown of them.
  var likenesses: [Likeness] {
    func value(_ name: String) -> Double { Self.names.firstIndex(of: name).map { values[$0] } ?? 0 }
    var result: [Likeness] = []
    if value("code") == 1 { result.append(Likeness(field: .code, value: 1)) }
    result.append(Likeness(field: .name, value: value("name")))
    if value("purpose-none") == 0 { result.append(Likeness(field: .purpose, value: value("purpose"))) }
    if value("goals-none") == 0 { result.append(Likeness(field: .goals, value: value("goals"))) }
    if value("indicators-none") == 0 { result.append(Likeness(field: .indicators, value: value("indicators"))) }
    if value("budget-none") == 0 { result.append(Likeness(field: .budget, value: exp(-value("budget")))) }
    result.append(Likeness(field: .unit, value: value("unit")))
    return result
  }
}
