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
  /// The source offset behind the last scalar that was folded.
  private(set) var end = 0
  /// True if the text is longer than a label can be, and so was not folded to its end.
  private(set) var isCut = false
  /// What was folded last, to find out where a part of it stands.
  private var pieces = Pieces(SourceRange(0, 0))

  init() {
    utf8.reserveCapacity(Self.limit + 8)
  }

  /// Folds `pieces` of `source`.
  mutating func fold(_ source: [UInt8], _ pieces: Pieces) {
    self.pieces = pieces
    utf8.removeAll(keepingCapacity: true)
    isCut = false
    end = pieces.first.start
    append(source.span, pieces.first)
    for piece in pieces.rest { append(source.span, piece) }
  }

  mutating func fold(_ source: [UInt8], _ range: SourceRange) {
    fold(source, Pieces(range))
  }

  private mutating func append(_ span: Span<UInt8>, _ range: SourceRange) {
    if utf8.count >= Self.limit {
      isCut = isCut || !range.isEmpty
      return
    }
    let room = Self.limit - utf8.count
    var end = end
    var isCut = isCut
    // No scalar's folded form is longer than the scalar.
    utf8.append(addingCapacity: room + 4) { folded in
      var offset = range.start
      while offset < range.end {
        if folded.count >= room {
          isCut = true
          return
        }
        // What stands for itself is nearly all there is: it is copied in one go.
        let plainEnd = Self.plainEnd(span, offset, min(range.end, offset + room - folded.count))
        if plainEnd > offset {
          for index in offset..<plainEnd { folded.append(span[index]) }
          offset = plainEnd
          end = offset
          continue
        }
        let (scalar, next) = Scalars.next(span, offset)
        if !Scalars.isBlank(scalar) {
          Self.append(Self.fold(scalar), to: &folded)
          end = next
        }
        offset = next
      }
    }
    self.end = end
    self.isCut = isCut
  }

  /// Where the ideographs and the printing characters of ASCII end that begin at `start` and before `limit`.
  @inline(__always)
  private static func plainEnd(_ utf8: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var offset = start
    while offset < limit {
      let lead = utf8[offset]
      if lead >= 0xE4, lead <= 0xE9, offset &+ 2 < utf8.count {
        offset &+= 3
      } else if lead > 0x20, lead < 0x7F {
        offset &+= 1
      } else {
        break
      }
    }
    return offset
  }

  /// One scalar without its width or its radical form.
  @inline(__always)
  private static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar >= 0xFF01 && scalar <= 0xFF5E { return scalar - 0xFEE0 }
    if scalar >= 0x2F00 && scalar <= 0x2FD5 { return KangxiRadicals.unified(scalar) }
    return scalar
  }

  @inline(__always)
  private static func append(_ scalar: UInt32, to folded: inout OutputSpan<UInt8>) {
    if scalar < 0x80 {
      folded.append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    if scalar < 0x800 {
      folded.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
    } else if scalar < 0x10000 {
      folded.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      folded.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    } else {
      folded.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      folded.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      folded.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    }
    folded.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }

  /// The source offset of the scalar whose folded form holds the byte at `index`; behind the text at its end. Asked for
  /// where a label is found, which is rare, so it is worked out by folding once more. `source` is what was folded.
  func offset(at index: Int, in source: [UInt8]) -> Int {
    let span = source.span
    var count = 0
    for piece in [pieces.first] + pieces.rest {
      var offset = piece.start
      while offset < piece.end, count <= index {
        let (scalar, next) = Scalars.next(span, offset)
        if !Scalars.isBlank(scalar) {
          count += Self.length(Self.fold(scalar))
          if count > index, index < utf8.count { return offset }
        }
        offset = next
      }
    }
    return end
  }

  private static func length(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }

  /// The source offset behind the scalar that the folded byte before `index` comes from. As rare as `offset(at:in:)`.
  func end(at index: Int, in source: [UInt8]) -> Int {
    guard index > 0, index < utf8.count else { return end }
    let span = source.span
    var count = 0
    for piece in [pieces.first] + pieces.rest {
      var offset = piece.start
      while offset < piece.end {
        let (scalar, next) = Scalars.next(span, offset)
        if !Scalars.isBlank(scalar) {
          count += Self.length(Self.fold(scalar))
          if count >= index { return next }
        }
        offset = next
      }
    }
    return end
  }

  /// The folded form of a label or of any text.
  static func folded(_ text: String) -> [UInt8] {
    var folding = Folding()
    let utf8 = Array(text.utf8)
    folding.fold(utf8, SourceRange(0, utf8.count))
    return folding.utf8
  }
}
