/// Whole numbers written in Chinese characters.
package enum ChineseNumeral {
  /// The value of `text`, which is a Chinese numeral and nothing else: by place (`一百二十`, `十二`, `廿三`), digit by
  /// digit (`二〇二一`), or in the characters of banknotes (`壹佰`). Nil for anything else, and for anything that
  /// breaks the order of places (`十百`, `二十三四`).
  package static func value(of text: some StringProtocol) -> Int? {
    let scalars = text.unicodeScalars
    if scalars.isEmpty { return nil }
    if scalars.count > 1, scalars.allSatisfy({ digit($0) != nil && $0 != "两" }) { return positional(scalars) }
    // `total` holds what 万 and 亿 have closed, `section` what 千, 百 and 十 have, `pending` a digit that waits for
    // its place.
    var total = 0
    var section = 0
    var pending: Int?
    var lastPlace = 10_000
    var lastMyriad = Int.max
    var afterZero = false
    for scalar in scalars {
      if let digit = digit(scalar) {
        // 〇 and 零 only fill a gap; two digits in a row belong to no place.
        if digit == 0 {
          if pending != nil || afterZero { return nil }
          afterZero = true
          continue
        }
        if pending != nil { return nil }
        pending = digit
      } else if let tens = tens(scalar) {
        if pending != nil || lastPlace <= 10 { return nil }
        section += tens
        lastPlace = 10
      } else if let place = place(scalar) {
        if place >= lastPlace { return nil }
        // 十二 begins without a one; 百 and 千 do not.
        guard let digit = pending ?? (place == 10 && !afterZero ? 1 : nil) else { return nil }
        section += digit * place
        pending = nil
        lastPlace = place
      } else if let myriad = myriad(scalar) {
        section += pending ?? 0
        if section == 0 || myriad >= lastMyriad { return nil }
        total += section * myriad
        (section, pending, lastPlace, lastMyriad) = (0, nil, 10_000, myriad)
      } else {
        return nil
      }
      afterZero = false
    }
    if afterZero { return scalars.count == 1 ? 0 : nil }
    return total + section + (pending ?? 0)
  }

  private static func positional(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
    var value = 0
    for scalar in scalars {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      let (sum, carry) = product.addingReportingOverflow(digit(scalar) ?? 0)
      if carry { return nil }
      value = sum
    }
    return value
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "零", "○": 0
    case "一", "壹": 1
    case "二", "贰", "两": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// The characters that hold a digit and its ten.
  private static func tens(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "廿": 20
    case "卅": 30
    default: nil
    }
  }

  private static func place(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十", "拾": 10
    case "百", "佰": 100
    case "千", "仟": 1000
    default: nil
    }
  }

  private static func myriad(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "万": 10_000
    case "亿": 100_000_000
    default: nil
    }
  }
}
