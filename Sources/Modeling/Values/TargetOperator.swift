extension Target {
  package enum Operator: String, Hashable, Sendable, CaseIterable {
    case atLeast = "≥"
    case moreThan = ">"
    case equal = "="
    case lessThan = "<"
    case atMost = "≤"

    /// 1 where more is better, -1 where less is, 0 for =.
    package var direction: Int {
      switch self {
      case .atLeast, .moreThan: 1
      case .equal: 0
      case .lessThan, .atMost: -1
      }
    }
  }
}

/// An operator as it stands in a text.
struct ScannedOperator {
  var value: Target.Operator
  var range: Range<Int>
  /// Written as a sign: what the system prints, where words are what people write.
  var isSign: Bool
}

extension Target.Operator {
  /// A text that is an operator and nothing else: ≥, >= or 大于等于.
  init?(whole text: String) {
    let bytes = text.utf8.span
    guard let scanned = Self.sign(bytes, at: 0) ?? Self.word(bytes, at: 0), scanned.range.upperBound == bytes.count
    else { return nil }
    self = scanned.value
  }

  /// The sign at `position`, look-alikes and signs of two characters included. Book-title marks are operators only
  /// where `allowsMarks`: 》 also ends the title of a document.
  static func sign(_ bytes: Span<UInt8>, at position: Int, allowsMarks: Bool = true) -> ScannedOperator? {
    guard let (value, end) = oneSign(bytes, at: position, allowsMarks: allowsMarks) else { return nil }
    var result = ScannedOperator(value: value, range: position..<end, isSign: true)
    let next = bytes.skippingSpaces(end)
    guard value != .atLeast, value != .atMost, let (second, secondEnd) = oneSign(bytes, at: next, allowsMarks: false)
    else { return result }
    switch (value, second) {
    case (.moreThan, .equal), (.equal, .moreThan): result.value = .atLeast
    case (.lessThan, .equal), (.equal, .lessThan): result.value = .atMost
    default: return result
    }
    result.range = position..<secondEnd
    return result
  }

  private static func oneSign(
    _ bytes: Span<UInt8>, at position: Int, allowsMarks: Bool
  ) -> (Target.Operator, Int)? {
    let first = bytes.byte(at: position)
    switch first {
    case 0x3E: return (.moreThan, position + 1)
    case 0x3C: return (.lessThan, position + 1)
    case 0x3D: return (.equal, position + 1)
    case 0xE2, 0xE3, 0xEF: break
    default: return nil
    }
    let scalar =
      UInt32(first) << 16 | UInt32(bytes.byte(at: position + 1)) << 8 | UInt32(bytes.byte(at: position + 2))
    switch scalar {
    // ≥ ≧ ⩾ ≮
    case 0xE289A5, 0xE289A7, 0xE2A9BE, 0xE289AE: return (.atLeast, position + 3)
    // ≤ ≦ ⩽ ≯
    case 0xE289A4, 0xE289A6, 0xE2A9BD, 0xE289AF: return (.atMost, position + 3)
    // ＞ ﹥
    case 0xEFBC9E, 0xEFB9A5: return (.moreThan, position + 3)
    // ＜ ﹤
    case 0xEFBC9C, 0xEFB9A4: return (.lessThan, position + 3)
    // ＝ ﹦ ═
    case 0xEFBC9D, 0xEFB9A6, 0xE29590: return (.equal, position + 3)
    // 》 〉
    case 0xE3808B, 0xE38089: return allowsMarks ? (.moreThan, position + 3) : nil
    // 《 〈
    case 0xE3808A, 0xE38088: return allowsMarks ? (.lessThan, position + 3) : nil
    default: return nil
    }
  }

  /// The word before a number: 不低于, 至少, 超过. A negation belongs to it, with a modal verb between (不得低于).
  static func word(_ bytes: Span<UInt8>, at position: Int) -> ScannedOperator? {
    guard (0xE4...0xE9).contains(bytes.byte(at: position)) else { return nil }
    if let (value, end) = affirmed.match(bytes, at: position) {
      return ScannedOperator(value: value, range: position..<end, isSign: false)
    }
    guard let negated = negations.end(bytes, at: position) else { return nil }
    let start = modals.end(bytes, at: negated) ?? negated
    guard let (value, end) = negatable.match(bytes, at: start) else { return nil }
    return ScannedOperator(value: value, range: position..<end, isSign: false)
  }

  /// The words behind a number and its unit: 及以上, （含）以下, 以内. Bare 内 says it only of time, as in 3日内.
  static func tail(_ bytes: Span<UInt8>, at position: Int, afterTime: Bool) -> ScannedOperator? {
    if let (value, end) = tails.match(bytes, at: inclusions.end(bytes, at: position) ?? position) {
      return ScannedOperator(value: value, range: position..<end, isSign: false)
    }
    if afterTime, bytes.isScalar("内", at: position) {
      return ScannedOperator(value: .atMost, range: position..<position + 3, isSign: false)
    }
    return nil
  }

  private static let affirmed = WordTable<Target.Operator>([
    ("大于等于", .atLeast), ("大于或等于", .atLeast), ("高于等于", .atLeast), ("高于或等于", .atLeast),
    ("小于等于", .atMost), ("小于或等于", .atMost), ("低于等于", .atMost), ("低于或等于", .atMost),
    ("至少", .atLeast), ("最少", .atLeast), ("最低", .atLeast), ("至多", .atMost), ("最多", .atMost), ("最高", .atMost),
    ("大于", .moreThan), ("超过", .moreThan), ("超出", .moreThan), ("高于", .moreThan), ("多于", .moreThan),
    ("小于", .lessThan), ("低于", .lessThan), ("少于", .lessThan), ("等于", .equal),
  ])
  private static let negatable = WordTable<Target.Operator>([
    ("低于", .atLeast), ("少于", .atLeast), ("小于", .atLeast),
    ("高于", .atMost), ("超过", .atMost), ("超出", .atMost), ("大于", .atMost), ("多于", .atMost), ("超", .atMost),
    ("早于", .atLeast), ("晚于", .atMost), ("迟于", .atMost),
  ])
  private static let negations = Words(["不", "未", "没有"])
  private static let modals = Words(["得", "能", "应", "宜", "可以", "可", "准", "许", "要", "会"])
  private static let inclusions = Words(["（含）", "(含)", "（含本数）", "(含本数)"])
  private static let tails = WordTable<Target.Operator>([
    ("及以上", .atLeast), ("及其以上", .atLeast), ("以上", .atLeast), ("含以上", .atLeast),
    ("及以下", .atMost), ("及其以下", .atMost), ("以下", .atMost), ("含以下", .atMost), ("以内", .atMost), ("之内", .atMost),
  ])
}
