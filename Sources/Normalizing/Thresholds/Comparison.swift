/// The words and signs that open or close the condition of a target: `≥`, `不低于`, `及以上`.
struct Comparison: Equatable {
  enum Direction {
    case up, down, equal
  }

  var direction: Direction
  /// Whether the number itself meets the condition.
  var isInclusive: Bool
  /// How many scalars it takes.
  var count: Int

  private init(_ direction: Direction, _ isInclusive: Bool, _ count: Int) {
    self.direction = direction
    self.isInclusive = isInclusive
    self.count = count
  }

  /// The operator with which `letters` begin.
  init?(opening letters: Letters) {
    switch letters[0] {
    case "≥": self.init(.up, true, 1)
    case ">": self.init(.up, false, 1)
    case "=": self.init(.equal, true, 1)
    case "<": self.init(.down, false, 1)
    case "≤": self.init(.down, true, 1)
    default:
      guard letters[0]?.isHan == true,
        let (_, found) = Self.openings.first(where: { letters.starts(with: $0.0, at: 0) })
      else { return nil }
      self = found
    }
  }

  /// The words with which `range` of `letters` ends.
  init?(closing letters: Letters, in range: Range<Int>) {
    guard let (_, found) = Self.closings.first(where: { letters.ends(with: $0.0, in: range) }) else { return nil }
    self = found
  }

  private static func words(_ text: String, _ direction: Direction, _ isInclusive: Bool)
    -> (String.UnicodeScalarView, Comparison)
  {
    (text.unicodeScalars, Comparison(direction, isInclusive, text.unicodeScalars.count))
  }

  // The longer first, so that 大于 is not found in 大于等于, nor 以上 in 及以上.

  private static let openings = [
    words("不低于", .up, true), words("不少于", .up, true), words("至少", .up, true), words("大于等于", .up, true),
    words("大于", .up, false), words("超过", .up, false), words("不高于", .down, true), words("不超过", .down, true),
    words("不大于", .down, true), words("至多", .down, true), words("小于等于", .down, true), words("小于", .down, false),
    words("等于", .equal, true),
  ]

  private static let closings = [
    words("及以上", .up, true), words("及其以上", .up, true), words("（含）以上", .up, true), words("(含)以上", .up, true),
    words("含以上", .up, true), words("及以下", .down, true), words("及其以下", .down, true), words("（含）以下", .down, true),
    words("(含)以下", .down, true), words("含以下", .down, true), words("及以内", .down, true), words("以上", .up, false),
    words("以下", .down, false), words("以内", .down, false),
  ]
}

extension Letters {
  func starts(with text: String.UnicodeScalarView, at index: Int) -> Bool {
    index <= count && scalars[index...].starts(with: text)
  }

  func ends(with text: String.UnicodeScalarView, in range: Range<Int>) -> Bool {
    scalars[range].reversed().starts(with: text.reversed())
  }
}
