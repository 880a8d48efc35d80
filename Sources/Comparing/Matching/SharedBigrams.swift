internal import Glibc

/// Which of many projects are worth comparing at all: those that share the most weight in bigrams that few of them hold.
struct SharedBigrams {
  /// Up to so many pairs, all are compared.
  static let manyPairs = 250_000
  /// A bigram that more of the projects hold says too little to look them all up.
  static let mostHolders = 40

  private let vocabulary: Vocabulary
  private let limit: Int

  /// `limit` is how many are kept for each project.
  init(_ vocabulary: Vocabulary, limit: Int) {
    self.vocabulary = vocabulary
    self.limit = limit
  }

  /// Pairs of positions, ascending. O(bigrams × ``mostHolders``).
  func pairs(_ rows: [ProjectText], _ columns: [ProjectText]) -> [(Int, Int)] {
    var holders: [UInt32: [Int32]] = [:]
    for column in columns.indices {
      for bigram in columns[column].all { holders[bigram, default: []].append(Int32(column)) }
    }
    var result: [(Int, Int)] = []
    var sums = [Double](repeating: 0, count: columns.count)
    var touched: [Int] = []
    for row in rows.indices {
      for bigram in rows[row].all {
        guard let holders = holders[bigram], holders.count <= Self.mostHolders else { continue }
        let weight = -log(vocabulary.share(bigram))
        for holder in holders {
          if sums[Int(holder)] == 0 { touched.append(Int(holder)) }
          sums[Int(holder)] += weight
        }
      }
      let best = touched.sorted { (sums[$0], $1) > (sums[$1], $0) }.prefix(limit)
      for column in best.sorted() { result.append((row, column)) }
      for column in touched { sums[column] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    return result
  }
}
