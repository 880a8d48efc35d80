/// Whether an indicator's name says that its values are shares of a whole, which cannot exceed 100%.
struct RateName {
  /// The ending that says so: `率`, `满意度`, `（%）`.
  let ending: String

  init?(_ name: String) {
    if Self.mayExceedHundred(name) { return nil }
    guard let index = Self.ending(of: name.utf8Span.span) else { return nil }
    ending = Self.endings[index].text
  }

  /// All that is asked of a name, as a number below 0x7F.
  static func trait(of name: String) -> UInt8 {
    if mayExceedHundred(name) { return 0 }
    return ending(of: name.utf8Span.span).map { UInt8(truncatingIfNeeded: $0 + 2) } ?? 1
  }

  private static func ending(of name: Span<UInt8>) -> Int? {
    guard let index = endings.indices.first(where: { ends(name, in: endings[$0].utf8) }) else { return nil }
    // 频率 and the like count something else. A sign in parentheses settles it.
    if index >= signs, otherRates.contains(where: { ends(name, in: $0) }) { return nil }
    return index
  }

  private static func ends(_ name: Span<UInt8>, in word: [UInt8]) -> Bool {
    let start = name.count - word.count
    guard start >= 0 else { return false }
    for index in word.indices where name[start + index] != word[index] { return false }
    return true
  }

  /// The first two are signs.
  private static let endings = ["（%）", "(%)", "满意度", "比例", "占比", "比率", "率"].map {
    (text: $0, utf8: Array($0.utf8))
  }
  private static let signs = 2

  /// Growth has no upper bound.
  static func mayExceedHundred(_ name: String) -> Bool {
    var last: Unicode.Scalar = " "
    for scalar in name.unicodeScalars {
      switch (last, scalar) {
      case ("增", "长"), ("增", "幅"), ("增", "加"), ("增", "速"), ("增", "值"), ("同", "比"), ("环", "比"), ("提", "高"), ("提", "升"),
        ("上", "升"),
        ("回", "报"), ("收", "益"), ("利", "润"), ("周", "转"), ("产", "出"), ("倍", "率"), ("超", "额"):
        return true
      default: last = scalar
      }
    }
    return false
  }

  /// Rates that are no share of a whole, or one counted by the thousand.
  private static let otherRates = [
    "频率", "效率", "功率", "速率", "汇率", "利率", "税率", "费率", "斜率", "心率", "容积率", "发病率", "患病率", "死亡率", "出生率", "生育率", "病例率",
    "事故率", "案发率", "发案率", "杠杆率", "分辨率", "流动比率", "速动比率",
  ].map { Array($0.utf8) }
}
