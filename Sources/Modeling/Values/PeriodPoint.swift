/// A day or a period as a text names it, before it is known which year is meant.
struct PeriodPoint {
  enum Period: Sendable {
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
    guard let number = bytes.calendarNumber(at: start) else { return nil }
    let next = bytes.skippingSpaces(number.end)
    if number.digits == 4, (1900...2100).contains(number.value) {
      return inYear(number.value, bytes, number: start..<number.end, at: next)
        ?? first.map { _ in PeriodPoint(year: number.value, period: .year, isLoose: true, range: start..<number.end) }
    }
    guard number.digits <= 2 else { return nil }
    if bytes.isScalar("月", at: next) { return inMonth(number.value, bytes, start: start, at: next + 3) }
    if let first, let month = first.month, let end = days.end(bytes, at: next) {
      return PeriodPoint(period: .day(number.value, month: month), range: start..<end)
    }
    // The second of 2021.01-12.
    if let first, first.isLoose, case .month = first.period, (1...12).contains(number.value),
      !bytes.isScalar(".", at: number.end)
    {
      return PeriodPoint(period: .month(number.value), isLoose: true, range: start..<number.end)
    }
    // The first of 1-12月.
    if first == nil, let other = separatorEnd(bytes, at: next), let second = bytes.calendarNumber(at: other),
      second.digits <= 2,
      bytes.isScalar("月", at: bytes.skippingSpaces(second.end)), (1...12).contains(number.value)
    {
      return PeriodPoint(period: .month(number.value), range: start..<number.end)
    }
    return nil
  }

  /// 全年, 年底, 上半年, 第三季度: periods that need no number, or only that of a quarter.
  private static func named(_ bytes: Span<UInt8>, at start: Int) -> PeriodPoint? {
    if let (word, end) = words.match(bytes, at: start) {
      let point = PeriodPoint(period: word.period, isEnd: word.isEnd, range: start..<end)
      if case .year = word.period { return point }
      return closed(point, bytes)
    }
    let position = bytes.isScalar("第", at: start) ? start + 3 : start
    guard let quarter = bytes.digit(at: position) ?? ChineseNumber.digit(bytes, at: position),
      (1...4).contains(quarter),
      case let end = bytes.scalarEnd(position), bytes.has("季度", at: end)
    else { return nil }
    return closed(PeriodPoint(period: .quarter(quarter), range: start..<end + 6), bytes)
  }

  /// What follows the number of a year: 年 with a period inside it, or a sign with months and days.
  private static func inYear(
    _ year: Int, _ bytes: Span<UInt8>, number: Range<Int>, at position: Int
  ) -> PeriodPoint? {
    let start = number.lowerBound
    if bytes.isScalar("年", at: position) {
      let end = bytes.isScalar("度", at: position + 3) ? position + 6 : position + 3
      let inner = bytes.skippingSpaces(end)
      if var named = named(bytes, at: inner) {
        named.year = year
        named.range = start..<named.range.upperBound
        return named
      }
      if let month = bytes.calendarNumber(at: inner), month.digits <= 2 {
        let next = bytes.skippingSpaces(month.end)
        if bytes.isScalar("月", at: next) {
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
    if let (sign, end) = signs.match(bytes, at: position) {
      guard let month = bytes.calendarNumber(at: end) else { return nil }
      if month.digits == 4, sign == .hyphen {
        return PeriodPoint(year: year, period: .year, isLoose: true, range: number)
      }
      guard month.digits <= 2 else { return nil }
      if let (second, dayStart) = signs.match(bytes, at: month.end), second == sign,
        let day = bytes.calendarNumber(at: dayStart), day.digits <= 2
      {
        // A month or a day that doesn't exist is found when the days are worked out.
        return PeriodPoint(year: year, period: .day(day.value, month: month.value), range: start..<day.end)
      }
      guard (1...12).contains(month.value) else { return nil }
      return PeriodPoint(
        year: year, period: .month(month.value), isLoose: sign == .point, range: start..<month.end)
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
    if let (third, end) = thirds.match(bytes, at: position) {
      return PeriodPoint(period: .third(third, month: month), range: start..<end)
    }
    if let day = bytes.calendarNumber(at: bytes.skippingSpaces(position)), day.digits <= 2,
      let end = days.end(bytes, at: bytes.skippingSpaces(day.end))
    {
      return PeriodPoint(period: .day(day.value, month: month), range: start..<end)
    }
    let end = bytes.isScalar("份", at: position) ? position + 3 : position
    return closed(PeriodPoint(period: .month(month), range: start..<end), bytes)
  }

  /// With 底 or 末, where one follows.
  private static func closed(_ point: PeriodPoint, _ bytes: Span<UInt8>) -> PeriodPoint {
    var point = point
    if let end = ends.end(bytes, at: point.range.upperBound) {
      point.isEnd = true
      point.range = point.range.lowerBound..<end
    }
    return point
  }

  /// What stands between the ends of a range or a span, with white space around it; where the second end begins.
  static func separatorEnd(_ bytes: Span<UInt8>, at position: Int) -> Int? {
    let start = bytes.skippingSpaces(position)
    guard let end = separators.end(bytes, at: start) else { return nil }
    return bytes.skippingSpaces(end)
  }

  private enum Sign { case hyphen, slash, point }

  private static let separators = Words(["-", "～", "~", "——", "—", "–", "－", "−", "至", "到"])
  private static let signs = WordTable<Sign>([
    ("-", .hyphen), ("－", .hyphen), ("/", .slash), ("／", .slash), (".", .point), ("．", .point),
  ])
  private static let days = Words(["日", "号"])
  private static let ends = Words(["底", "末"])
  private static let thirds = WordTable([("上旬", 0), ("中旬", 1), ("下旬", 2)])
  private static let words = WordTable<(period: Period, isEnd: Bool)>([
    ("全年", (.year, false)), ("本年度", (.year, false)), ("当年度", (.year, false)), ("当年", (.year, false)),
    ("本年", (.year, false)), ("年底", (.year, true)), ("年末", (.year, true)),
    ("上半年", (.half(1), false)), ("下半年", (.half(2), false)),
  ])
}
