/// What every row of a group shares with every column, field by field, in nats.
///
/// Found by way of who holds a bigram: most pairs share few of theirs, and going through both texts of each pair takes far
/// longer than matching itself. The sums are those of ``WeightedText/shared(with:)``, added in the same order.
struct SharedWeights {
  private let columns: Int
  private let name: [Float]
  private let purpose: [Float]
  private let goals: [Float]
  private let indicators: [Float]
  private let all: [Float]

  /// `heads` has a place for every bigram, all −1, and is left so. O(rows × columns + pairs of holders).
  init(_ rows: [ComparedProject], _ columns: [ComparedProject], _ heads: inout [Int32]) {
    self.columns = columns.count
    func sums(_ field: KeyPath<WeightedProject, WeightedText>, _ heads: inout [Int32]) -> [Float] {
      Self.sums(rows.map { $0.weighted[keyPath: field] }, columns.map { $0.weighted[keyPath: field] }, &heads)
    }
    name = sums(\.name, &heads)
    purpose = sums(\.purpose, &heads)
    goals = sums(\.goals, &heads)
    indicators = sums(\.indicators, &heads)
    all = sums(\.all, &heads)
  }

  /// What one row shares with one column.
  struct Pair {
    var name: Float
    var purpose: Float
    var goals: Float
    var indicators: Float
    var all: Float

    init(_ left: WeightedProject, _ right: WeightedProject) {
      name = left.name.shared(with: right.name)
      purpose = left.purpose.shared(with: right.purpose)
      goals = left.goals.shared(with: right.goals)
      indicators = left.indicators.shared(with: right.indicators)
      all = left.all.shared(with: right.all)
    }

    fileprivate init(_ shared: borrowing SharedWeights, _ index: Int) {
      name = shared.name[index]
      purpose = shared.purpose[index]
      goals = shared.goals[index]
      indicators = shared.indicators[index]
      all = shared.all[index]
    }
  }

  func pair(_ row: Int, _ column: Int) -> Pair { Pair(self, row * columns + column) }

  private static func sums(_ rows: [WeightedText], _ columns: [WeightedText], _ heads: inout [Int32]) -> [Float] {
    var entries: [(column: Int32, next: Int32)] = []
    for (column, text) in columns.enumerated() {
      for (bigram, weight) in zip(text.bigrams, text.weights) where weight > 0 {
        entries.append((Int32(column), heads[Int(bigram)]))
        heads[Int(bigram)] = Int32(entries.count - 1)
      }
    }
    var sums = [Float](repeating: 0, count: rows.count * columns.count)
    for (row, text) in rows.enumerated() {
      for (bigram, weight) in zip(text.bigrams, text.weights) where weight > 0 {
        var entry = heads[Int(bigram)]
        while entry >= 0 {
          sums[row * columns.count + Int(entries[Int(entry)].column)] += weight
          entry = entries[Int(entry)].next
        }
      }
    }
    for text in columns { for bigram in text.bigrams { heads[Int(bigram)] = -1 } }
    return sums
  }
}
