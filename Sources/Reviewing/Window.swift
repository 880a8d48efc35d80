internal import Provenance

/// Parts of a text, cut to a number of characters, with `…` at the cut. The work is bounded by what is shown.
struct Window {
  private let utf8: [UInt8]
  private let bounds: Range<Int>

  init(_ utf8: [UInt8], _ bounds: Range<Int>) {
    self.utf8 = utf8
    self.bounds = bounds.clamped(to: 0..<utf8.count)
  }

  init(_ text: String) {
    utf8 = Array(text.utf8)
    bounds = 0..<utf8.count
  }

  /// What stands before `offset`, `room` scalars at the most.
  func lead(_ offset: Int, _ room: Int) -> String {
    let end = min(max(offset, bounds.lowerBound), bounds.upperBound)
    var start = end
    for _ in 0..<room {
      guard start > bounds.lowerBound else { break }
      start -= 1
      while start > bounds.lowerBound, utf8[start] & 0xC0 == 0x80 { start -= 1 }
    }
    return (start > bounds.lowerBound ? "…" : "") + String(decoding: utf8[start..<end], as: UTF8.self)
  }

  /// What stands from `offset` on.
  func trail(_ offset: Int, _ room: Int) -> String {
    start(SourceRange(offset, bounds.upperBound), room)
  }

  /// The beginning of a range.
  func start(_ range: SourceRange, _ room: Int) -> String {
    let first = min(max(range.start, bounds.lowerBound), bounds.upperBound)
    let last = min(max(range.end, first), bounds.upperBound)
    var end = first
    for _ in 0..<room {
      guard end < last else { break }
      end += 1
      while end < last, utf8[end] & 0xC0 == 0x80 { end += 1 }
    }
    return String(decoding: utf8[first..<end], as: UTF8.self) + (end < last ? "…" : "")
  }
}
