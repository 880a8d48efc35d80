/// The pairs of rows and columns, each used once at most, whose gains add up to the most. Leaving out is always allowed
/// and gains nothing, so only pairs of a positive gain are taken.
///
/// Shortest augmenting paths over the edges given (Jonker and Volgenant's way, on sparse rows): O(rows × edges × log) at
/// worst, near O(edges × log) where most rows agree on different columns. Equal gains are settled by the lower index, so
/// the same edges give the same pairs.
struct Assignment {
  struct Edge {
    var row: Int
    var column: Int
    var gain: Double
  }

  /// For each row its column.
  private(set) var columns: [Int?]

  init(rows: Int, columns columnCount: Int, edges: [Edge]) {
    columns = Array(repeating: nil, count: rows)
    var solver = Solver(rows: rows, columns: columnCount, edges: edges)
    for row in 0..<rows { solver.assign(row) }
    for row in 0..<rows where solver.columnOf[row] < columnCount { columns[row] = solver.columnOf[row] }
  }

  /// Columns beyond the real ones are the rows' own ways out, which cost nothing.
  private struct Solver {
    let columnCount: Int
    private var starts: [Int]
    private var targets: [Int] = []
    private var costs: [Double] = []
    /// −1 where there is none yet.
    var columnOf: [Int]
    private var rowOf: [Int]
    private var columnPotential: [Double]
    private var distance: [Double]
    private var predecessor: [Int]
    private var isSettled: [Bool]
    private var touched: [Int] = []
    private var heap = Heap()

    init(rows: Int, columns: Int, edges: [Edge]) {
      columnCount = columns
      starts = Array(repeating: 0, count: rows + 1)
      let useful = edges.filter { $0.gain > 0 }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
      for edge in useful { starts[edge.row + 1] += 1 }
      for row in 0..<rows { starts[row + 1] += starts[row] }
      targets = useful.map(\.column)
      costs = useful.map { -$0.gain }
      columnOf = Array(repeating: -1, count: rows)
      rowOf = Array(repeating: -1, count: columns + rows)
      columnPotential = Array(repeating: 0, count: columns + rows)
      distance = Array(repeating: .infinity, count: columns + rows)
      predecessor = Array(repeating: -1, count: columns + rows)
      isSettled = Array(repeating: false, count: columns + rows)
    }

    mutating func assign(_ first: Int) {
      heap.removeAll()
      var row = first
      var reached = 0.0
      var end = -1
      while true {
        relax(row, from: reached)
        guard let next = nextColumn() else { break }
        isSettled[next] = true
        reached = distance[next]
        if rowOf[next] < 0 {
          end = next
          break
        }
        row = rowOf[next]
      }
      // The way out of `first` itself is always free, so an end was found.
      for column in touched where isSettled[column] { columnPotential[column] += distance[column] - reached }
      var column = end
      while column >= 0 {
        let row = predecessor[column]
        let before = columnOf[row]
        columnOf[row] = column
        rowOf[column] = row
        if row == first { break }
        column = before
      }
      for column in touched {
        distance[column] = .infinity
        predecessor[column] = -1
        isSettled[column] = false
      }
      touched.removeAll(keepingCapacity: true)
    }

    /// The reduced cost at which `row` holds its own column; 0 for a row that holds none.
    private func held(_ row: Int) -> Double {
      let column = columnOf[row]
      if column < 0 { return 0 }
      return cost(row, column) - columnPotential[column]
    }

    private func cost(_ row: Int, _ column: Int) -> Double {
      if column >= columnCount { return 0 }
      for index in starts[row]..<starts[row + 1] where targets[index] == column { return costs[index] }
      return 0
    }

    private mutating func relax(_ row: Int, from reached: Double) {
      let base = reached - held(row)
      for index in starts[row]..<starts[row + 1] {
        reach(targets[index], base + costs[index] - columnPotential[targets[index]], row)
      }
      let out = columnCount + row
      reach(out, base - columnPotential[out], row)
    }

    private mutating func reach(_ column: Int, _ length: Double, _ row: Int) {
      guard !isSettled[column], length < distance[column] else { return }
      if distance[column] == .infinity { touched.append(column) }
      distance[column] = length
      predecessor[column] = row
      heap.insert(length, column)
    }

    private mutating func nextColumn() -> Int? {
      while let (length, column) = heap.removeFirst() {
        if !isSettled[column], length <= distance[column] { return column }
      }
      return nil
    }
  }
}

/// The least first; of equal ones the lower column.
private struct Heap {
  private var entries: [(length: Double, column: Int)] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func insert(_ length: Double, _ column: Int) {
    entries.append((length, column))
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard precedes(child, parent) else { return }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  mutating func removeFirst() -> (Double, Int)? {
    guard let first = entries.first else { return nil }
    let last = entries.removeLast()
    if !entries.isEmpty {
      entries[0] = last
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count && precedes(child, least) {
          least = child
        }
        if least == parent { break }
        entries.swapAt(parent, least)
        parent = least
      }
    }
    return first
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    entries[left].length != entries[right].length
      ? entries[left].length < entries[right].length : entries[left].column < entries[right].column
  }
}
