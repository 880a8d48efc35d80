/// A day or a period as a text names it, before it is known which year is meant.
struct PeriodPoint {
  enum Period {
    case year
    /// 1 or 2.
    case half(Int)
    /// 1 to 4.
    case quarter(Int)
    case month(Int)
    /// 上旬, 中旬, 下旬 of a month, as 0 to 2.
    case third(Int, month: Int)
    case day(Int, month: Int)
  }

  var year: Int?
  var period: Period
  /// 底 or 末: its last day is meant.
  var isEnd = false
  /// Might as well be a number: `2023.12`, or the first of `2022-2024`.
  var isLoose = false
  var range: Range<Int>

  var month: Int? {
    switch period {
    case .month(let month), .third(_, let month), .day(_, let month): month
    default: nil
    }
  }

  /// The first and the last day in `year`; nil if there are no such days.
  func days(in year: Int) -> (CivilDate, CivilDate)? {
    let months: ClosedRange<Int>
    switch period {
    case .year: months = 1...12
    case .half(let half): months = half == 1 ? 1...6 : 7...12
    case .quarter(let quarter):
      guard (1...4).contains(quarter) else { return nil }
      months = quarter * 3 - 2...quarter * 3
    case .month(let month): months = month...month
    case .third(let third, let month):
      let last = third == 2 ? CivilDate.days(in: month, of: year) : third * 10 + 10
      return Self.pair(CivilDate(year, month, third * 10 + 1), CivilDate(year, month, last), isEnd: isEnd)
    case .day(let day, let month):
      return Self.pair(CivilDate(year, month, day), CivilDate(year, month, day), isEnd: false)
    }
    let last = CivilDate.days(in: months.upperBound, of: year)
    return Self.pair(
      CivilDate(year, months.lowerBound, 1), CivilDate(year, months.upperBound, last), isEnd: isEnd)
  }

  private static func pair(_ first: CivilDate?, _ last: CivilDate?, isEnd: Bool) -> (CivilDate, CivilDate)? {
    guard let first, let last else { return nil }
    return (isEnd ? last : first, last)
  }
}

extension PeriodPoint {
  /// Reads the point at `start`. `first` is the other end of a span, if this is its second; a second end may leave out
  /// what the first said.
  static func read(_ bytes: Span<UInt8>, at start: Int, after first: PeriodPoint? = nil) -> PeriodPoint? {
    if let named = named(bytes, at: start) { return named }
    guard let number = bytes.integer(at: start) else { return nil }
    let next = bytes.skippingSpaces(number.end)
    if number.digits == 4, (1900...2100).contains(number.value) {
      return inYear(number.value, bytes, number: start..<number.end, at: next)
        ?? first.map { _ in PeriodPoint(year: number.value, period: .year, isLoose: true, range: start..<number.end) }
    }
    guard number.digits <= 2 else { return nil }
    if bytes.has("月", at: next) { return inMonth(number.value, bytes, start: start, at: next + 3) }
    if let first, let month = first.month, let end = bytes.end(ofFirst: days, at: next) {
      return PeriodPoint(period: .day(number.value, month: month), range: start..<end)
    }
    // The first of 1-12月.
    if first == nil, let other = separatorEnd(bytes, at: next), let second = bytes.integer(at: other),
      second.digits <= 2,
      bytes.has("月", at: bytes.skippingSpaces(second.end)), (1...12).contains(number.value)
    {
      return PeriodPoint(period: .month(number.value), range: start..<number.end)
    }
    return nil
  }

  /// 全年, 年底, 上半年, 第三季度: periods that need no number, or only that of a quarter.
  private static func named(_ bytes: Span<UInt8>, at start: Int) -> PeriodPoint? {
    for (word, period) in words where bytes.has(word, at: start) {
      let end = start + word.utf8.count
      if case .year = period { return PeriodPoint(period: .year, range: start..<end) }
      return closed(PeriodPoint(period: period, range: start..<end), bytes)
    }
    for word in ["年底", "年末"] where bytes.has(word, at: start) {
      return PeriodPoint(period: .year, isEnd: true, range: start..<start + word.utf8.count)
    }
    let position = bytes.has("第", at: start) ? start + 3 : start
    guard let quarter = bytes.digit(at: position) ?? ChineseNumber.digit(bytes, at: position),
      (1...4).contains(quarter),
      let end = bytes.end(ofFirst: ["季度", "个季度"], at: bytes.scalarEnd(position)),
      bytes.has("季度", at: bytes.scalarEnd(position))
    else { return nil }
    return closed(PeriodPoint(period: .quarter(quarter), range: start..<end), bytes)
  }

  /// What follows the number of a year: 年 with a period inside it, or a sign with months and days.
  private static func inYear(
    _ year: Int, _ bytes: Span<UInt8>, number: Range<Int>, at position: Int
  ) -> PeriodPoint? {
    let start = number.lowerBound
    if bytes.has("年", at: position) {
      let end = bytes.has("度", at: position + 3) ? position + 6 : position + 3
      let inner = bytes.skippingSpaces(end)
      if var named = named(bytes, at: inner) {
        named.year = year
        named.range = start..<named.range.upperBound
        return named
      }
      if let month = bytes.integer(at: inner), month.digits <= 2 {
        let next = bytes.skippingSpaces(month.end)
        if bytes.has("月", at: next) {
          var point = inMonth(month.value, bytes, start: start, at: next + 3)
          point?.year = year
          return point
        }
        if var point = read(bytes, at: inner), point.month != nil {
          point.year = year
          point.range = start..<point.range.upperBound
          return point
        }
      }
      return closed(PeriodPoint(year: year, period: .year, range: start..<end), bytes)
    }
    for sign in signs where bytes.has(sign, at: position) {
      guard let month = bytes.integer(at: position + sign.utf8.count) else { return nil }
      let yearEnd = bytes.has("-", at: position) || bytes.has("－", at: position)
      if month.digits == 4, yearEnd {
        return PeriodPoint(year: year, period: .year, isLoose: true, range: number)
      }
      guard month.digits <= 2 else { return nil }
      if bytes.has(sign, at: month.end), let day = bytes.integer(at: month.end + sign.utf8.count), day.digits <= 2 {
        // A month or a day that doesn't exist is found when the days are worked out.
        return PeriodPoint(year: year, period: .day(day.value, month: month.value), range: start..<day.end)
      }
      guard (1...12).contains(month.value) else { return nil }
      return PeriodPoint(
        year: year, period: .month(month.value), isLoose: sign == "." || sign == "．", range: start..<month.end)
    }
    // The first of 2022至2024年.
    if separatorEnd(bytes, at: position) != nil {
      return PeriodPoint(year: year, period: .year, isLoose: true, range: number)
    }
    return nil
  }

  /// What follows 月: a day, a third of the month, its end, or nothing.
  private static func inMonth(_ month: Int, _ bytes: Span<UInt8>, start: Int, at position: Int) -> PeriodPoint? {
    guard (1...12).contains(month) else { return nil }
    for (third, word) in ["上旬", "中旬", "下旬"].enumerated() where bytes.has(word, at: position) {
      return PeriodPoint(period: .third(third, month: month), range: start..<position + 6)
    }
    if let day = bytes.integer(at: bytes.skippingSpaces(position)), day.digits <= 2,
      let end = bytes.end(ofFirst: days, at: bytes.skippingSpaces(day.end))
    {
      return PeriodPoint(period: .day(day.value, month: month), range: start..<end)
    }
    let end = bytes.has("份", at: position) ? position + 3 : position
    return closed(PeriodPoint(period: .month(month), range: start..<end), bytes)
  }

  /// With 底 or 末, where one follows.
  private static func closed(_ point: PeriodPoint, _ bytes: Span<UInt8>) -> PeriodPoint {
    var point = point
    if let end = bytes.end(ofFirst: ["底", "末"], at: point.range.upperBound) {
      point.isEnd = true
      point.range = point.range.lowerBound..<end
    }
    return point
  }

  /// What stands between the ends of a range or a span, with white space around it; where the second end begins.
  static func separatorEnd(_ bytes: Span<UInt8>, at position: Int) -> Int? {
    let start = bytes.skippingSpaces(position)
    guard let end = bytes.end(ofFirst: separators, at: start) else { return nil }
    return bytes.skippingSpaces(end)
  }

  private static let separators = ["-", "～", "~", "——", "—", "–", "－", "−", "至", "到"]
  private static let signs = ["-", "/", ".", "－", "／", "．"]
  private static let days = ["日", "号"]
  private static let words: [(String, Period)] = [
    ("全年", .year), ("本年度", .year), ("当年度", .year), ("当年", .year), ("本年", .year),
    ("上半年", .half(1)), ("下半年", .half(2)),
  ]
}
