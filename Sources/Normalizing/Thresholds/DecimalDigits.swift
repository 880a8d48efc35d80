/// A decimal number as written, comparable without rounding: `95`, `95.0`, `0.97`.
struct DecimalDigits: Equatable {
  /// Without zeros in front.
  private let whole: ArraySlice<Unicode.Scalar>
  /// Without zeros behind.
  private let fraction: ArraySlice<Unicode.Scalar>
  /// How many digits the whole part has as written.
  let wholeCount: Int

  /// Nil unless the scalars are digits, or digits with one point between; `095` is no number that people write.
  init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    let point = scalars.firstIndex(of: ".")
    let whole = scalars[..<(point ?? scalars.endIndex)]
    let fraction = point.map { scalars[($0 + 1)...] } ?? []
    guard let first = whole.first, whole.allSatisfy(\.isDigit), fraction.allSatisfy(\.isDigit) else { return nil }
    if point != nil && fraction.isEmpty { return nil }
    if first == "0" && whole.count > 1 { return nil }
    self.whole = whole.drop { $0 == "0" }
    self.fraction = fraction.lastIndex { $0 != "0" }.map { fraction[...$0] } ?? []
    self.wholeCount = whole.count
  }

  static func == (one: DecimalDigits, other: DecimalDigits) -> Bool {
    one.whole.elementsEqual(other.whole) && one.fraction.elementsEqual(other.fraction)
  }

  var exceedsHundred: Bool {
    if whole.count != 3 { return whole.count > 3 }
    return !whole.elementsEqual(["1", "0", "0"]) || !fraction.isEmpty
  }

  /// Such as 2021.
  var isYear: Bool {
    fraction.isEmpty && whole.count == 4 && (whole.starts(with: ["1", "9"]) || whole.starts(with: ["2", "0"]))
  }
}
