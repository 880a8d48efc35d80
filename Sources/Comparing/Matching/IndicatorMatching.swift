internal import Glibc

/// Which indicators of two matched projects are one and the same: by assignment over name, description, place in the
/// taxonomy and target. Rows that are alike in everything keep their order.
package struct IndicatorPair: Hashable, Sendable {
  package var old: Int
  package var new: Int
  /// From 0 to 1: the share of the words, by weight, that both have in name and description.
  package var likeness: Double
}

package enum IndicatorMatching {
  /// What each likeness is worth, in nats; below 0 in sum two rows are not the same. Set by judgement, checked by
  /// `dev compare`.
  private enum Weight {
    static let none = -3.0
    static let name = 5.0
    static let equalName = 1.0
    static let description = 3.0
    static let level = 1.0
    static let otherLevel = -0.7
    static let target = 1.0
    /// A target that few rows of the two projects have.
    static let rareTarget = 1.0
    static let place = 0.2
  }

  /// In the order of the old rows. O(old × new × their bigrams).
  package static func pairs(_ old: [IndicatorSnapshot], _ new: [IndicatorSnapshot]) -> [IndicatorPair] {
    // Most rows are as they were: those need no comparing.
    var (result, oldRest, newRest) = unchanged(old, new)
    if !oldRest.isEmpty, !newRest.isEmpty {
      result += likely(old, new, oldRest, newRest)
      result.sort { $0.old < $1.old }
    }
    return result
  }

  /// Rows that are the same on both sides, those that are alike in their order, and what is left.
  private static func unchanged(
    _ old: [IndicatorSnapshot], _ new: [IndicatorSnapshot]
  ) -> (pairs: [IndicatorPair], old: [Int], new: [Int]) {
    // By a number that equal rows have in common: hashing texts as Swift does takes longer than comparing them.
    var places: [UInt64: [Int]] = [:]
    for index in new.indices.reversed() { places[new[index].fingerprint, default: []].append(index) }
    var pairs: [IndicatorPair] = []
    var rest: [Int] = []
    var isTaken = [Bool](repeating: false, count: new.count)
    for index in old.indices {
      let fingerprint = old[index].fingerprint
      if let place = places[fingerprint]?.last, old[index] == new[place] {
        places[fingerprint]?.removeLast()
        isTaken[place] = true
        pairs.append(IndicatorPair(old: index, new: place, likeness: 1))
      } else {
        rest.append(index)
      }
    }
    return (pairs, rest, new.indices.filter { !isTaken[$0] })
  }

  /// The likeliest pairs of what changed.
  private static func likely(
    _ old: [IndicatorSnapshot], _ new: [IndicatorSnapshot], _ oldRest: [Int], _ newRest: [Int]
  ) -> [IndicatorPair] {
    let rows = oldRest.map { Row(old[$0]) }
    let columns = newRest.map { Row(new[$0]) }
    var counts: [UInt64: Int] = [:]
    var targets: [[UInt32]: Int] = [:]
    for row in rows + columns {
      for bigram in row.all { counts[bigram, default: 0] += 1 }
      targets[row.target, default: 0] += 1
    }
    // By how many rows hold a bigram; the two that are compared don't count.
    let total = rows.count + columns.count
    let weights = (0...total).map { -log((Double(max(0, $0 - 2)) + 0.5) / Double(total + 1)) }
    func weight(_ bigram: UInt64) -> Double { weights[counts[bigram] ?? 0] }
    var edges: [Assignment.Edge] = []
    var likenesses: [Double] = []
    for (rowIndex, row) in rows.enumerated() {
      for (columnIndex, column) in columns.enumerated() {
        let name = likeness(row.name, column.name, weight)
        let description = likeness(row.description, column.description, weight)
        var gain = Weight.none + Weight.name * name + Weight.description * description
        if !row.foldedName.isEmpty, row.foldedName == column.foldedName { gain += Weight.equalName }
        gain += row.level == column.level ? Weight.level : Weight.otherLevel
        if row.target == column.target, !row.target.isEmpty {
          gain += Weight.target + ((targets[row.target] ?? 0) <= 2 ? Weight.rareTarget : 0)
        }
        let distance = abs(
          Double(oldRest[rowIndex]) / Double(old.count) - Double(newRest[columnIndex]) / Double(new.count))
        gain += Weight.place * (1 - distance)
        edges.append(Assignment.Edge(row: rowIndex, column: columnIndex, gain: gain))
        likenesses.append((2 * name + description) / 3)
      }
    }
    let assignment = Assignment(rows: rows.count, columns: columns.count, edges: edges)
    return rows.indices.compactMap { row in
      assignment.columns[row].map {
        IndicatorPair(old: oldRest[row], new: newRest[$0], likeness: likenesses[row * columns.count + $0])
      }
    }
  }

  private struct Row {
    let foldedName: [UInt32]
    let name: [UInt64]
    let description: [UInt64]
    let all: [UInt64]
    let level: [UInt32]
    let target: [UInt32]

    init(_ indicator: IndicatorSnapshot) {
      foldedName = Folding.folded(indicator.name ?? "")
      name = Row.bigrams(foldedName)
      description = Row.bigrams(Folding.folded(indicator.description ?? ""))
      all = Array(Set(name).union(description))
      level = Folding.folded(indicator.level2 ?? indicator.level1 ?? "")
      target = (indicator.target?.text ?? "").unicodeScalars.map(\.value)
    }

    /// Ascending, each once; a lone character counts as one.
    private static func bigrams(_ scalars: [UInt32]) -> [UInt64] {
      if scalars.count == 1 { return [UInt64(scalars[0])] }
      return Set(zip(scalars, scalars.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }).sorted()
    }
  }

  private static func likeness(_ left: [UInt64], _ right: [UInt64], _ weight: (UInt64) -> Double) -> Double {
    if left.isEmpty, right.isEmpty { return 0 }
    var shared = 0.0
    var all = 0.0
    var one = 0
    var other = 0
    while one < left.count || other < right.count {
      if other == right.count || (one < left.count && left[one] < right[other]) {
        all += weight(left[one])
        one += 1
      } else if one == left.count || right[other] < left[one] {
        all += weight(right[other])
        other += 1
      } else {
        let value = weight(left[one])
        shared += value
        all += 2 * value
        shared += value
        one += 1
        other += 1
      }
    }
    return all > 0 ? shared / all : 0
  }
}
