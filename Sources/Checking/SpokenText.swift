internal import ICU

/// Texts as they are spoken: each scalar beside its toneless syllable, so that homophones can be told from what
/// they were meant to be. Texts follow each other with a gap between.
struct SpokenText {
  /// A pair of places where the same syllables are written with different characters.
  struct Difference {
    /// Where the differing characters stand, at most three.
    var one: Range<Int>
    var other: Range<Int>
    /// How many characters before and after are the same in both places.
    var before: Int
    var after: Int

    var same: Int { before + after }
    var phrase: Range<Int> { one.lowerBound - before..<one.upperBound + after }
    var otherPhrase: Range<Int> { other.lowerBound - before..<other.upperBound + after }
  }

  /// 0 in a gap.
  private(set) var scalars: [UInt32]
  /// 0 for whatever has no syllable.
  private(set) var syllables: [UInt16]
  private(set) var count = 0

  static let longestDifference = 3
  static let longestContext = 12

  /// `capacity` counts scalars and gaps.
  init(capacity: Int) {
    scalars = Array(repeating: 0, count: capacity)
    syllables = Array(repeating: 0, count: capacity)
  }

  /// Adds a text and a gap; gives the number of the text's first scalar.
  mutating func append(_ text: String, _ readings: Readings) -> Int {
    let start = count
    let utf8 = text.utf8Span.span
    if count + utf8.count + 1 > scalars.count {
      let more = max(scalars.count, utf8.count + 1)
      scalars += repeatElement(0, count: more)
      syllables += repeatElement(0, count: more)
    }
    count = readings.write(utf8, to: &scalars, &syllables, from: count) + 1
    return start
  }

  /// The difference that holds the scalars `one` and `other`, which are read alike and written differently; nil
  /// if it is too long, or a numeral or a free choice of spelling is part of it.
  func difference(at one: Int, _ other: Int) -> Difference? {
    var result = Difference(one: one..<one + 1, other: other..<other + 1, before: 0, after: 0)
    while differs(result.one.lowerBound - 1, result.other.lowerBound - 1) {
      result.one = result.one.lowerBound - 1..<result.one.upperBound
      result.other = result.other.lowerBound - 1..<result.other.upperBound
      if result.one.count > Self.longestDifference { return nil }
    }
    while differs(result.one.upperBound, result.other.upperBound) {
      result.one = result.one.lowerBound..<result.one.upperBound + 1
      result.other = result.other.lowerBound..<result.other.upperBound + 1
      if result.one.count > Self.longestDifference { return nil }
    }
    for (one, other) in zip(result.one, result.other) where Self.isFree(scalars[one], scalars[other]) { return nil }
    while result.before < Self.longestContext,
      isSame(result.one.lowerBound - 1 - result.before, result.other.lowerBound - 1 - result.before)
    {
      result.before += 1
    }
    while result.after < Self.longestContext,
      isSame(result.one.upperBound + result.after, result.other.upperBound + result.after)
    {
      result.after += 1
    }
    return result
  }

  func text(_ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    for index in range.clamped(to: scalars.indices) {
      if let scalar = Unicode.Scalar(scalars[index]) { result.append(scalar) }
    }
    return String(result)
  }

  private func differs(_ one: Int, _ other: Int) -> Bool {
    guard isInside(one, other) else { return false }
    return syllables[one] == syllables[other] && syllables[one] != 0 && scalars[one] != scalars[other]
  }

  private func isSame(_ one: Int, _ other: Int) -> Bool {
    guard isInside(one, other) else { return false }
    return syllables[one] != 0 && scalars[one] == scalars[other]
  }

  private func isInside(_ one: Int, _ other: Int) -> Bool {
    min(one, other) >= 0 && max(one, other) < count
  }

  /// Whether both characters are good in the same phrase: numerals, pronouns, and pairs that dictionaries let stand
  /// side by side (制定 制订, 账 帐, 作 做).
  private static func isFree(_ one: UInt32, _ other: UInt32) -> Bool {
    free.contains { $0.contains(one) && $0.contains(other) } || numerals.contains(one) || numerals.contains(other)
  }

  private static let numerals = Set("〇零一二三四五六七八九十百千万亿两第".unicodeScalars.map(\.value))
  private static let free = ["他她它", "定订", "账帐", "作做", "像象", "份分", "哪那"]
    .map { Set($0.unicodeScalars.map(\.value)) }
}
