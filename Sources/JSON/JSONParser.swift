/// Reads JSON strictly as RFC 8259 has it, and as I-JSON (RFC 7493) narrows it: valid UTF-8 without a
/// byte order mark, no key twice in an object, no half surrogate pairs, no number that a double cannot
/// hold. Digits beyond a double's precision are rounded.
///
/// It keeps its own stack, so that no text can exhaust the program's.
package struct JSONParser {
  /// How deep containers may nest. What is done with a value afterwards (comparing, writing, freeing)
  /// recurses as deep.
  package static let depthLimit = 512

  package static func parse(_ text: Span<UInt8>, depthLimit: Int = depthLimit) throws(JSONError) -> JSONValue {
    if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
      throw JSONError(.byteOrderMark, at: 0, in: text)
    }
    do {
      _ = try UTF8Span(validating: text)
    } catch {
      throw JSONError(.invalidUTF8, at: error.byteOffsets.lowerBound, in: text)
    }
    var parser = JSONParser(depthLimit: depthLimit)
    return try parser.value(in: text)
  }

  package static func parse(_ bytes: [UInt8], depthLimit: Int = depthLimit) throws(JSONError) -> JSONValue {
    try parse(bytes.span, depthLimit: depthLimit)
  }

  package static func parse(_ text: String, depthLimit: Int = depthLimit) throws(JSONError) -> JSONValue {
    try parse(text.utf8.span, depthLimit: depthLimit)
  }

  /// A container that is open, and what it holds so far: changed where it stands, never copied.
  private struct Frame {
    let isObject: Bool
    var elements: [JSONValue] = []
    var members = MemberList()
  }

  private let depthLimit: Int
  private var frames: [Frame] = []
  var offset = 0

  private init(depthLimit: Int) {
    self.depthLimit = depthLimit
  }

  private mutating func value(in text: Span<UInt8>) throws(JSONError) -> JSONValue {
    while true {
      // Each turn reads one value, or opens a container and goes on to the first value in it.
      guard var value = try scalarOrOpening(in: text) else { continue }
      // Then the value goes into its container, which may end with it, and so on outwards.
      while !frames.isEmpty, let whole = try add(value, in: text) { value = whole }
      if frames.isEmpty {
        skipSpace(in: text)
        guard offset == text.count else { throw JSONError(.trailingText, at: offset, in: text) }
        return value
      }
    }
  }

  /// Adds a value to the innermost container; returns the container if it ends there.
  private mutating func add(_ value: JSONValue, in text: Span<UInt8>) throws(JSONError) -> JSONValue? {
    let top = frames.count - 1
    if frames[top].isObject {
      frames[top].members.add(value)
      if try endsContainer(UInt8(ascii: "}"), .commaOrBrace, in: text) {
        return .object(try frames.removeLast().members.object(in: text))
      }
      try readKey(in: text)
    } else {
      frames[top].elements.append(value)
      if try endsContainer(UInt8(ascii: "]"), .commaOrBracket, in: text) {
        return .array(frames.removeLast().elements)
      }
    }
    return nil
  }

  /// A value without parts, an empty container, or nil where a container has been opened.
  private mutating func scalarOrOpening(in text: Span<UInt8>) throws(JSONError) -> JSONValue? {
    skipSpace(in: text)
    switch try byte(in: text) {
    case UInt8(ascii: "{"):
      try open(in: text)
      if skip(UInt8(ascii: "}"), in: text) { return .object(JSONObject()) }
      frames.append(Frame(isObject: true))
      try readKey(in: text)
      return nil
    case UInt8(ascii: "["):
      try open(in: text)
      if skip(UInt8(ascii: "]"), in: text) { return .array([]) }
      frames.append(Frame(isObject: false))
      return nil
    case UInt8(ascii: "\""): return .string(try string(in: text))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number(in: text))
    case UInt8(ascii: "t"): return try literal("true", .bool(true), in: text)
    case UInt8(ascii: "f"): return try literal("false", .bool(false), in: text)
    case UInt8(ascii: "n"): return try literal("null", .null, in: text)
    default: throw JSONError(.unexpected(expected: .value), at: offset, in: text)
    }
  }

  private mutating func open(in text: Span<UInt8>) throws(JSONError) {
    guard frames.count < depthLimit else { throw JSONError(.tooDeep(limit: depthLimit), at: offset, in: text) }
    offset += 1
    skipSpace(in: text)
  }

  /// Reads a key of the innermost container, an object, and the colon.
  private mutating func readKey(in text: Span<UInt8>) throws(JSONError) {
    skipSpace(in: text)
    guard try byte(in: text) == UInt8(ascii: "\"") else {
      throw JSONError(.unexpected(expected: .key), at: offset, in: text)
    }
    let start = offset
    let key = try string(in: text)
    frames[frames.count - 1].members.open(key: key, at: start)
    skipSpace(in: text)
    guard try byte(in: text) == UInt8(ascii: ":") else {
      throw JSONError(.unexpected(expected: .colon), at: offset, in: text)
    }
    offset += 1
  }

  /// Whether `bracket` follows the value just read; else a comma must.
  private mutating func endsContainer(
    _ bracket: UInt8, _ expected: JSONError.Expectation, in text: Span<UInt8>
  ) throws(JSONError) -> Bool {
    skipSpace(in: text)
    let next = try byte(in: text)
    guard next == bracket || next == UInt8(ascii: ",") else {
      throw JSONError(.unexpected(expected: expected), at: offset, in: text)
    }
    offset += 1
    return next == bracket
  }

  private mutating func literal(
    _ name: StaticString, _ value: JSONValue, in text: Span<UInt8>
  ) throws(JSONError) -> JSONValue {
    let start = offset
    for expected in name.description.utf8 {
      guard try byte(in: text) == expected else {
        throw JSONError(.unexpected(expected: .value), at: start, in: text)
      }
      offset += 1
    }
    return value
  }

  /// The byte at `offset`, which may not be the end.
  func byte(in text: Span<UInt8>) throws(JSONError) -> UInt8 {
    guard offset < text.count else { throw JSONError(.unexpectedEnd, at: text.count, in: text) }
    return text[offset]
  }

  mutating func skip(_ byte: UInt8, in text: Span<UInt8>) -> Bool {
    guard offset < text.count, text[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace(in text: Span<UInt8>) {
    while offset < text.count {
      switch text[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }
}
