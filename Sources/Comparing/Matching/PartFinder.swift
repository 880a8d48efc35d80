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
  /// Below that much of a part's words, the whole may still have taken over a sentence of it: so many nats of words that
  /// the whole shares with the part and that its partner of the other year didn't have.
  static let leastContainment = 0.1
  static let novelty: Float = 40
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
    var likely: [(part: Int, containment: Double)] = []
    for part in free where !isRuledOut(whole, part) {
      guard let budget = parts[part].total, budget >= total * Self.leastPart, budget < total * 1.1 else { continue }
      let containment = containment(of: part, in: whole)
      if containment >= Self.containment {
        likely.append((part, containment))
      } else if containment >= Self.leastContainment, novelty(of: part, in: whole) >= Self.novelty {
        likely.append((part, Self.plainContainment))
      }
    }
    guard !likely.isEmpty else { return [] }
    likely.sort { ($0.containment, $1.part) > ($1.containment, $0.part) }
    if let partner = partners[whole] {
      guard let own = parts[partner].total, own < total * 1.02 else { return [] }
      return found(whole, total, [(partner, containment(of: partner, in: whole))], own, likely)
    }
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

  /// What the whole says of a part that its partner, where it has one, did not say.
  private func novelty(of part: Int, in whole: Int) -> Float {
    guard let partner = partners[whole] else { return 0 }
    return parts[part].weighted.all.shared(
      with: wholes[whole].weighted.all, without: parts[partner].weighted.all)
  }
}
