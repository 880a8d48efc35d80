import Provenance

/// Cuts a text into tokens, one at a time. Takes any bytes; linear in their number.
///
/// The bytes are handed in anew at each call, always the same: so nothing is kept alive or counted.
package struct Lexer {
  /// Longer names are text: Word allows forty characters, and a closing bracket pages away closes nothing.
  package static let longestName = 4096

  /// What opens a bookmark mark, and how long that is.
  private static let opening: StaticString = "[bookmark: "
  private static let openingCount = 11

  private var position = 0
  /// The first byte that can end a bookmark's name at or after wherever it was last looked for. Kept so that many
  /// openings without a close cost one search.
  private var nameStop = -1
  /// Where marks stand that are not closed, or whose name is too long, for a diagnostic.
  package private(set) var unclosedMarks: [Int] = []

  package init() {}

  /// The next token; nil at the end.
  @inline(__always)
  package mutating func next(in bytes: Span<UInt8>) -> Token? {
    let start = position
    guard start < bytes.count else { return nil }
    let kind: Token.Kind
    switch bytes[start] {
    case 0x0A:
      kind = .lineEnd
      position = start &+ 1
    case 0x0D:
      kind = .lineEnd
      position = start &+ 1
      if position < bytes.count, bytes[position] == 0x0A { position &+= 1 }
    case 0x09:
      kind = .tab
      position = start &+ 1
    case 0x0C:
      kind = .formFeed
      position = start &+ 1
    default:
      if bytes[start] == 0x5B, let end = endOfBookmark(in: bytes, at: start) {
        kind = .bookmark
        position = end
      } else {
        kind = .text
        position = endOfText(in: bytes, from: start &+ 1)
      }
    }
    return Token(kind, SourceRange(start, position))
  }

  @inline(__always)
  private mutating func endOfText(in bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while true {
      offset = ByteScan.mark(in: bytes, from: offset)
      guard offset < bytes.count else { return offset }
      switch bytes[offset] {
      case 0x09, 0x0A, 0x0C, 0x0D:
        return offset
      case 0x5B:
        if endOfBookmark(in: bytes, at: offset) != nil { return offset }
      default:
        break
      }
      offset &+= 1
    }
  }

  /// The end of the mark whose `[` stands at `start`; nil if it is none. A name that contains `]` can't be told from
  /// a shorter name and text behind it, so the first `]` closes.
  @inline(never)
  private mutating func endOfBookmark(in bytes: Span<UInt8>, at start: Int) -> Int? {
    guard ByteScan.has(Self.opening, in: bytes, at: start) else { return nil }
    let name = start + Self.openingCount
    if nameStop < name {
      nameStop = name
      while nameStop < bytes.count, bytes[nameStop] >= 0x0E, bytes[nameStop] != 0x5D { nameStop += 1 }
    }
    guard nameStop < bytes.count, bytes[nameStop] == 0x5D, nameStop - name <= Self.longestName else {
      if unclosedMarks.last ?? -1 < start { unclosedMarks.append(start) }
      return nil
    }
    return WhiteSpace.end(in: bytes, from: name, to: nameStop) < nameStop ? nameStop + 1 : nil
  }

  /// Where in a bookmark mark the name stands.
  static func name(of mark: SourceRange) -> SourceRange {
    SourceRange(mark.start + openingCount, mark.end - 1)
  }
}
