/// A list of words to look for at a position of a text. Laid out flat, and behind a mask of the bytes that tell
/// ideographs apart, so that a miss, by far the commonest answer, costs a few instructions.
struct Words: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word ends in `bytes`.
  private var ends: [Int] = []
  /// One bit for each value of the last six bits of a word's first scalar.
  private var firsts: UInt64 = 0
  /// The same for the last byte of a word.
  private var lasts: UInt64 = 0

  init(_ words: [String]) {
    for word in words {
      guard let first = word.unicodeScalars.first, let last = word.utf8.last else { continue }
      bytes += word.utf8
      ends.append(bytes.count)
      firsts |= 1 << UInt64(first.value & 63)
      lasts |= 1 << UInt64(last & 63)
    }
  }

  /// The first word of the list that stands at `position`: its number, and where it ends.
  func match(_ text: Span<UInt8>, at position: Int) -> (index: Int, end: Int)? {
    guard position >= 0, position < text.count else { return nil }
    let lead = text[position]
    let key = lead < 0x80 ? lead : text.byte(at: position &+ (lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3))
    guard firsts & 1 << UInt64(key & 63) != 0 else { return nil }
    var start = 0
    for index in ends.indices {
      let end = ends[index]
      if has(start..<end, text, at: position) { return (index, position &+ (end - start)) }
      start = end
    }
    return nil
  }

  func end(_ text: Span<UInt8>, at position: Int) -> Int? { match(text, at: position)?.end }

  func stands(_ text: Span<UInt8>, at position: Int) -> Bool { match(text, at: position) != nil }

  /// Whether a word of the list ends at `end`.
  func stands(_ text: Span<UInt8>, endingAt end: Int) -> Bool {
    guard lasts & 1 << UInt64(text.byte(at: end - 1) & 63) != 0 else { return false }
    var start = 0
    for wordEnd in ends {
      if has(start..<wordEnd, text, at: end - (wordEnd - start)) { return true }
      start = wordEnd
    }
    return false
  }

  /// Whether `range` is one of the words.
  func isWhole(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if range.isEmpty { return false }
    var start = 0
    for end in ends {
      if end - start == range.count, has(start..<end, text, at: range.lowerBound) { return true }
      start = end
    }
    return false
  }

  /// Whether one of the words stands in `range`.
  func occur(in range: Range<Int>, of text: Span<UInt8>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound {
      if let end = end(text, at: position), end <= range.upperBound { return true }
      position = text.scalarEnd(position)
    }
    return false
  }

  private func has(_ word: Range<Int>, _ text: Span<UInt8>, at position: Int) -> Bool {
    guard position >= 0, position &+ word.count <= text.count else { return false }
    for offset in 0..<word.count where bytes[word.lowerBound &+ offset] != text[position &+ offset] { return false }
    return true
  }
}

/// Words that mean something each.
struct WordTable<Value: Sendable>: Sendable {
  private let words: Words
  private let values: [Value]

  init(_ entries: [(String, Value)]) {
    words = Words(entries.map(\.0))
    values = entries.map(\.1)
  }

  func match(_ text: Span<UInt8>, at position: Int) -> (value: Value, end: Int)? {
    guard let (index, end) = words.match(text, at: position) else { return nil }
    return (values[index], end)
  }

  func stands(_ text: Span<UInt8>, at position: Int) -> Bool { words.stands(text, at: position) }
}
