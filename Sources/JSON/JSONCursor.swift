/// Walks over JSON without keeping what isn't asked for: for whoever needs the values of many files fast.
///
/// Whatever isn't plainly right leaves it broken, and then what was read means nothing; ``JSONParser`` says what is wrong.
/// It is as strict in all it reads or skips, except that UTF-8 is checked where the caller asks for it.
package struct JSONCursor {
  private static let depthLimit = 64
  private static let mostUnorderedKeys = 64

  package let bytes: [UInt8]
  package private(set) var offset = 0
  package private(set) var isBroken = false
  /// The keys so far of all objects that are open.
  private var keys: [Range<Int>] = []
  private var depth = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package mutating func fail() { isBroken = true }

  /// Whether nothing but space is left.
  package mutating func isAtEnd() -> Bool {
    skipSpace()
    return offset == bytes.count
  }

  /// Moves past spaces and gives the byte there; 0 at the end.
  package mutating func next() -> UInt8 {
    skipSpace()
    return offset < bytes.count ? bytes[offset] : 0
  }

  // MARK: Containers

  /// Reads an object; `member` must read or skip the value of every key.
  package mutating func object(_ member: (inout JSONCursor, JSONKey) -> Void) {
    guard open(UInt8(ascii: "{")) else { return }
    if take(UInt8(ascii: "}")) { return depth -= 1 }
    let first = keys.count
    var isAscending = true
    repeat {
      skipSpace()
      guard let (key, isPlain) = string(), isPlain, isNew(key, since: first, &isAscending), take(UInt8(ascii: ":"))
      else { return fail() }
      keys.append(key)
      member(&self, JSONKey(bytes.span.extracting(key)))
      if isBroken { return }
    } while take(UInt8(ascii: ","))
    keys.removeLast(keys.count - first)
    close(UInt8(ascii: "}"))
  }

  /// Reads an array; `element` must read or skip every element.
  package mutating func array(_ element: (inout JSONCursor) -> Void) {
    guard open(UInt8(ascii: "[")) else { return }
    if take(UInt8(ascii: "]")) { return depth -= 1 }
    repeat {
      element(&self)
      if isBroken { return }
    } while take(UInt8(ascii: ","))
    close(UInt8(ascii: "]"))
  }

  private mutating func open(_ bracket: UInt8) -> Bool {
    guard depth < Self.depthLimit, take(bracket) else {
      fail()
      return false
    }
    depth += 1
    return true
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !take(bracket) { fail() }
  }

  /// Whether the innermost object doesn't have `key` yet. Keys in order need one comparison each.
  private func isNew(_ key: Range<Int>, since first: Int, _ isAscending: inout Bool) -> Bool {
    guard keys.count > first, let last = keys.last else { return true }
    if isAscending, bytes[last].lexicographicallyPrecedes(bytes[key]) { return true }
    isAscending = false
    guard keys.count - first < Self.mostUnorderedKeys else { return false }
    return !keys[first...].contains { bytes[$0].elementsEqual(bytes[key]) }
  }

  // MARK: Values

  /// Moves past `null`, if it stands here.
  package mutating func takeNull() -> Bool {
    guard next() == UInt8(ascii: "n") else { return false }
    literal("null")
    return true
  }

  /// The text that stands here; empty where there is none.
  package mutating func text() -> String {
    let start = start()
    guard let (range, isPlain) = string() else {
      fail()
      return ""
    }
    if isPlain { return bytes.span.extracting(range).string }
    guard case .string(let text)? = parsed(start..<offset) else { return "" }
    return text
  }

  /// Where the text that stands here begins and ends between its quotation marks; nil where it holds escapes, and then it
  /// is not passed.
  package mutating func plainText() -> Range<Int>? {
    let start = start()
    guard let (range, isPlain) = string() else {
      fail()
      return nil
    }
    if isPlain { return range }
    offset = start
    return nil
  }

  package mutating func number() -> Double {
    let start = start()
    var digits = 0
    var point: Int?
    var value = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte &- 0x30 < 10 {
        digits &+= 1
        // Fifteen digits are exact as an integer and, divided by a power of ten, rounded once.
        if digits <= 15 { value = value &* 10 &+ Int(byte & 0xF) }
      } else if byte == UInt8(ascii: "."), point == nil, digits > 0 {
        point = digits
      } else {
        break
      }
      offset &+= 1
    }
    let decimals = digits - (point ?? digits)
    let isPlain =
      (1...15).contains(digits) && (point == nil || decimals > 0) && !startsWithNeedlessZero(start, point ?? digits)
      && !(offset < bytes.count && isNumberByte(bytes[offset]))
    if isPlain {
      var power = 1.0
      for _ in 0..<decimals { power *= 10 }
      return Double(value) / power
    }
    while offset < bytes.count, isNumberByte(bytes[offset]) { offset &+= 1 }
    guard case .number(let number)? = parsed(start..<offset) else { return 0 }
    return number
  }

  private func startsWithNeedlessZero(_ start: Int, _ digits: Int) -> Bool {
    digits > 1 && bytes[start] == UInt8(ascii: "0")
  }

  private func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  /// Moves past a value of any kind, which must be right.
  package mutating func skip() {
    switch next() {
    case UInt8(ascii: "{"): object { cursor, _ in cursor.skip() }
    case UInt8(ascii: "["): array { $0.skip() }
    case UInt8(ascii: "\""): _ = plainText() ?? skipEscapedText()
    case UInt8(ascii: "t"): literal("true")
    case UInt8(ascii: "f"): literal("false")
    case UInt8(ascii: "n"): literal("null")
    default: _ = number()
    }
  }

  private mutating func skipEscapedText() -> Range<Int> {
    let start = offset
    if !isBroken { _ = text() }
    return start..<offset
  }

  private mutating func literal(_ name: StaticString) {
    for expected in name.description.utf8 {
      guard offset < bytes.count, bytes[offset] == expected else { return fail() }
      offset &+= 1
    }
  }

  /// What ``JSONParser`` makes of a value.
  package mutating func parsed(_ range: Range<Int>) -> JSONValue? {
    if let value = try? JSONParser.parse(bytes.span.extracting(range)) { return value }
    fail()
    return nil
  }

  // MARK: Extents

  /// Where the value that stands here ends, to go by its brackets and quotation marks: what is in it is not checked.
  package mutating func extent() -> Range<Int> {
    let start = start()
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[") else {
      skip()
      return start..<max(start, offset)
    }
    var open = 0
    repeat {
      skipSpace()
      guard offset < bytes.count else { return broken(start) }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        guard string() != nil else { return broken(start) }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): open &+= 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): open &-= 1
      default: break
      }
      offset &+= 1
    } while open > 0
    return start..<offset
  }

  /// Goes back, or on, to where a value begins.
  package mutating func move(to offset: Int) { self.offset = offset }

  private mutating func broken(_ start: Int) -> Range<Int> {
    fail()
    return start..<start
  }

  // MARK: Bytes

  private mutating func start() -> Int {
    skipSpace()
    return offset
  }

  package mutating func take(_ byte: UInt8) -> Bool {
    guard next() == byte else { return false }
    offset &+= 1
    return true
  }

  private mutating func skipSpace() { offset = spaceEnd(offset) }

  private func spaceEnd(_ start: Int) -> Int {
    let text = bytes.span
    var offset = start
    while offset < text.count {
      switch text[offset] {
      case 0x20: offset &+= offset &+ 8 <= text.count ? text.word(at: offset).prefix(of: 0x20) : 1
      case 0x0A, 0x0D, 0x09: offset &+= 1
      default: return offset
      }
    }
    return offset
  }

  /// The string that begins here, without its quotation marks, and whether it stands there without escapes.
  private mutating func string() -> (range: Range<Int>, isPlain: Bool)? {
    guard let (end, isPlain) = stringEnd(offset) else { return nil }
    let start = offset &+ 1
    offset = end &+ 1
    return (start..<end, isPlain)
  }

  private func stringEnd(_ start: Int) -> (end: Int, isPlain: Bool)? {
    let text = bytes.span
    guard start < text.count, text[start] == UInt8(ascii: "\"") else { return nil }
    var end = start &+ 1
    var isPlain = true
    while end < text.count {
      if end &+ 8 <= text.count {
        let clean = text.word(at: end).cleanPrefix
        end &+= clean
        if clean == 8 { continue }
      }
      switch text[end] {
      case UInt8(ascii: "\""): return (end, isPlain)
      case UInt8(ascii: "\\"):
        isPlain = false
        end &+= 2
      case 0..<0x20: return nil
      default: end &+= 1
      }
    }
    return nil
  }
}
