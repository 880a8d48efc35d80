internal import Glibc

/// Finds wholes that stand as several parts on the other side: what the parts say is said by the whole, and their
/// budgets add up to the whole's, nearly.
struct PartFinder {
  /// How far the sum may be from the whole, as a logarithm: 10 %.
  static let tolerance = 0.1
  /// How much of what a part says the whole must say as well.
  static let containment = 0.35
  /// From here on what a part says is so much the whole's that a budget too small to show in the sum is no objection.
  static let plainContainment = 0.55
  /// The odds of a part that is possible by its words and whose budget is what the whole lacks.
  static let addedUp = 0.5
  /// A part is at least so much of the whole.
  static let leastPart = 0.002

  struct Found {
    var whole: Int
    var parts: [Int]
    var ratio: Double
    var score: Double
  }

  private let wholes: [ComparedProject]
  private let parts: [ComparedProject]
  /// With which part each whole was paired.
  private let partners: [Int?]
  private let isPartTaken: [Bool]
  /// Whether people said that a whole and a part have nothing to do with each other.
  private let isRuledOut: (_ whole: Int, _ part: Int) -> Bool

  init(
    wholes: [ComparedProject], parts: [ComparedProject], _ partners: [Int?], _ isPartTaken: [Bool],
    isRuledOut: @escaping (_ whole: Int, _ part: Int) -> Bool
  ) {
    self.isRuledOut = isRuledOut
    self.wholes = wholes
    self.parts = parts
    self.partners = partners
    self.isPartTaken = isPartTaken
  }

  /// In the order of their scores, each part used once.
  func found() -> [Found] {
    let free = parts.indices.filter { !isPartTaken[$0] }
    guard !free.isEmpty else { return [] }
    var candidates: [Found] = []
    for whole in wholes.indices { candidates += splits(of: whole, free) }
    candidates.sort { ($0.score, $1.whole) > ($1.score, $0.whole) }
    var isUsed = [Bool](repeating: false, count: parts.count)
    var isDone = [Bool](repeating: false, count: wholes.count)
    return candidates.filter { found in
      if isDone[found.whole] || found.parts.contains(where: { isUsed[$0] }) { return false }
      isDone[found.whole] = true
      for part in found.parts { isUsed[part] = true }
      return true
    }
  }

  private func splits(of whole: Int, _ free: [Int]) -> [Found] {
    guard let total = wholes[whole].total, total > 0 else { return [] }
    if let partner = partners[whole] { return beside(partner, whole, total, free).map { [$0] } ?? [] }
    var likely: [(part: Int, containment: Double)] = []
    for part in free where !isRuledOut(whole, part) {
      guard let budget = parts[part].total, budget >= total * Self.leastPart, budget < total * 1.1 else { continue }
      let containment = containment(of: part, in: whole)
      if containment >= Self.containment { likely.append((part, containment)) }
    }
    guard !likely.isEmpty else { return [] }
    likely.sort { ($0.containment, $1.part) > ($1.containment, $0.part) }
    var result: [Found] = []
    for (index, first) in likely.prefix(8).enumerated() {
      guard let own = parts[first.part].total else { continue }
      result += found(whole, total, [first], own, Array(likely[(index + 1)...]))
    }
    return result
  }

  /// Adds to `start` the parts that bring the sum nearest to the whole: one, or several in the order of likeness.
  private func found(
    _ whole: Int, _ total: Double, _ start: [(part: Int, containment: Double)], _ startSum: Double,
    _ likely: [(part: Int, containment: Double)]
  ) -> [Found] {
    let alone = abs(log(max(startSum, 1) / total))
    var result: [Found] = []
    func consider(_ chosen: [(part: Int, containment: Double)], _ sum: Double) {
      let error = abs(log(sum / total))
      let containment = chosen.map(\.containment).min() ?? 0
      // The parts must explain the budget clearly better than the one that is left without them, or say plainly what
      // the whole says.
      guard error <= Self.tolerance, error < alone / 2 || containment >= Self.plainContainment else { return }
      result.append(
        Found(
          whole: whole, parts: chosen.map(\.part), ratio: sum / total,
          score: containment * (1 - error / (2 * Self.tolerance))))
    }
    for next in likely { consider(start + [next], startSum + (parts[next.part].total ?? 0)) }
    var chosen = start
    var sum = startSum
    for next in likely.prefix(6) {
      let budget = parts[next.part].total ?? 0
      if sum + budget > total * (1 + Self.tolerance) { continue }
      chosen.append(next)
      sum += budget
      if chosen.count > 2 { consider(chosen, sum) }
    }
    return result
  }

  /// The share of a part's words, by weight, that the whole has as well.
  private func containment(of part: Int, in whole: Int) -> Double {
    let text = parts[part].weighted.all
    guard text.mass > 0 else { return 0 }
    return Double(text.shared(with: wholes[whole].weighted.all) / text.mass)
  }

  // MARK: Wholes that have a partner

  /// The parts that went into a whole besides its partner: the likeliest first, and more as long as they are likely
  /// beside those.
  private func beside(_ partner: Int, _ whole: Int, _ total: Double, _ free: [Int]) -> Found? {
    guard var sum = parts[partner].total else { return nil }
    var rest = free.filter { !isRuledOut(whole, $0) && isOfSize($0, total) }
    var chosen = [partner]
    var score = 1.0
    while true {
      var best: (part: Int, odds: Double)?
      for part in rest {
        var odds = odds(part, whole, partner, sum, total)
        // What is possible by its words is likely where the budgets leave no room for anything else; a twin of the
        // partner says nothing beyond it.
        if addsUp(part, sum, total) {
          let contained = containment(of: part, in: whole)
          let isPossible = odds > ProjectMatching.mostDoubt && contained >= Self.containment
          if isPossible || contained >= Self.plainContainment { odds = max(odds, Self.addedUp) }
        }
        if odds > (best?.odds ?? 0) { best = (part, odds) }
      }
      guard let best else { break }
      chosen.append(best.part)
      sum += parts[best.part].total ?? 0
      score = min(score, 1 / (1 + exp(-best.odds)))
      rest.removeAll { $0 == best.part }
    }
    return chosen.count > 1 ? Found(whole: whole, parts: chosen, ratio: sum / total, score: score) : nil
  }

  /// The logarithm of the odds that the whole holds one more part than its partner, the likeliest part taken.
  func doubt(of whole: Int) -> Double {
    guard let partner = partners[whole], let total = wholes[whole].total, total > 0, let own = parts[partner].total
    else { return -.infinity }
    var most = -Double.infinity
    for part in parts.indices where !isPartTaken[part] && !isRuledOut(whole, part) && isOfSize(part, total) {
      var odds = odds(part, whole, partner, own, total)
      if addsUp(part, own, total, to: 0.1), containment(of: part, in: whole) >= Self.containment { odds = max(odds, 0) }
      most = max(most, odds)
    }
    return most
  }

  /// Whether a part makes up all that a sum lacks, to within `share` of the total, and that is not little.
  private func addsUp(_ part: Int, _ sum: Double, _ total: Double, to share: Double = 0.025) -> Bool {
    guard sum > 0, let budget = parts[part].total else { return false }
    return abs(log((sum + budget) / total)) <= share && abs(log(sum / total)) >= 0.25
  }

  private func isOfSize(_ part: Int, _ total: Double) -> Bool {
    guard let budget = parts[part].total else { return false }
    return budget >= total * Self.leastPart && budget < total * 1.1
  }

  /// The logarithm of the odds that `part` belongs to a whole besides parts that make up `sum`: by the share of what it
  /// says beyond the partner that the whole says as well, and by how the budgets add up with it and without.
  ///
  /// The weights are a logistic regression's, rounded; see the decision on comparing years.
  private func odds(_ part: Int, _ whole: Int, _ partner: Int, _ sum: Double, _ total: Double) -> Double {
    guard sum > 0, let budget = parts[part].total else { return -.infinity }
    let with = abs(log((sum + budget) / total))
    let without = abs(log(sum / total))
    // A part that leads away from the whole's budget is none; one too small to show may be.
    guard with <= without + 0.02 else { return -.infinity }
    let (text, known) = (parts[part].weighted.all, parts[partner].weighted.all)
    let beyond = text.mass - text.shared(with: known)
    guard beyond > 0 else { return -.infinity }
    let said = Double(text.shared(with: wholes[whole].weighted.all, without: known) / beyond)
    let near = exp(-with * with / (2 * 0.05 * 0.05))
    return -16 + 25 * max(0, said).squareRoot() + 3.5 * near - 4.5 * min(with, 0.6) + 7 * min(without, 1.2)
  }
}
