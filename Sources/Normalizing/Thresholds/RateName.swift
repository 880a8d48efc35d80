/// Whether an indicator's name says that its values are shares of a whole, which cannot exceed 100%.
struct RateName {
  /// The ending that says so: `率`, `满意度`, `（%）`.
  let ending: String

  init?(_ name: String) {
    if Self.mayExceedHundred(name) { return nil }
    // 频率 and the like count something else, sign or no sign.
    let letters = Letters(name)
    for ending in ["（%）", "(%)"] where letters.ends(with: ending.unicodeScalars, in: letters.indices) {
      self.ending = ending
      return
    }
    if Self.otherRates.contains(where: { letters.ends(with: $0.unicodeScalars, in: letters.indices) }) { return nil }
    for ending in ["满意度", "比例", "占比", "比率", "率"] where letters.ends(with: ending.unicodeScalars, in: letters.indices) {
      self.ending = ending
      return
    }
    return nil
  }

  /// Growth has no upper bound.
  static func mayExceedHundred(_ name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    for index in scalars.indices.dropLast() {
      switch (scalars[index], scalars[index + 1]) {
      case ("增", "长"), ("增", "幅"), ("增", "加"), ("增", "速"), ("增", "值"), ("同", "比"), ("环", "比"), ("提", "高"), ("提", "升"),
        ("上", "升"),
        ("回", "报"), ("收", "益"), ("利", "润"), ("周", "转"), ("产", "出"), ("倍", "率"), ("超", "额"):
        return true
      default: break
      }
    }
    return false
  }

  /// Rates that are no share of a whole, or one counted by the thousand.
  private static let otherRates = [
    "频率", "效率", "功率", "速率", "汇率", "利率", "税率", "费率", "斜率", "心率", "容积率", "发病率", "患病率", "死亡率", "出生率", "生育率", "病例率",
    "事故率", "案发率", "发案率", "杠杆率", "分辨率", "流动比率", "速动比率",
  ]
}
