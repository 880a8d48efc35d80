// Over 300 lines: whatever writes a token shares the state that nobody else may see.

/// Writes JSON straight into bytes: strings and numbers as RFC 8785 writes them.
///
/// The caller gives the keys of an object in ascending order of their UTF-16 code units, each once,
/// and closes what it opens; debug builds stop at a mistake. Then the bytes depend on the value alone.
/// A writer is meant to be kept and used again: `removeAll(keepingCapacity: true)` between values.
package struct JSONWriter: ~Copyable {
  package enum Layout: Sendable {
    /// RFC 8785: no white space.
    case canonical
    /// The same keys, strings and numbers for people: two spaces a level, `"key": value`, LF at the end.
    case indented
    /// Indented, and the canonical bytes at the same time, for little more than the price of one.
    case both
  }

  /// A number was given that JSON cannot hold (not finite, or an integer that a double would round):
  /// null stands in its place, and the output is not to be used.
  package private(set) var failed = false

  private var buffer: Buffer
  let isIndented: Bool
  private let layout: Layout
  /// How many containers are open.
  package private(set) var depth = 0
  /// Nothing has been written yet in the container that is open.
  private var isFirst = true
  var isAfterKey = false
  var nesting = Nesting()

  package init(_ layout: Layout) {
    buffer = Buffer(twofold: layout == .both)
    self.layout = layout
    isIndented = layout != .canonical
  }

  /// Forgets what was written.
  package mutating func removeAll(keepingCapacity: Bool) {
    buffer.removeAll(keepingCapacity: keepingCapacity)
    failed = false
    depth = 0
    isFirst = true
    isAfterKey = false
    nesting = Nesting()
  }

  /// Ends the value; the indented layout gets its final newline.
  package mutating func finish() {
    assert(nesting.isComplete, "a container is still open, or nothing was written")
    if isIndented { buffer.append(atMost: 8) { pen in pen.putSpace(0x0A, used: 1) } }
  }

  // MARK: What was written

  /// A copy of what was written.
  package var bytes: [UInt8] {
    withBytes { $0.array }
  }

  /// A copy of the canonical bytes, if the layout has them.
  package var canonicalBytes: [UInt8] {
    withCanonicalBytes { $0.array }
  }

  package func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try buffer.withText(compact: false, body)
  }

  /// The canonical bytes of what was written; none in the layout `indented`.
  package func withCanonicalBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try buffer.withText(compact: isIndented, body)
  }

  // MARK: Containers

  package mutating func beginObject() {
    assert(nesting.open(.object), "a value needs a key here")
    begin(UInt8(ascii: "{"))
  }

  package mutating func endObject() {
    assert(nesting.close(.object), "endObject without its beginObject, or after a key")
    end(UInt8(ascii: "}"))
  }

  package mutating func beginArray() {
    assert(nesting.open(.array), "a value needs a key here")
    begin(UInt8(ascii: "["))
  }

  package mutating func endArray() {
    assert(nesting.close(.array), "endArray without its beginArray")
    end(UInt8(ascii: "]"))
  }

  /// A key that the program knows, in which nothing needs an escape: it is copied as it is.
  package mutating func key(_ name: StaticString) {
    name.withUTF8Buffer { utf8 in
      let utf8 = unsafe utf8.span
      assert(nesting.admits(key: utf8), "\(name): not in an object, or not above the key before it")
      assert(utf8.needsNoEscape, "\(name): a key with escapes must be given as computed")
      let space = isIndented ? 1 : 0
      token(utf8.count &+ 32) { pen in
        pen.put(0x22)
        pen.putPlain(utf8)
        pen.put(word: 0x3A22, used: 2)
        pen.putSpace(0x20, used: space)
      }
      isAfterKey = true
    }
  }

  package mutating func key(computed name: String) {
    assert(nesting.admits(key: name.utf8.span), "\(name): not in an object, or not above the key before it")
    quote(name.utf8.span, closing: 0x3A22, 2, space: isIndented ? 1 : 0)
    isAfterKey = true
  }

  /// A computed key given as its UTF-8, which must be valid.
  package mutating func key(utf8: Span<UInt8>) {
    assert(nesting.admits(key: utf8), "a key not in an object, or not above the key before it")
    quote(utf8, closing: 0x3A22, 2, space: isIndented ? 1 : 0)
    isAfterKey = true
  }

  // MARK: Values

  package mutating func string(_ text: String) {
    string(utf8: text.utf8.span)
  }

  /// A string given as its UTF-8, which must be valid: it is not looked at again.
  package mutating func string(utf8: Span<UInt8>) {
    assert(nesting.admitsValue(), "a value needs a key here")
    quote(utf8, closing: 0x22, 1, space: 0)
  }

  /// An integer; one that a double would round (some beyond 2^53) has failed.
  package mutating func integer(_ value: Int) {
    guard value.magnitude <= 1 << 53 else {
      return Double(exactly: value).map { number($0) } ?? fail()
    }
    assert(nesting.admitsValue(), "a value needs a key here")
    token(24) { pen in
      if value < 0 { pen.put(UInt8(ascii: "-")) }
      pen.putDigits(UInt64(value.magnitude))
    }
  }

  /// A number in the shortest form that reads back as the same double, laid out as ECMAScript does.
  package mutating func number(_ value: Double) {
    guard value.isFinite else { return fail() }
    assert(nesting.admitsValue(), "a value needs a key here")
    token(32) { pen in pen.put(number: value) }
  }

  package mutating func bool(_ value: Bool) {
    assert(nesting.admitsValue(), "a value needs a key here")
    token(8) { pen in
      if value { pen.put(word: 0x6575_7274, used: 4) } else { pen.put(word: 0x65_736C_6166, used: 5) }
    }
  }

  package mutating func null() {
    assert(nesting.admitsValue(), "a value needs a key here")
    token(8) { pen in pen.put(word: 0x6C6C_756E, used: 4) }
  }

  private mutating func fail() {
    failed = true
    null()
  }

  // MARK: Bytes

  @inline(__always) private mutating func begin(_ bracket: UInt8) {
    token(1) { pen in pen.put(bracket) }
    depth &+= 1
    isFirst = true
  }

  @inline(__always) private mutating func end(_ bracket: UInt8) {
    depth &-= 1
    let hasLine = isIndented && !isFirst
    let spaces = 2 &* depth
    buffer.append(atMost: spaces &+ 24) { pen in
      if hasLine { pen.putLine(indentedBy: spaces) }
      pen.put(bracket)
    }
    isFirst = false
  }

  /// A string; of `closing`, which begins with its closing quote, the first `length` bytes; and `space`
  /// spaces.
  @inline(__always) private mutating func quote(_ text: Span<UInt8>, closing: UInt64, _ length: Int, space: Int) {
    if text.count > Self.piece { return quoteInPieces(text, closing: closing, length, space: space) }
    token(6 &* text.count &+ 24) { pen in
      pen.put(0x22)
      pen.putEscaped(text)
      pen.put(word: closing, used: length)
      pen.putSpace(0x20, used: space)
    }
  }

  /// Room is reserved for the worst case, every byte escaped: so that it stays small, a long string is
  /// written in pieces.
  @inline(never) private mutating func quoteInPieces(
    _ text: Span<UInt8>, closing: UInt64, _ length: Int, space: Int
  ) {
    token(1) { pen in pen.put(0x22) }
    var start = 0
    while start < text.count {
      let end = min(text.count, start &+ Self.piece)
      let part = text.extracting(start..<end)
      buffer.append(atMost: 6 &* Self.piece &+ 8) { pen in pen.putEscaped(part) }
      start = end
    }
    buffer.append(atMost: 16) { pen in
      pen.put(word: closing, used: length)
      pen.putSpace(0x20, used: space)
    }
  }

  static var piece: Int { 4096 }

  /// An object by its template, whose varying values take `room` bytes besides 24 each.
  @inline(__always) mutating func write(
    _ template: JSONTemplate, varying: Int, _ room: Int = 0, _ body: (inout Pen, Layout) -> Void
  ) {
    precondition(depth == template.depth && template.pieces.count == varying &+ 1)
    assert(nesting.admitsValue(), "a value needs a key here")
    let layout = layout
    token(template.size &+ 24 &* varying &+ room) { pen in body(&pen, layout) }
  }

  /// A token of at most `size` bytes, with the comma and the line that come before it.
  @inline(__always) mutating func token(_ size: Int, _ write: (inout Pen) -> Void) {
    let spaces = isIndented ? 2 &* depth : 0
    let hasComma = !isAfterKey && !isFirst
    let hasLine = !isAfterKey && spaces > 0
    buffer.append(atMost: size &+ spaces &+ 24) { pen in
      if hasComma { pen.put(UInt8(ascii: ",")) }
      if hasLine { pen.putLine(indentedBy: spaces) }
      write(&pen)
    }
    isFirst = false
    isAfterKey = false
  }
}
