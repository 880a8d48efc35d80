/// The administrative divisions of China at and above the county (GB/T 2260): codes of six digits and their names.
///
/// Divisions are abolished, renamed and moved nearly every year, and a filing speaks of them as they were when it
/// was written: so the table holds every name that a code has had since 2010, and the lookups take the filing's
/// year. Without a year, or for one that the table knows nothing of, what is in force counts.
package enum Regions {
  /// The full name of the division with `code`, from the province down: `130304` is `河北省秦皇岛市北戴河区`.
  ///
  /// Levels that stand in the code only (市辖区, 县, 省直辖县级行政区划) have no name: `500101` is `重庆市万州区`.
  /// Nil if the table never held the code. O(log n), one allocation.
  ///
  /// - Parameter year: the filing's year. It is written around the turn of the year, so that the codes are those of
  ///   the year before.
  package static func name(of code: String, year: Int? = nil) -> String? {
    guard let code = RegionCode(code) else { return nil }
    let lines = byCode
    let table = lines.utf8Span.span
    guard let record = RegionRecord.find(code, in: table, at: tableYear(year)) else { return nil }
    // An abolished division's parents are those that it had.
    let year = min(tableYear(year), record.years.upperBound)
    var name: [UInt8] = []
    name.reserveCapacity(64)
    for parent in code.parents {
      if let record = RegionRecord.find(parent, in: table, at: year) { record.appendName(from: table, to: &name) }
    }
    record.appendName(from: table, to: &name)
    return String(decoding: name, as: UTF8.self)
  }

  /// The year at whose end the codes of a filing of `year` were in force; `Int.max` for the newest table.
  static func tableYear(_ year: Int?) -> Int {
    guard let year else { return .max }
    return year &- 1
  }
}

/// A code of six digits: two each for the province, the prefecture and the county.
struct RegionCode: Hashable, Comparable {
  let number: Int

  init(number: Int) {
    self.number = number
  }

  /// Nil unless `text` is six ASCII digits.
  init?(_ text: String) {
    guard text.utf8.count == 6 else { return nil }
    var number = 0
    for byte in text.utf8 {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    self.number = number
  }

  var text: String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }

  /// The codes of the levels above, the highest first.
  var parents: [RegionCode] {
    var parents: [RegionCode] = []
    for unit in [10_000, 100] where number % unit != 0 {
      let parent = number / unit * unit
      if parents.last?.number != parent { parents.append(RegionCode(number: parent)) }
    }
    return parents
  }

  /// Whether this is `other` or lies in it.
  func isWithin(_ other: RegionCode) -> Bool {
    let unit = other.number % 10_000 == 0 ? 10_000 : other.number % 100 == 0 ? 100 : 1
    return number / unit == other.number / unit
  }

  static func < (one: RegionCode, other: RegionCode) -> Bool { one.number < other.number }
}
