/// One pass over a text that replaces ranges of it, from its beginning to its end, and takes along the origin of each
/// byte: the part of the filed text that the byte stands for.
struct Splice {
  private let utf8: [UInt8]
  private let origins: Origins
  private var newUTF8: [UInt8] = []
  private var newOrigins = Origins()
  /// How much of `utf8` has been passed.
  private var position = 0
  /// Whether anything was replaced.
  private(set) var isChanged = false

  /// `origins` is empty where nothing was changed yet.
  init(_ text: String, origins: Origins) {
    utf8 = Array(text.utf8)
    self.origins = origins.isEmpty ? Origins(filed: utf8.count) : origins
    newUTF8.reserveCapacity(utf8.count)
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
    newOrigins.append(position..<range.lowerBound, of: origins)
    // What stands before an insertion is looked up in the new text: so edits that are made one by one leave the same
    // origins as all of them at once.
    let origin = origin(of: range)
    let passed = Passed(before: String(decoding: utf8[range], as: UTF8.self), at: newUTF8.count, origin: origin)
    if let replacement {
      isChanged = true
      newUTF8 += replacement.utf8
      newOrigins.append(origin, count: replacement.utf8.count)
    } else {
      newUTF8 += utf8[range]
      newOrigins.append(range, of: origins)
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
  consuming func finish() -> (text: String, origins: Origins) {
    newUTF8 += utf8[position...]
    newOrigins.append(position..<utf8.count, of: origins)
    return (String(decoding: newUTF8, as: UTF8.self), newOrigins)
  }

  private func origin(of range: Range<Int>) -> Range<Int> {
    guard range.isEmpty else { return origins.origin(of: range, in: utf8.span) }
    return Origins.origin(behind: newOrigins.end ?? 0, before: origins.origin(at: range.upperBound, in: utf8.span))
  }
}
