/// Pairs the projects of a department's two filings: the assignment with the most evidence, and how sure each pair is.
struct GroupMatcher {
  /// The share of projects that go on from one year to the next, before anything is known of them.
  static let continuing = 0.85

  struct Pair {
    var row: Int
    var column: Int
    var score: Double
    var margin: Double
    /// The next best column for the row, or the next best row for the column.
    var runnerUp: (isRow: Bool, index: Int, score: Double)?
    var features: PairFeatures
  }

  let rows: [ComparedProject]
  let columns: [ComparedProject]
  private var candidates: [Posterior.Candidate] = []
  private var features: [PairFeatures] = []

  /// Only these pairs are compared; `prior` is the logarithm of the odds of one of them. O(pairs × their bigrams).
  init(_ rows: [ComparedProject], _ columns: [ComparedProject], pairs: [(Int, Int)], prior: Double) {
    self.rows = rows
    self.columns = columns
    for (row, column) in pairs {
      add(row, column, prior, SharedWeights.Pair(rows[row].weighted, columns[column].weighted))
    }
  }

  /// With what is shared known for all of the group.
  init(
    _ rows: [ComparedProject], _ columns: [ComparedProject], pairs: [(Int, Int)], prior: Double, _ shared: SharedWeights
  ) {
    self.rows = rows
    self.columns = columns
    for (row, column) in pairs { add(row, column, prior, shared.pair(row, column)) }
  }

  private mutating func add(_ row: Int, _ column: Int, _ prior: Double, _ shared: SharedWeights.Pair) {
    let pair = PairFeatures(rows[row], columns[column], shared)
    var gain = MatchWeights.evidence(pair) + prior
    if rows[row].isOfOtherKind(than: columns[column]) { gain += MatchWeights.otherKind }
    // What is e⁻¹² as likely as nothing at all changes no other pair's probability.
    guard gain > -12 else { return }
    candidates.append(Posterior.Candidate(row: row, column: column, gain: gain))
    features.append(pair)
  }

  /// The pairs that are likelier than not to be anything at all, in the order of the rows.
  func pairs() -> [Pair] {
    let posterior = Posterior(rows: rows.count, columns: columns.count, candidates)
    let probabilities = candidates.map(posterior.probability)
    let assignment = Assignment(
      rows: rows.count, columns: columns.count,
      edges: candidates.map { Assignment.Edge(row: $0.row, column: $0.column, gain: $0.gain) })
    var bestOfRow = [[Int]](repeating: [], count: rows.count)
    var bestOfColumn = [[Int]](repeating: [], count: columns.count)
    for index in candidates.indices {
      bestOfRow[candidates[index].row].append(index)
      bestOfColumn[candidates[index].column].append(index)
    }
    var result: [Pair] = []
    for row in rows.indices {
      guard let column = assignment.columns[row],
        let own = bestOfRow[row].first(where: { candidates[$0].column == column })
      else { continue }
      let rivals =
        bestOfRow[row].map { (isRow: false, index: $0) } + bestOfColumn[column].map { (isRow: true, index: $0) }
      let rival = rivals.filter { $0.index != own }.max { probabilities[$0.index] < probabilities[$1.index] }
      let score = probabilities[own]
      let runnerUp = rival.map { rival in
        let candidate = candidates[rival.index]
        return (
          isRow: rival.isRow, index: rival.isRow ? candidate.row : candidate.column, score: probabilities[rival.index]
        )
      }
      result.append(
        Pair(
          row: row, column: column, score: score, margin: score - (runnerUp?.score ?? 0), runnerUp: runnerUp,
          features: features[own]))
    }
    return result
  }
}
