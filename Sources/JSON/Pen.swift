/// Writes into the room that `Buffer` has at its end, and the same again, without white space, at
/// another place of the same memory.
///
/// A whole word may be stored where fewer bytes count: what lies beyond is overwritten by the next
/// token or dropped. That makes short runs, which JSON consists of, cost one store. Every call checks
/// the room, so a wrong reservation stops the program rather than spoiling memory.
@safe struct Pen {
  private let base: UnsafeMutableRawPointer
  private let capacity: Int
  /// How far from the text its second writing stands: less by all white space that was left out of it.
  /// 0 if there is none, and then always 0.
  private(set) var mirror: Int
  private(set) var count = 0

  @unsafe @inline(__always) init(_ base: UnsafeMutableRawPointer, capacity: Int, mirror: Int) {
    unsafe self.base = base
    self.capacity = capacity
    self.mirror = mirror
  }

  @inline(__always) mutating func put(_ byte: UInt8) {
    precondition(count < capacity)
    unsafe base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    unsafe base.storeBytes(of: byte, toByteOffset: count &+ mirror, as: UInt8.self)
    count &+= 1
  }

  /// Stores eight bytes, lowest first, and keeps the first `used` of them.
  @inline(__always) mutating func put(word: UInt64, used: Int) {
    precondition(count &+ 8 <= capacity)
    unsafe base.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt64.self)
    unsafe base.storeBytes(of: word.littleEndian, toByteOffset: count &+ mirror, as: UInt64.self)
    count &+= used
  }

  /// LF and `spaces` spaces, for people only.
  @inline(__always) mutating func putLine(indentedBy spaces: Int) {
    putSpace(0x2020_2020_2020_200A, used: min(8, spaces &+ 1))
    var left = spaces &- 7
    while left > 0 {
      putSpace(0x2020_2020_2020_2020, used: min(8, left))
      left &-= 8
    }
  }

  /// White space, for people only.
  @inline(__always) mutating func putSpace(_ word: UInt64, used: Int) {
    precondition(count &+ 8 <= capacity)
    unsafe base.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt64.self)
    count &+= used
    if mirror != 0 { mirror &-= used }
  }

  /// Stores bytes of the text only, in whole words; `advance` makes them count. `bytes` has 8 behind them.
  @inline(__always) mutating func putText(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) {
    precondition(count &+ length &+ 8 <= capacity && length >= 0)
    var offset = 0
    while offset < length {
      let word = bytes.word(at: start &+ offset)
      unsafe base.storeBytes(of: word.littleEndian, toByteOffset: count &+ offset, as: UInt64.self)
      offset &+= 8
    }
  }

  /// Stores bytes of the second writing only. It is never the longer one, so what fits the text fits it.
  @inline(__always) mutating func putMirrored(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) {
    precondition(count &+ length &+ 8 <= capacity && length >= 0)
    var offset = 0
    while offset < length {
      let word = bytes.word(at: start &+ offset)
      unsafe base.storeBytes(of: word.littleEndian, toByteOffset: count &+ mirror &+ offset, as: UInt64.self)
      offset &+= 8
    }
  }

  @inline(__always) mutating func advance(text: Int, mirrored: Int) {
    count &+= text
    mirror &-= text &- mirrored
  }

  /// `bytes` with a JSON string's escapes; needs room for 6 × bytes.count + 8.
  @inline(__always) mutating func putEscaped(_ bytes: Span<UInt8>) {
    var offset = 0
    while offset &+ 8 <= bytes.count {
      let word = bytes.word(at: offset)
      let clean = word.cleanPrefix
      if clean == 8 {
        put(word: word, used: 8)
        offset &+= 8
      } else {
        put(word: word, used: clean)
        offset &+= clean
        putEscape(of: bytes[offset])
        offset &+= 1
      }
    }
    while offset < bytes.count {
      let length = bytes.count &- offset
      let word = bytes.lastWord(length)
      let clean = min(word.cleanPrefix, length)
      put(word: word, used: clean)
      offset &+= clean
      if clean < length {
        putEscape(of: bytes[offset])
        offset &+= 1
      }
    }
  }

  /// `bytes` as they are; needs room for bytes.count + 8.
  @inline(__always) mutating func putPlain(_ bytes: Span<UInt8>) {
    var offset = 0
    while offset &+ 8 <= bytes.count {
      put(word: bytes.word(at: offset), used: 8)
      offset &+= 8
    }
    let length = bytes.count &- offset
    if length > 0 { put(word: bytes.lastWord(length), used: length) }
  }

  @inline(__always) private mutating func putEscape(of byte: UInt8) {
    let escape = jsonEscape(of: byte)
    put(word: escape.word, used: escape.length)
  }

  /// The decimal digits of `value`, without leading zeros; at most 20 bytes, with room for 8 more.
  @inline(__always) mutating func putDigits(_ value: UInt64) {
    guard value < 100_000_000 else { return putDigits(value, places: value.decimalPlaces) }
    // Up to eight digits make a word, the last computed lowest.
    var word: UInt64 = 0
    var used = 0
    var rest = UInt32(truncatingIfNeeded: value)
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      word = word &<< 8 | UInt64(UInt32(UInt8(ascii: "0")) &+ digit)
      used &+= 1
      rest = quotient
    } while rest > 0
    put(word: word, used: used)
  }

  /// The lowest `places` decimal digits of `value`, with leading zeros.
  @inline(__always) mutating func putDigits(_ value: UInt64, places: Int) {
    precondition(places >= 0 && count &+ places <= capacity)
    var rest = value
    var offset = count &+ places
    while offset > count {
      offset &-= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      let byte = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
      unsafe base.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
      unsafe base.storeBytes(of: byte, toByteOffset: offset &+ mirror, as: UInt8.self)
      rest = quotient
    }
    count &+= places
  }
}

/// How RFC 8785 (3.2.2.2) writes a `"`, a `\` or a control character: the bytes, lowest first.
///
/// A function of its own, and rarely called, so that the pen's place stays in a register.
@inline(never) private func jsonEscape(of byte: UInt8) -> (word: UInt64, length: Int) {
  let letter: UInt8
  switch byte {
  case 0x08: letter = UInt8(ascii: "b")
  case 0x09: letter = UInt8(ascii: "t")
  case 0x0A: letter = UInt8(ascii: "n")
  case 0x0C: letter = UInt8(ascii: "f")
  case 0x0D: letter = UInt8(ascii: "r")
  case 0x00..<0x20:
    let digit = byte & 0xF
    let low = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
    let high = UInt8(ascii: "0") + byte >> 4
    // "\u00" in the lower four bytes.
    return (0x3030_755C | UInt64(high) << 32 | UInt64(low) << 40, 6)
  default: letter = byte
  }
  return (0x5C | UInt64(letter) << 8, 2)
}
