internal import Provenance

/// A text as labels are recognised by: without white space and invisible characters, of one width.
///
/// Folding is for comparing only; what is kept is always a range of the source. The buffers are reused, so
/// folding a cell costs no allocation.
struct Folding {
  /// Longer than any label, with room for marks such as （50分）.
  static let limit = 160

  /// The folded text in UTF-8.
  private(set) var utf8: [UInt8] = []
  /// For each byte of `utf8`, the offset in the source of the scalar that it comes from.
  private(set) var offsets: [Int] = []
  /// The source offset behind the last scalar that was folded.
  private(set) var end = 0
  /// True if the text is longer than a label can be, and so was not folded to its end.
  private(set) var isCut = false

  init() {
    utf8.reserveCapacity(Self.limit + 4)
    offsets.reserveCapacity(Self.limit + 4)
  }

  /// Folds `pieces` of `source`.
  mutating func fold(_ source: [UInt8], _ pieces: Pieces) {
    utf8.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    isCut = false
    end = pieces.first.start
    append(source, pieces.first)
    for piece in pieces.rest { append(source, piece) }
  }

  mutating func fold(_ source: [UInt8], _ range: SourceRange) {
    fold(source, Pieces(range))
  }

  private mutating func append(_ source: [UInt8], _ range: SourceRange) {
    let span = source.span
    var offset = range.start
    while offset < range.end {
      if utf8.count >= Self.limit {
        isCut = true
        return
      }
      let (scalar, next) = Scalars.next(span, offset)
      if !Scalars.isBlank(scalar) {
        append(scalar: Self.fold(scalar), at: offset)
        end = next
      }
      offset = next
    }
  }

  /// One scalar without its width or its radical form.
  @inline(__always)
  private static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar >= 0xFF01 && scalar <= 0xFF5E { return scalar - 0xFEE0 }
    if scalar >= 0x2F00 && scalar <= 0x2FD5 { return KangxiRadicals.unified(scalar) }
    return scalar
  }

  @inline(__always)
  private mutating func append(scalar: UInt32, at offset: Int) {
    if scalar < 0x80 {
      utf8.append(UInt8(truncatingIfNeeded: scalar))
      offsets.append(offset)
      return
    }
    let count: Int
    if scalar < 0x800 {
      utf8.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      count = 2
    } else if scalar < 0x10000 {
      utf8.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      count = 3
    } else {
      utf8.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      count = 4
    }
    utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    for _ in 0..<count { offsets.append(offset) }
  }

  /// The source offset of the folded byte at `index`; behind the text at its end.
  func offset(at index: Int) -> Int {
    index < offsets.count ? offsets[index] : end
  }

  /// The source offset behind the folded byte before `index`.
  func end(at index: Int) -> Int {
    guard index > 0, index < offsets.count else { return end }
    // The bytes of one scalar share an offset; it ends where white space begins at the latest.
    return min(offsets[index], offsets[index - 1] + scalarLength(endingAt: index))
  }

  private func scalarLength(endingAt index: Int) -> Int {
    var start = index - 1
    while start > 0, utf8[start] & 0xC0 == 0x80 { start -= 1 }
    return index - start
  }

  /// The folded form of a label or of any text.
  static func folded(_ text: String) -> [UInt8] {
    var folding = Folding()
    let utf8 = Array(text.utf8)
    folding.fold(utf8, SourceRange(0, utf8.count))
    return folding.utf8
  }
}
