/// A half-open range of UTF-8 offsets into a source text.
package struct SourceRange: Hashable, Sendable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  package var count: Int { end - start }
  package var isEmpty: Bool { start == end }

  package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// The part of this range from `offset`, counted from its start, for `count` bytes; clamped to this range.
  package func slice(_ offset: Int, _ count: Int) -> SourceRange {
    let lower = Swift.min(end, start + Swift.max(0, offset))
    return SourceRange(lower, Swift.min(end, lower + Swift.max(0, count)))
  }
}

extension SourceRange: Comparable {
  package static func < (one: SourceRange, other: SourceRange) -> Bool {
    (one.start, one.end) < (other.start, other.end)
  }
}
