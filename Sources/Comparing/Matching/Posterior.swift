internal import Glibc

/// How probable each of several pairs is, if a row has at most one column and a column at most one row.
///
/// Each side's view is that of one draw among its candidates and none of them, weighed by the evidence; a pair is as
/// probable as the more doubtful of its two sides holds it to be.
struct Posterior {
  struct Candidate {
    var row: Int
    var column: Int
    /// In nats, with the prior: above 0 it is likelier than none.
    var gain: Double
  }

  private var rowSums: [Double]
  private var columnSums: [Double]

  init(rows: Int, columns: Int, _ candidates: [Candidate]) {
    rowSums = Array(repeating: 1, count: rows)
    columnSums = Array(repeating: 1, count: columns)
    for candidate in candidates {
      let odds = exp(min(candidate.gain, 300))
      rowSums[candidate.row] += odds
      columnSums[candidate.column] += odds
    }
  }

  func probability(_ candidate: Candidate) -> Double {
    exp(min(candidate.gain, 300)) / max(rowSums[candidate.row], columnSums[candidate.column])
  }
}
