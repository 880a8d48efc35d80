/// Where the lines of a source text begin: turns offsets into lines and columns for people.
///
/// A line ends at LF. Lines and columns count from 1, columns in Unicode scalars.
package struct LineIndex: Sendable {
  /// The offset at which each line begins; the first is 0.
  package let starts: [Int]
  private let source: SourceText
  /// How many scalars begin before every 1,024th byte; empty where no line is long enough to need it.
  private let scalarsBefore: [Int]

  private static let stride = 1024

  package init(_ source: SourceText) {
    self.source = source
    var starts = [0]
    var longest = 0
    starts.reserveCapacity(source.count / 24 + 8)
    let utf8 = source.utf8.span
    for offset in utf8.indices where utf8[offset] == 0x0A {
      longest = max(longest, offset - starts[starts.count - 1])
      starts.append(offset + 1)
    }
    longest = max(longest, utf8.count - starts[starts.count - 1])
    self.starts = starts
    scalarsBefore = longest > 8 * Self.stride ? Self.countScalars(utf8) : []
  }

  private static func countScalars(_ utf8: Span<UInt8>) -> [Int] {
    var counts: [Int] = []
    counts.reserveCapacity(utf8.count / stride + 1)
    var count = 0
    for offset in utf8.indices {
      if offset % stride == 0 { counts.append(count) }
      if utf8[offset] & 0xC0 != 0x80 { count += 1 }
    }
    return counts
  }

  /// The line, counted from 0, that holds `offset`. O(log lines).
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// O(log lines + the offset's distance from the line's start, 8 KB of it at the most).
  package func position(of offset: Int) -> Position {
    let offset = min(max(0, offset), source.count)
    let line = line(of: offset)
    let start = starts[line]
    let isNear = scalarsBefore.isEmpty || offset - start <= Self.stride
    let scalars = isNear ? scalars(from: start, to: offset) : scalars(before: offset) - scalars(before: start)
    return Position(line: line + 1, column: scalars + 1)
  }

  private func scalars(from start: Int, to end: Int) -> Int {
    let utf8 = source.utf8.span
    var count = 0
    for index in start..<end where utf8[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private func scalars(before offset: Int) -> Int {
    let stretch = min(offset / Self.stride, scalarsBefore.count - 1)
    return scalarsBefore[stretch] + scalars(from: stretch * Self.stride, to: offset)
  }

  /// As `position(of:)`, looking at `line` (counted from 0) and those behind it first; `line` becomes that of `offset`.
  package func position(of offset: Int, near line: inout Int) -> Position {
    let offset = min(max(0, offset), source.count)
    var guess = min(max(0, line), starts.count - 1)
    var steps = 4
    while steps > 0, guess + 1 < starts.count, starts[guess + 1] <= offset {
      guess += 1
      steps -= 1
    }
    if starts[guess] > offset || guess + 1 < starts.count && starts[guess + 1] <= offset {
      let found = position(of: offset)
      line = found.line - 1
      return found
    }
    line = guess
    var column = 1
    let utf8 = source.utf8.span
    for index in starts[guess]..<offset where utf8[index] & 0xC0 != 0x80 { column += 1 }
    return Position(line: guess + 1, column: column)
  }

  /// The line's range without its LF; `line` counts from 1.
  package func range(ofLine line: Int) -> SourceRange {
    guard line >= 1, line <= starts.count else { return SourceRange(source.count, source.count) }
    let end = line < starts.count ? starts[line] - 1 : source.count
    return SourceRange(starts[line - 1], end)
  }
}

/// A line and a column, both counted from 1; the column in Unicode scalars.
package struct Position: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
