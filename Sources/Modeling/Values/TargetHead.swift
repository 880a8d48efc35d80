/// What stands before the number of a target value.
struct TargetHead {
  /// The operator directly before the number; in a text without digits, the last one.
  var `operator`: ScannedOperator?
  /// Two operators in a row that differ.
  var hasConflict = false
  /// A sign stands somewhere before the number.
  var hasSign = false
  /// 百分之 or 千分之 directly before the number.
  var share: Range<Int>?
  var isNegative = false
  /// Where the number's first digit stands; nil if the text holds none.
  var digits: Int?
  /// Where the expression begins: at 第, 百分之, a minus, or the digits.
  var anchor: Int
  /// The words before operator and number.
  var lead: Range<Int>
}

extension TargetHead {
  static func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TargetHead {
    var head = TargetHead(anchor: range.upperBound, lead: range)
    // A title in book-title marks begins with the same sign as a look-alike of <.
    let startsTitle = titleEnds.occur(in: .from(range.lowerBound + 3, to: range.upperBound), of: bytes)
    var position = range.lowerBound
    while position < range.upperBound {
      let isFirst =
        position == range.lowerBound || position == head.operator.map { bytes.skippingSpaces($0.range.upperBound) }
      if head.startsNumber(bytes, at: position, afterOperator: isFirst) { break }
      if let sign = Target.Operator.sign(
        bytes, at: position, allowsMarks: position == range.lowerBound && !startsTitle)
      {
        head.hasSign = true
        position = head.take(sign, bytes)
      } else if let word = Target.Operator.word(bytes, at: position) {
        position = head.take(word, bytes)
      } else {
        position = bytes.scalarEnd(position)
      }
    }
    if head.digits == nil { return head }
    if let scanned = head.operator, bytes.skippingSpaces(scanned.range.upperBound) != head.anchor {
      head.operator = nil
      head.hasConflict = false
    }
    let end = head.operator?.range.lowerBound ?? head.anchor
    head.lead = TargetWords.stripped(bytes, .from(range.lowerBound, to: end))
    return head
  }

  /// Whether the expression begins at `position`; notes how.
  private mutating func startsNumber(_ bytes: Span<UInt8>, at position: Int, afterOperator: Bool) -> Bool {
    if bytes.digit(at: position) != nil {
      (digits, anchor) = (position, position)
      return true
    }
    if afterOperator {
      let sign = Decimal.sign(bytes, at: position)
      if sign.digits > position, bytes.digit(at: sign.digits) != nil {
        (isNegative, digits, anchor) = (sign.isNegative, sign.digits, position)
        return true
      }
    }
    if bytes.isScalar("第", at: position), bytes.digit(at: position + 3) != nil {
      (digits, anchor) = (position + 3, position)
      return true
    }
    if let end = Self.shares.end(bytes, at: position), bytes.digit(at: end) != nil {
      (share, digits, anchor) = (position..<end, end, position)
      return true
    }
    return false
  }

  private mutating func take(_ scanned: ScannedOperator, _ bytes: Span<UInt8>) -> Int {
    var scanned = scanned
    if let last = self.operator, bytes.skippingSpaces(last.range.upperBound) == scanned.range.lowerBound {
      hasConflict = hasConflict || last.value != scanned.value
      scanned.range = last.range.lowerBound..<scanned.range.upperBound
    } else {
      hasConflict = false
    }
    self.operator = scanned
    return scanned.range.upperBound
  }

  static let shares = Words(["百分之", "千分之"])
  private static let titleEnds = Words(["》", "〉"])
}
