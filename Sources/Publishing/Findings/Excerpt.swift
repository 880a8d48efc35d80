internal import ICU
internal import Provenance

/// The line on which a finding begins, cut to the width that there is, and where the marks go under it.
struct Excerpt: Equatable {
  /// From 1.
  var line: Int
  var text: String
  /// The columns before the first mark.
  var indent: Int
  /// The columns that are marked; at least 1.
  var marked: Int

  /// A line wider than `width` columns is cut around the finding, between characters, with `…` at the cut.
  /// Work and memory are bounded by `width`, however long the line is.
  init(_ source: FindingSource, _ range: SourceRange, width: Int, display: DisplayWidth) {
    let line = source.lines.line(of: min(range.start, source.text.count)) + 1
    self.line = line
    let utf8 = source.text.utf8
    var bounds = source.lines.range(ofLine: line)
    if bounds.count > 0, utf8[bounds.end - 1] == 0x0D { bounds.end -= 1 }
    let start = min(max(range.start, bounds.start), bounds.end)
    let end = min(max(range.end, start), bounds.end)

    // Twice the width in characters on either side is more than can be shown.
    let near =
      Self.step(from: start, by: -2 * width, in: utf8, bounds)..<Self.step(from: start, by: 2 * width, in: utf8, bounds)
    let cells = display.cells(of: utf8.span.extracting(near))
    let offset = near.lowerBound
    let first = cells.firstIndex { $0.bytes.upperBound + offset > start } ?? cells.count
    let last = max(
      first, start == end ? first : cells.firstIndex { $0.bytes.lowerBound + offset >= end } ?? cells.count)

    let isWhole = near == bounds.start..<bounds.end
    let ellipsis = display.columns(of: "…")
    let shown =
      isWhole && Self.columns(cells[...]) < width
      ? 0..<cells.count : Self.window(cells, around: first..<last, room: width - 2 * ellipsis)
    let cutBefore = shown.lowerBound > 0 || near.lowerBound > bounds.start
    let cutAfter = shown.upperBound < cells.count || near.upperBound < bounds.end
    text =
      (cutBefore ? "…" : "") + display.show(cells[shown], of: Array(utf8[near])) + (cutAfter ? "…" : "")
    indent = (cutBefore ? ellipsis : 0) + Self.columns(cells[shown.lowerBound..<first])
    marked = max(1, Self.columns(cells[first..<min(last, max(first, shown.upperBound))]))
  }

  /// As much of the marked cells as fits, then cells on either side in turn.
  private static func window(_ cells: [DisplayWidth.Cell], around marked: Range<Int>, room: Int) -> Range<Int> {
    var (lower, upper) = (marked.lowerBound, marked.lowerBound)
    var used = marked.isEmpty ? 1 : 0
    while upper < marked.upperBound, used + cells[upper].columns <= room || upper == lower {
      used += cells[upper].columns
      upper += 1
    }
    var (growsLeft, growsRight) = (true, upper == marked.upperBound)
    while growsLeft || growsRight {
      growsLeft = growsLeft && lower > 0 && used + cells[lower - 1].columns <= room
      if growsLeft {
        lower -= 1
        used += cells[lower].columns
      }
      growsRight = growsRight && upper < cells.count && used + cells[upper].columns <= room
      if growsRight {
        used += cells[upper].columns
        upper += 1
      }
    }
    return lower..<upper
  }

  private static func columns(_ cells: ArraySlice<DisplayWidth.Cell>) -> Int {
    cells.reduce(0) { $0 + $1.columns }
  }

  /// The offset `count` characters further, within `bounds`.
  private static func step(from offset: Int, by count: Int, in utf8: [UInt8], _ bounds: SourceRange) -> Int {
    var offset = offset
    for _ in 0..<abs(count) {
      if count < 0 {
        guard offset > bounds.start else { break }
        repeat { offset -= 1 } while offset > bounds.start && utf8[offset] & 0xC0 == 0x80
      } else {
        guard offset < bounds.end else { break }
        repeat { offset += 1 } while offset < bounds.end && utf8[offset] & 0xC0 == 0x80
      }
    }
    return offset
  }
}
