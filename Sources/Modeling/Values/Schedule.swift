/// The parts of a plan of payments (资金支出计划): by when, and how much of the budget.
package enum Schedule {
  /// The month by whose end a column's share is to be spent, 1 to 12, and where the label names it: `3月底`, `1季度`, 上半年,
  /// 年底. nil for anything else.
  package static func month(_ text: String) -> (month: Int, range: Range<Int>)? {
    let utf8 = text.utf8Span
    let bytes = utf8.span
    var range = TargetWords.stripped(bytes, 0..<bytes.count)
    if let end = prepositions.end(bytes, at: range.lowerBound) {
      range = bytes.trimmed(.from(end, to: range.upperBound))
    }
    guard let (month, end) = named(bytes, range) ?? numbered(bytes, range), (1...12).contains(month) else { return nil }
    let tail = monthEnds.end(bytes, at: end) ?? end
    let before = befores.end(bytes, at: tail) ?? tail
    return before == range.upperBound ? (month, range) : nil
  }

  /// A share in percent points: `25.00%`, or `25` in a column whose label says （%）. A fraction is not made a percentage.
  package static func percent(_ text: String) -> (value: Decimal, range: Range<Int>)? {
    let utf8 = text.utf8Span
    let bytes = utf8.span
    let range = bytes.trimmed(0..<bytes.count)
    guard let numeral = Decimal.scan(bytes, at: range.lowerBound), let value = numeral.value else { return nil }
    let next = bytes.skippingSpaces(numeral.range.upperBound)
    let end = signs.end(bytes, at: next) ?? numeral.range.upperBound
    return end == range.upperBound ? (value, numeral.range) : nil
  }

  private static func named(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (month: Int, end: Int)? {
    if let (month, end) = words.match(bytes, at: range.lowerBound) { return (month, end) }
    let start = range.lowerBound + (bytes.isScalar("第", at: range.lowerBound) ? 3 : 0)
    guard let quarter = bytes.digit(at: start) ?? ChineseNumber.digit(bytes, at: start), (1...4).contains(quarter),
      case let end = bytes.scalarEnd(start), bytes.has("季度", at: end)
    else { return nil }
    return (quarter * 3, end + 6)
  }

  private static func numbered(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (month: Int, end: Int)? {
    if let number = bytes.integer(at: range.lowerBound) {
      let end = bytes.skippingSpaces(number.end)
      return number.digits <= 2 && bytes.isScalar("月", at: end) ? (number.value, end + 3) : nil
    }
    var end = range.lowerBound
    guard let month = ChineseNumber.read(bytes, at: &end)?.whole, bytes.isScalar("月", at: end) else { return nil }
    return (month, end + 3)
  }

  private static let prepositions = Words(["截至", "截止到", "截止", "到", "至"])
  private static let monthEnds = Words(["份底", "份末", "份", "底", "末"])
  private static let befores = Words(["之前", "前"])
  private static let signs = Words(["%", "％"])
  private static let words = WordTable([("上半年", 6), ("下半年", 12), ("全年", 12), ("本年", 12), ("年", 12)])
}
