/// A day of the Gregorian calendar that exists.
package struct CivilDate: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// nil where there is no such day. Years have four digits.
  package init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2021-12-31`, and nothing else.
  package init?(iso text: String) {
    let utf8 = text.utf8Span
    let bytes = utf8.span
    guard bytes.count == 10, bytes.byte(at: 4) == 0x2D, bytes.byte(at: 7) == 0x2D,
      let year = bytes.integer(at: 0), let month = bytes.integer(at: 5), let day = bytes.integer(at: 8),
      year.end == 4, month.end == 7, day.end == 10
    else { return nil }
    self.init(year.value, month.value, day.value)
  }

  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate: Comparable {
  package static func < (one: CivilDate, other: CivilDate) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }
}

extension CivilDate: CustomStringConvertible {
  /// As ISO 8601 writes it.
  package var description: String {
    let year = String(year)
    return String(repeating: "0", count: 4 - year.utf8.count) + year
      + (month < 10 ? "-0" : "-") + String(month) + (day < 10 ? "-0" : "-") + String(day)
  }
}
