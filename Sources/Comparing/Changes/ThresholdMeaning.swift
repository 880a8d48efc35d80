/// What became of a target: whether what satisfies the new one is less or more than what satisfied the old one.
///
/// A target is a set of values: `≥95` is all from 95 upwards, `=95` one value, `14–24` a range, `12月底前` all days up to
/// the last of the year. The new set inside the old one is *tighter*, around it *looser*, equal *same*; sets of which
/// neither holds the other, or whose units don't convert exactly, are *incomparable*. A bare number is one value: whether
/// more of it is better is not said, unless the form has a column that does (指标方向性).
package enum ThresholdMeaning: String, Hashable, Sendable, CaseIterable {
  case tighter, looser, same, incomparable

  /// `years` is by how many years the new filing is later: a deadline that moved on with it is the same.
  package static func of(
    _ old: TargetSnapshot, _ new: TargetSnapshot, direction: String? = nil, yearsLater years: Int = 0
  ) -> ThresholdMeaning {
    if old.kind == "qualitative", new.kind == "qualitative" { return ofGrades(old.text, new.text) }
    if old.kind == "date", new.kind == "date" {
      guard let before = Interval(dates: old, shiftedBy: years), let after = Interval(dates: new, shiftedBy: 0) else {
        return .incomparable
      }
      return compare(before, after)
    }
    guard let scale = TargetUnitScale.factor(from: old.unit, to: new.unit),
      let before = Interval(old, direction, times: scale), let after = Interval(new, direction, times: 1)
    else { return .incomparable }
    return compare(before, after)
  }

  private static func compare(_ old: Interval, _ new: Interval) -> ThresholdMeaning {
    if old == new { return .same }
    if old.contains(new) { return .tighter }
    if new.contains(old) { return .looser }
    return .incomparable
  }

  /// 优 良 中 差, best first.
  private static func ofGrades(_ old: String, _ new: String) -> ThresholdMeaning {
    let grades = ["优", "良", "中", "差"]
    func rank(_ text: String) -> Int? { grades.firstIndex { $0.utf8.elementsEqual(text.utf8) } }
    guard let before = rank(old), let after = rank(new) else { return .incomparable }
    return before == after ? .same : after < before ? .tighter : .looser
  }
}

/// The values that satisfy a target.
private struct Interval: Equatable {
  var low: Double
  var high: Double
  var hasLow = true
  var hasHigh = true

  init?(_ target: TargetSnapshot, _ direction: String?, times scale: Double) {
    switch target.kind {
    case "range":
      guard let low = target.minimum, let high = target.maximum else { return nil }
      self.init(low: Self.scaled(low, scale), high: Self.scaled(high, scale))
    case "quantity":
      guard let value = target.value.map({ Self.scaled($0, scale) }) else { return nil }
      self.init(value, target.operator ?? Self.implied(direction))
    default: return nil
    }
  }

  /// Days, as numbers that order them.
  init?(dates target: TargetSnapshot, shiftedBy years: Int) {
    guard let earliest = target.earliest.flatMap({ Self.day($0, years) }),
      let latest = target.latest.flatMap({ Self.day($0, years) })
    else { return nil }
    switch target.operator {
    case nil, "=": self.init(low: earliest, high: latest)
    case "≤": self.init(latest, "≤")
    // Which end of the days named is meant isn't said; the wider reading holds for both sides alike.
    case "<": self.init(latest, "<")
    case "≥": self.init(earliest, "≥")
    case ">": self.init(earliest, ">")
    default: return nil
    }
  }

  private init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  private init(_ value: Double, _ sign: String?) {
    low = value
    high = value
    switch sign {
    case "≥": high = .infinity
    case ">":
      high = .infinity
      hasLow = false
    case "≤": low = -.infinity
    case "<":
      low = -.infinity
      hasHigh = false
    default: break
    }
  }

  func contains(_ other: Interval) -> Bool {
    let isLow = low < other.low || (low == other.low && (hasLow || !other.hasLow))
    let isHigh = high > other.high || (high == other.high && (hasHigh || !other.hasHigh))
    return isLow && isHigh
  }

  /// With 12 significant digits: 0.3 万元 is 3000 元, whatever binary fractions make of it.
  private static func scaled(_ value: Double, _ scale: Double) -> Double {
    if scale == 1 { return value }
    let product = value * scale
    let rounded = (product * 1_000_000).rounded() / 1_000_000
    return rounded.isFinite ? rounded : product
  }

  private static func implied(_ direction: String?) -> String? {
    guard let direction else { return nil }
    if direction.utf8.starts(with: "正向".utf8) { return "≥" }
    if direction.utf8.starts(with: "反向".utf8) || direction.utf8.starts(with: "逆向".utf8) { return "≤" }
    return nil
  }

  private static func day(_ iso: String, _ years: Int) -> Double? {
    let parts = iso.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (0...9999).contains(year),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return Double((year + max(-9999, min(9999, years))) * 372 + month * 31 + day)
  }
}

/// Units that convert exactly, by definition.
enum TargetUnitScale {
  private static let scales: [[(String, Double)]] = [
    [("元", 1), ("百元", 100), ("千元", 1_000), ("万元", 10_000), ("百万元", 1_000_000), ("亿元", 100_000_000)],
    [("%", 1), ("百分比", 1), ("‰", 0.1)],
    [("人", 1), ("万人", 10_000)],
    [("人次", 1), ("万人次", 10_000)],
    [("米", 1), ("公里", 1_000), ("千米", 1_000)],
    [("克", 1), ("千克", 1_000), ("公斤", 1_000), ("吨", 1_000_000)],
    [("分钟", 1), ("小时", 60)],
  ]

  /// What a number in the unit `old` is multiplied by to be one in `new`; nil if they don't convert.
  static func factor(from old: String?, to new: String?) -> Double? {
    guard let old, let new else { return old == nil && new == nil ? 1 : nil }
    if old.utf8.elementsEqual(new.utf8) { return 1 }
    for scale in scales {
      guard let from = scale.first(where: { $0.0.utf8.elementsEqual(old.utf8) }),
        let to = scale.first(where: { $0.0.utf8.elementsEqual(new.utf8) })
      else { continue }
      return from.1 / to.1
    }
    return nil
  }
}
