/// The parts of a plan of payments (资金支出计划): by when, and how much of the budget.
package enum Schedule {
  /// The month by whose end a column's share is to be spent, 1 to 12, and where the label names it: `3月底`, `1季度`, 上半年,
  /// 年底. nil for anything else.
  package static func month(_ text: String) -> (month: Int, range: Range<Int>)? {
    let utf8 = text.utf8Span
    let bytes = utf8.span
    var range = TargetWords.stripped(bytes, 0..<bytes.count)
    if let end = bytes.end(ofFirst: ["截至", "截止到", "截止", "到", "至"], at: range.lowerBound) {
      range = bytes.trimmed(.from(end, to: range.upperBound))
    }
    guard let (month, end) = named(bytes, range) ?? numbered(bytes, range), (1...12).contains(month) else { return nil }
    let tail = bytes.end(ofFirst: ["份底", "份末", "份", "底", "末"], at: end) ?? end
    let before = bytes.end(ofFirst: ["之前", "前"], at: tail) ?? tail
    return before == range.upperBound ? (month, range) : nil
  }

  /// A share in percent points: `25.00%`, or `25` in a column whose label says （%）. A fraction is not made a percentage.
  package static func percent(_ text: String) -> (value: Decimal, range: Range<Int>)? {
    let utf8 = text.utf8Span
    let bytes = utf8.span
    let range = bytes.trimmed(0..<bytes.count)
    guard let numeral = Decimal.scan(bytes, at: range.lowerBound), let value = numeral.value else { return nil }
    let next = bytes.skippingSpaces(numeral.range.upperBound)
    let end = bytes.end(ofFirst: ["%", "％"], at: next) ?? numeral.range.upperBound
    return end == range.upperBound ? (value, numeral.range) : nil
  }

  private static func named(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (month: Int, end: Int)? {
    for (word, month) in words where bytes.has(word, at: range.lowerBound) {
      return (month, range.lowerBound + word.utf8.count)
    }
    let start = bytes.end(ofFirst: ["第"], at: range.lowerBound) ?? range.lowerBound
    guard let quarter = bytes.digit(at: start) ?? ChineseNumber.digit(bytes, at: start), (1...4).contains(quarter),
      let end = bytes.end(ofFirst: ["季度"], at: bytes.scalarEnd(start))
    else { return nil }
    return (quarter * 3, end)
  }

  private static func numbered(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (month: Int, end: Int)? {
    if let number = bytes.integer(at: range.lowerBound) {
      guard number.digits <= 2, let end = bytes.end(ofFirst: ["月"], at: bytes.skippingSpaces(number.end)) else {
        return nil
      }
      return (number.value, end)
    }
    var position = range.lowerBound
    guard let value = ChineseNumber.read(bytes, at: &position), let end = bytes.end(ofFirst: ["月"], at: position),
      let month = Int(exactly: value.double)
    else { return nil }
    return (month, end)
  }

  private static let words = [("上半年", 6), ("下半年", 12), ("全年", 12), ("本年", 12), ("年", 12)]
}
