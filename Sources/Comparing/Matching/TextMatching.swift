/// Pairs the texts of two short lists by how many of their bigrams they share.
enum TextMatching {
  /// From here on two texts are one, reworded.
  private static let least = 0.4

  static func pairs(_ old: [String], _ new: [String]) -> Assignment {
    let rows = old.map(bigrams)
    let columns = new.map(bigrams)
    var edges: [Assignment.Edge] = []
    // Long lists of equal texts must not cost their product: what stands at the same place and is equal is paired first.
    for (row, mine) in rows.enumerated() {
      for (column, theirs) in columns.enumerated() {
        if rows.count * columns.count > 100_000, row != column { continue }
        let likeness = likeness(mine, theirs)
        // A little for keeping its place, so that equal texts keep their order.
        let place = 1 - abs(Double(row) / Double(rows.count) - Double(column) / Double(columns.count))
        edges.append(Assignment.Edge(row: row, column: column, gain: likeness - least + 0.01 * place))
      }
    }
    return Assignment(rows: rows.count, columns: columns.count, edges: edges)
  }

  private static func bigrams(_ text: String) -> Set<UInt64> {
    let scalars = Folding.folded(text, masksNumbers: true)
    if scalars.count == 1 { return [UInt64(scalars[0])] }
    return Set(zip(scalars, scalars.dropFirst()).map { UInt64($0) << 32 | UInt64($1) })
  }

  private static func likeness(_ left: Set<UInt64>, _ right: Set<UInt64>) -> Double {
    if left.isEmpty, right.isEmpty { return 1 }
    return 2 * Double(left.intersection(right).count) / Double(left.count + right.count)
  }
}
