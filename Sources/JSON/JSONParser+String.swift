extension JSONParser {
  /// Reads the string whose opening quote stands at `offset`.
  mutating func string(in text: Span<UInt8>) throws(JSONError) -> String {
    offset += 1
    let start = offset
    skipPlain(in: text)
    if try byte(in: text) == UInt8(ascii: "\"") {
      offset += 1
      // All of the text is known to be valid, and no part between two quotation marks cuts a character.
      return unsafe String(copying: UTF8Span(unchecked: text.extracting(start..<offset - 1)))
    }
    var decoded = text.extracting(start..<offset).array
    while true {
      switch try byte(in: text) {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: decoded, as: UTF8.self)
      case UInt8(ascii: "\\"): try readEscape(into: &decoded, in: text)
      default: throw JSONError(.controlCharacter, at: offset, in: text)
      }
      let start = offset
      skipPlain(in: text)
      decoded += text.extracting(start..<offset).array
    }
  }

  /// Moves on to the next `"`, `\`, control character or the end.
  private mutating func skipPlain(in text: Span<UInt8>) {
    while offset + 8 <= text.count {
      let clean = text.word(at: offset).cleanPrefix
      offset += clean
      if clean < 8 { return }
    }
    let length = text.count - offset
    if length > 0 { offset += min(length, text.lastWord(length).cleanPrefix) }
  }

  private mutating func readEscape(into decoded: inout [UInt8], in text: Span<UInt8>) throws(JSONError) {
    let start = offset
    offset += 1
    let letter = try byte(in: text)
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(letter)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      var scalar = try hexDigits(escape: start, in: text)
      if scalar & 0xFC00 == 0xD800 {
        let low = try lowSurrogate(after: start, in: text)
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(scalar) else { throw JSONError(.loneSurrogate, at: start, in: text) }
      decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw JSONError(.invalidEscape, at: start, in: text)
    }
  }

  private mutating func lowSurrogate(after start: Int, in text: Span<UInt8>) throws(JSONError) -> UInt32 {
    let second = offset
    guard try byte(in: text) == UInt8(ascii: "\\") else { throw JSONError(.loneSurrogate, at: start, in: text) }
    offset += 1
    guard try byte(in: text) == UInt8(ascii: "u") else { throw JSONError(.loneSurrogate, at: start, in: text) }
    offset += 1
    let low = try hexDigits(escape: second, in: text)
    guard low & 0xFC00 == 0xDC00 else { throw JSONError(.loneSurrogate, at: start, in: text) }
    return low
  }

  /// The four digits after `\u`; `escape` is where the `\` stands.
  private mutating func hexDigits(escape: Int, in text: Span<UInt8>) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit = try byte(in: text)
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(digit & 0xF)
      case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
        value = value << 4 | UInt32(digit & 0xF + 9)
      default: throw JSONError(.invalidEscape, at: escape, in: text)
      }
      offset += 1
    }
    return value
  }
}
