import TestSupport
import Testing

@testable import Comparing

struct AssignmentTests {
  @Test func noOtherChoiceOfPairsGainsMore() {
    var random = SplitMix(seed: 11)
    for round in 0..<400 {
      let rows = Int.random(in: 1...5, using: &random)
      let columns = Int.random(in: 1...5, using: &random)
      var gains = [[Double?]](repeating: [Double?](repeating: nil, count: columns), count: rows)
      var edges: [Assignment.Edge] = []
      for row in 0..<rows {
        for column in 0..<columns where Bool.random(using: &random) || Bool.random(using: &random) {
          let gain = Double(Int.random(in: -4...9, using: &random))
          gains[row][column] = gain
          edges.append(Assignment.Edge(row: row, column: column, gain: gain))
        }
      }
      let found = Assignment(rows: rows, columns: columns, edges: edges).columns
      #expect(Set(found.compactMap(\.self)).count == found.compactMap(\.self).count)
      let total = found.enumerated().reduce(0.0) { sum, pair in
        sum + (pair.element.flatMap { gains[pair.offset][$0] } ?? 0)
      }
      #expect(total == best(gains, 0, []), "round \(round)")
    }
  }

  /// By trying everything.
  private func best(_ gains: [[Double?]], _ row: Int, _ taken: Set<Int>) -> Double {
    guard row < gains.count else { return 0 }
    var result = best(gains, row + 1, taken)
    for (column, gain) in gains[row].enumerated() where !taken.contains(column) {
      if let gain { result = max(result, gain + best(gains, row + 1, taken.union([column]))) }
    }
    return result
  }

  @Test func equalGainsKeepTheirOrder() {
    let edges = (0..<3).flatMap { row in (0..<3).map { Assignment.Edge(row: row, column: $0, gain: 1) } }
    #expect(Assignment(rows: 3, columns: 3, edges: edges).columns == [0, 1, 2])
  }

  @Test func whatGainsNothingIsLeftOut() {
    let edges = [Assignment.Edge(row: 0, column: 0, gain: 0), Assignment.Edge(row: 1, column: 0, gain: -1)]
    #expect(Assignment(rows: 2, columns: 1, edges: edges).columns == [nil, nil])
  }
}
