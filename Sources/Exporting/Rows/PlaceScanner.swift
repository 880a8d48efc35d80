/// Reads the places of a value from the lines in which `JSONWriter` indents them, without making JSON values of them.
enum PlaceScanner {
  /// Nil if anything is written otherwise than the writer writes it; a parser can tell then. O(range).
  static func entries(_ file: Span<UInt8>, _ range: Range<Int>) -> [PlaceEntry]? {
    let text = file.extracting(range)
    var entries: [PlaceEntry] = []
    var entry = PlaceEntry()
    var offset = 0
    while offset < text.count {
      // Brackets and braces, commas and white space stand between what is wanted.
      switch text[offset] {
      case UInt8(ascii: "{"): entry = PlaceEntry()
      case UInt8(ascii: "}"): entries.append(entry)
      case UInt8(ascii: "\""):
        guard let key = string(text, &offset), offset + 2 < text.count, text[offset] == UInt8(ascii: ":") else {
          return nil
        }
        offset += 2
        guard read(text, &offset, key, into: &entry) else { return nil }
        continue
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","), 0x20, 0x0A: break
      default: return nil
      }
      offset += 1
    }
    return entries
  }

  private static func read(
    _ text: Span<UInt8>, _ offset: inout Int, _ key: Range<Int>, into entry: inout PlaceEntry
  ) -> Bool {
    // No two of the keys begin with the same letter and are of the same length.
    switch (text[key.lowerBound], key.count) {
    case (UInt8(ascii: "c"), 6):
      guard let number = number(text, &offset) else { return false }
      entry.column = .integer(number)
    case (UInt8(ascii: "l"), 4):
      guard let number = number(text, &offset) else { return false }
      entry.line = .integer(number)
    case (UInt8(ascii: "e"), 3), (UInt8(ascii: "s"), 5): return number(text, &offset) != nil
    case (UInt8(ascii: "r"), 4):
      guard let range = string(text, &offset) else { return false }
      entry.role = copy(text, range)
    case (UInt8(ascii: "t"), 4):
      guard let range = string(text, &offset) else { return false }
      entry.text = .text(copy(text, range))
    default: return false
    }
    return true
  }

  private static func copy(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    let part = text.extracting(range)
    return unsafe part.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// The range between the quotation marks of a string that is not empty and has no escapes.
  private static func string(_ text: Span<UInt8>, _ offset: inout Int) -> Range<Int>? {
    guard offset < text.count, text[offset] == UInt8(ascii: "\"") else { return nil }
    let start = offset + 1
    offset = start
    while offset < text.count {
      switch text[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return offset - 1 > start ? start..<offset - 1 : nil
      case UInt8(ascii: "\\"): return nil
      default: offset += 1
      }
    }
    return nil
  }

  /// Digits, of which there are fewer than a number has that doesn't fit.
  private static func number(_ text: Span<UInt8>, _ offset: inout Int) -> Int? {
    var value = 0
    let start = offset
    while offset < text.count, (0x30...0x39).contains(text[offset]) {
      value = value * 10 + Int(text[offset] - 0x30)
      offset += 1
      if offset - start > 15 { return nil }
    }
    return offset > start ? value : nil
  }
}
