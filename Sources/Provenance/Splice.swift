/// One pass over a text that replaces ranges of it, from its beginning to its end, and takes along the origin of each
/// byte: the part of the filed text that the byte stands for.
struct Splice {
  private let utf8: [UInt8]
  private let origins: [Range<Int>]
  private var newUTF8: [UInt8] = []
  private var newOrigins: [Range<Int>] = []
  /// How much of `utf8` has been passed.
  private var position = 0
  /// Whether anything was replaced.
  private(set) var isChanged = false

  /// `origins` is empty where nothing was changed yet.
  init(_ text: String, origins: [Range<Int>]) {
    utf8 = Array(text.utf8)
    self.origins = origins.isEmpty ? Self.identity(utf8) : origins
    newUTF8.reserveCapacity(utf8.count)
    newOrigins.reserveCapacity(utf8.count)
  }

  /// What stood at a range that was passed, where it stood in the text as it was just then, and where it is from.
  struct Passed {
    var before: String
    var at: Int
    var origin: Range<Int>
  }

  /// Goes on to the end of `range`, clamped to what was not passed yet, and puts `replacement` in its place; nil
  /// leaves what stands there.
  mutating func pass(_ range: Range<Int>, replacement: String?) -> Passed {
    let range = range.clamped(to: position..<max(position, utf8.count))
    newUTF8 += utf8[position..<range.lowerBound]
    newOrigins += origins[position..<range.lowerBound]
    // What stands before an insertion is looked up in the new text: so edits that are made one by one leave the same
    // origins as all of them at once.
    let origin = origin(of: range)
    let passed = Passed(before: String(decoding: utf8[range], as: UTF8.self), at: newUTF8.count, origin: origin)
    if let replacement {
      isChanged = true
      newUTF8 += replacement.utf8
      newOrigins += repeatElement(origin, count: replacement.utf8.count)
    } else {
      newUTF8 += utf8[range]
      newOrigins += origins[range]
    }
    position = range.upperBound
    return passed
  }

  /// The range of the text in which `before` stands `at` bytes into the new text; nil if it doesn't, if that range
  /// was passed, or if it would split a character.
  func range(of before: String, at: Int) -> Range<Int>? {
    let distance = at - newUTF8.count
    guard distance >= 0, distance <= utf8.count - position else { return nil }
    let start = position + distance
    guard before.utf8.count <= utf8.count - start else { return nil }
    let range = start..<start + before.utf8.count
    if range.lowerBound < utf8.count, utf8[range.lowerBound] & 0xC0 == 0x80 { return nil }
    return utf8[range].elementsEqual(before.utf8) ? range : nil
  }

  /// True if `at` lies before the end of what was passed.
  func hasPassed(_ at: Int) -> Bool { at < newUTF8.count }

  /// The text with everything replaced, and its origins.
  consuming func finish() -> (text: String, origins: [Range<Int>]) {
    newUTF8 += utf8[position...]
    newOrigins += origins[position...]
    return (String(decoding: newUTF8, as: UTF8.self), newOrigins)
  }

  private func origin(of range: Range<Int>) -> Range<Int> {
    guard range.isEmpty else { return Self.origin(of: range, in: origins) }
    let following = range.upperBound < origins.count ? origins[range.upperBound] : nil
    return Self.origin(between: newOrigins.last, following)
  }

  /// The origin of a range of a text whose bytes have `origins`.
  static func origin(of range: Range<Int>, in origins: [Range<Int>]) -> Range<Int> {
    guard let first = origins[range].first, let last = origins[range].last else {
      return origin(
        between: range.lowerBound > 0 ? origins[range.lowerBound - 1] : nil,
        range.upperBound < origins.count ? origins[range.upperBound] : nil)
    }
    return first.lowerBound..<max(first.upperBound, last.upperBound)
  }

  /// An insertion stands where the byte before it ends; one into something that was written for a part of the filed
  /// text stands for that part. So origins never descend.
  private static func origin(between preceding: Range<Int>?, _ following: Range<Int>?) -> Range<Int> {
    let end = preceding?.upperBound ?? 0
    guard let following, following.lowerBound < end else { return end..<end }
    return following.lowerBound..<end
  }

  /// Every byte of a filed text stands for its own character.
  private static func identity(_ utf8: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    result.reserveCapacity(utf8.count)
    var start = 0
    while start < utf8.count {
      var end = start + 1
      while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
      result += repeatElement(start..<end, count: end - start)
      start = end
    }
    return result
  }
}
