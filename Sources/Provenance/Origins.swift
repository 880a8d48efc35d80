/// For each byte of a revised text the part of the filed text that it stands for.
///
/// Kept in stretches, since a text is mostly as it was filed. An origin never descends from one byte to the next.
struct Origins: Hashable, Sendable {
  private struct Stretch: Hashable, Sendable {
    /// Where it ends in the text; it begins where the one before it ends.
    var end: Int
    /// What it stands for: character for character if it is as filed, else all of it for each byte.
    var origin: Range<Int>
    var isFiled: Bool
  }

  private var stretches: [Stretch] = []

  /// Of no bytes.
  init() {}

  /// Of a filed text of `count` bytes: every byte stands for its own character.
  init(filed count: Int) { append(0..<count, count, isFiled: true) }

  /// How many bytes there are.
  var count: Int { stretches.last?.end ?? 0 }

  var isEmpty: Bool { stretches.isEmpty }

  /// Adds `count` bytes that were written for `origin`.
  mutating func append(_ origin: Range<Int>, count: Int) { append(origin, count, isFiled: false) }

  /// Adds a part of another text's.
  mutating func append(_ range: Range<Int>, of other: Origins) {
    if range.isEmpty { return }
    var index = other.stretch(at: range.lowerBound)
    var position = range.lowerBound
    while position < range.upperBound, index < other.stretches.count {
      let stretch = other.stretches[index]
      let start = other.start(of: index)
      let end = min(range.upperBound, stretch.end)
      let first = stretch.origin.lowerBound
      let origin = stretch.isFiled ? first + (position - start)..<first + (end - start) : stretch.origin
      append(origin, end - position, isFiled: stretch.isFiled)
      position = end
      index += 1
    }
  }

  private mutating func append(_ origin: Range<Int>, _ count: Int, isFiled: Bool) {
    if count == 0 { return }
    let end = self.count + count
    // Equal bytes make one stretch however they came, so that equal origins are equal values.
    if let index = stretches.indices.last, stretches[index].isFiled == isFiled {
      let last = stretches[index].origin
      if isFiled ? last.upperBound == origin.lowerBound : last == origin {
        stretches[index] = Stretch(
          end: end, origin: isFiled ? last.lowerBound..<origin.upperBound : last, isFiled: isFiled)
        return
      }
    }
    stretches.append(Stretch(end: end, origin: origin, isFiled: isFiled))
  }

  /// What the byte at `position` of `text` stands for; nil behind the last. O(log stretches).
  func origin(at position: Int, in text: Span<UInt8>) -> Range<Int>? {
    let index = stretch(at: position)
    guard index < stretches.count else { return nil }
    let stretch = stretches[index]
    if !stretch.isFiled { return stretch.origin }
    let first = start(of: index)
    var start = position
    while start > first, text[start] & 0xC0 == 0x80 { start -= 1 }
    var end = position + 1
    while end < stretch.end, text[end] & 0xC0 == 0x80 { end += 1 }
    let shift = stretch.origin.lowerBound - first
    return start + shift..<end + shift
  }

  /// What a range of `text` stands for.
  func origin(of range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    guard !range.isEmpty, let first = origin(at: range.lowerBound, in: text),
      let last = origin(at: range.upperBound - 1, in: text)
    else {
      return Self.origin(
        between: range.lowerBound > 0 ? origin(at: range.lowerBound - 1, in: text) : nil,
        origin(at: range.upperBound, in: text))
    }
    return first.lowerBound..<max(first.upperBound, last.upperBound)
  }

  /// What the last byte stands for, where that is all that is asked of it: where its origin ends.
  var end: Int? { stretches.last?.origin.upperBound }

  /// An insertion stands where the byte before it ends; one into something that was written for a part of the filed
  /// text stands for that part. So origins never descend.
  private static func origin(between preceding: Range<Int>?, _ following: Range<Int>?) -> Range<Int> {
    origin(behind: preceding?.upperBound ?? 0, before: following)
  }

  /// As above, for an insertion before `following` and behind what ends at `end`.
  static func origin(behind end: Int, before following: Range<Int>?) -> Range<Int> {
    guard let following, following.lowerBound < end else { return end..<end }
    return following.lowerBound..<end
  }

  /// The stretch that holds `position`; how many there are if none does.
  private func stretch(at position: Int) -> Int {
    if stretches.count == 1 { return position < stretches[0].end ? 0 : 1 }
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func start(of index: Int) -> Int { index == 0 ? 0 : stretches[index - 1].end }
}
