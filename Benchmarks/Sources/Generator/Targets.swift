/// Target values in all the forms that filings print.
extension Random {
  mutating func target() -> String {
    let number = pick([80, 85, 90, 92, 95, 96, 98, 99, 100])
    switch below(20) {
    // What the budget system's export prints: operator, number, and a unit box into which all was typed again.
    case 0...8: return number < 100 ? "≥\(number)\(number)及以上" : "=100100%"
    case 9: return "≥\(number)\(number)%"
    case 10, 11: return "\(pick(["≥", "＝", "=", ">", "≤"]))\(number)\(pick(["%", "％"]))"
    case 12, 13: return "\(pick(["≥", "≤", "=", "不少于", "不超过", ">="]))\(within(1...9999))\(pick(Phrases.units))"
    case 14: return "\(within(1...40))\(pick(Phrases.units))"
    case 15: return "\(within(2020...2025))年\(pick([6, 9, 11, 12]))月\(pick(["底前", "31日前", "底", "30日"]))"
    case 16: return "\(pick([3, 6, 10, 12]))月底前"
    case 17: return pick(Phrases.words)
    case 18: return "≤\(within(1...400)).\(within(10...99))万元"
    default:
      return pick(["无", "-", "\(within(10...20))-\(within(21...40))%", "\(number)", "0\(pick(Phrases.words))", "≥9%0"])
    }
  }
}
