/// An object whose keys, and some of whose values, are always the same: its bytes are rendered once, and writing one
/// is copying what stands between the values that vary.
package struct JSONTemplate: Sendable {
  package enum Member: Sendable {
    /// The value is given when the object is written.
    case varying(StaticString)
    /// A string in which nothing needs an escape.
    case fixed(StaticString, StaticString)
  }

  /// Where the bytes of a piece stand in each layout.
  struct Piece: Sendable {
    var start: Int
    var indented: Int
    var compactStart: Int
    var compact: Int
  }

  /// One before each varying value, and one behind the last.
  let pieces: [Piece]
  /// The bytes of all pieces, each padded so that whole words may be read.
  let bytes: [UInt8]
  package let depth: Int
  let size: Int

  /// `depth` is how many containers are open around the object; the keys ascend.
  package init(depth: Int, _ members: [Member]) {
    self.depth = depth
    var indented: [UInt8] = [0x7B]
    var compact: [UInt8] = [0x7B]
    var pieces: [Piece] = []
    var bytes: [UInt8] = []
    let padding = [UInt8](repeating: 0, count: 8)
    func line(_ level: Int) -> [UInt8] { [0x0A] + Array(repeating: 0x20, count: 2 * level) }
    func close() {
      let start = bytes.count
      bytes += indented + padding
      pieces.append(
        Piece(start: start, indented: indented.count, compactStart: bytes.count, compact: compact.count))
      bytes += compact + padding
      indented = []
      compact = []
    }
    for (number, member) in members.enumerated() {
      if number > 0 {
        indented.append(0x2C)
        compact.append(0x2C)
      }
      let key =
        switch member {
        case .varying(let key), .fixed(let key, _): Array("\"\(key)\":".utf8)
        }
      indented += line(depth + 1) + key + [0x20]
      compact += key
      switch member {
      case .varying: close()
      case .fixed(_, let value):
        indented += Array("\"\(value)\"".utf8)
        compact += Array("\"\(value)\"".utf8)
      }
    }
    indented += line(depth) + [0x7D]
    compact.append(0x7D)
    close()
    self.pieces = pieces
    self.bytes = bytes
    size = pieces.reduce(0) { $0 + $1.indented + 8 }
  }
}

extension JSONWriter {
  /// An object of four integers, none of which a double would round.
  package mutating func object(_ template: JSONTemplate, _ first: Int, _ second: Int, _ third: Int, _ fourth: Int) {
    write(template, varying: 4) { pen, layout in pen.put(template, layout, first, second, third, fourth) }
  }

  /// An object of four integers and a string, given as its UTF-8.
  package mutating func object(
    _ template: JSONTemplate, _ first: Int, _ second: Int, _ third: Int, _ fourth: Int, _ text: Span<UInt8>
  ) {
    write(template, varying: 5, 6 &* text.count &+ 16) { pen, layout in
      pen.put(template, layout, first, second, third, fourth)
      pen.put(0x22)
      pen.putEscaped(text)
      pen.put(0x22)
      pen.put(template, 5, layout)
    }
  }
}

extension Pen {
  /// The first five pieces, an integer after each of the first four.
  @inline(__always) fileprivate mutating func put(
    _ template: JSONTemplate, _ layout: JSONWriter.Layout, _ first: Int, _ second: Int, _ third: Int, _ fourth: Int
  ) {
    put(template, 0, layout)
    put(integer: first)
    put(template, 1, layout)
    put(integer: second)
    put(template, 2, layout)
    put(integer: third)
    put(template, 3, layout)
    put(integer: fourth)
    put(template, 4, layout)
  }

  @inline(__always) private mutating func put(integer value: Int) {
    if value < 0 { put(UInt8(ascii: "-")) }
    putDigits(UInt64(value.magnitude))
  }

  /// The bytes of a piece, each layout's where it belongs; needs room for 8 more.
  @inline(__always) fileprivate mutating func put(
    _ template: JSONTemplate, _ index: Int, _ layout: JSONWriter.Layout
  ) {
    let piece = template.pieces[index]
    let bytes = template.bytes.span
    if layout != .canonical {
      putText(bytes, piece.start, piece.indented)
    } else {
      putText(bytes, piece.compactStart, piece.compact)
    }
    if layout == .both { putMirrored(bytes, piece.compactStart, piece.compact) }
    advance(
      text: layout != .canonical ? piece.indented : piece.compact,
      mirrored: layout != .indented ? piece.compact : piece.indented)
  }
}
