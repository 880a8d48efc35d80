package import Provenance

/// Where a text stands in the source: one range, and rarely more.
package struct Pieces: Hashable, Sendable {
  package var first: SourceRange
  package var rest: [SourceRange]

  package init(_ first: SourceRange, _ rest: [SourceRange] = []) {
    self.first = first
    self.rest = rest
  }

  package var last: SourceRange { rest.last ?? first }
  package var start: Int { first.start }
  package var end: Int { last.end }

  /// Every range, in reading order.
  var all: [SourceRange] { [first] + rest }

  /// Moves the end of the last range.
  mutating func extend(to end: Int) {
    if let index = rest.indices.last { rest[index].end = end } else { first.end = end }
  }

  /// What of these pieces stands from `offset` on.
  func from(_ offset: Int) -> Pieces? {
    clamped(to: SourceRange(offset, max(offset, end)))
  }

  /// What of these pieces stands inside `range`; nil if nothing does.
  func clamped(to range: SourceRange) -> Pieces? {
    var result: Pieces?
    func take(_ piece: SourceRange) {
      let start = max(piece.start, range.start)
      let end = min(piece.end, range.end)
      guard start < end else { return }
      if result == nil {
        result = Pieces(SourceRange(start, end))
      } else {
        result?.rest.append(SourceRange(start, end))
      }
    }
    take(first)
    for piece in rest { take(piece) }
    return result
  }
}
