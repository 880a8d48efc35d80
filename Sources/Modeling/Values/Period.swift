/// A date or a span of dates as a target value names it.
struct Period {
  /// nil where the year is not known.
  var earliest: CivilDate?
  var latest: CivilDate?
  var yearIsInferred = false
  var first: Range<Int>
  var second: Range<Int>?
  /// 前, 之前: ≤; 后, 起: ≥.
  var tail: ScannedOperator?
  /// One month, without a year, a day or 底: behind an operator, rather a number of months.
  var isBareMonth = false
  /// Could as well be a number or a duration.
  var isAmbiguous = false
  /// No such day, or a span that ends before it begins.
  var problem: Target.Unread?
  var end: Int
}

extension Period {
  /// Reads the date at `start`; nil if what stands there is none. `year` is taken where the text names none.
  static func read(_ bytes: Span<UInt8>, at start: Int, year: Int?) -> Period? {
    if let day = compact(bytes, at: start) { return day }
    guard let first = PeriodPoint.read(bytes, at: start) else { return nil }
    var result = Period(first: first.range, end: first.range.upperBound)
    var second: PeriodPoint?
    if let next = PeriodPoint.separatorEnd(bytes, at: result.end),
      let point = PeriodPoint.read(bytes, at: next, after: first)
    {
      second = point
      result.second = point.range
      result.end = point.range.upperBound
    } else if first.isLoose, case .year = first.period {
      return nil
    }
    // Of 2023.01-12 either end might be a number; of 2023.01-2023.12 the years say that both are dates.
    result.isAmbiguous = first.isLoose
    if let second { result.isAmbiguous = !second.isSaid && (first.isLooseYear || first.isLoose && second.year == nil) }
    result.tail = tail(bytes, at: result.end)
    if let tail = result.tail { result.end = tail.range.upperBound }
    if let end = insides.end(bytes, at: result.end), result.tail == nil {
      result.isAmbiguous = result.isAmbiguous || first.isBareMonth && second == nil
      result.end = end
    }
    result.isBareMonth = first.isBareMonth && second == nil && result.tail == nil
    result.resolve(first, second, year)
    return result
  }

  private mutating func resolve(_ first: PeriodPoint, _ second: PeriodPoint?, _ year: Int?) {
    if first.year == nil, second?.year != nil {
      isAmbiguous = true
      return
    }
    // A leap year stands in where the year is not known: 2月29日 may exist.
    let said = first.year ?? year
    guard let days = first.days(in: said ?? 2000) else {
      problem = .impossibleDate
      return
    }
    var last = days.1
    if let second {
      guard let end = second.days(in: second.year ?? said ?? 2000) else {
        problem = .impossibleDate
        return
      }
      last = end.1
    }
    if days.0 > last { problem = .descendingRange }
    guard said != nil else { return }
    (earliest, latest) = (days.0, last)
    yearIsInferred = first.year == nil
  }

  private static func tail(_ bytes: Span<UInt8>, at start: Int) -> ScannedOperator? {
    guard let (value, end) = tails.match(bytes, at: start) else { return nil }
    return ScannedOperator(value: value, range: start..<end, isSign: false)
  }

  /// Eight digits, as in 20231231, where they are a day of this century or the last; a number could look the same.
  private static func compact(_ bytes: Span<UInt8>, at start: Int) -> Period? {
    guard let number = bytes.integer(at: start), number.digits == 8,
      (1900...2100).contains(number.value / 10_000),
      let day = CivilDate(number.value / 10_000, number.value / 100 % 100, number.value % 100)
    else { return nil }
    return Period(earliest: day, latest: day, first: start..<number.end, isAmbiguous: true, end: number.end)
  }

  private static let insides = Words(["以内", "之内", "内", "期间"])
  private static let tails = WordTable<Target.Operator>([
    ("之前", .atMost), ("以前", .atMost), ("前", .atMost), ("止", .atMost),
    ("之后", .atLeast), ("以后", .atLeast), ("后", .atLeast), ("起", .atLeast),
  ])
}

extension PeriodPoint {
  fileprivate var isBareMonth: Bool {
    if case .month = period { return year == nil && !isEnd }
    return false
  }

  /// Nothing but four digits.
  fileprivate var isLooseYear: Bool {
    if case .year = period { return isLoose }
    return false
  }

  /// Certainly a date.
  fileprivate var isSaid: Bool { !isLoose }
}
