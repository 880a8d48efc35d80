extension Amount {
  /// An amount that a sentence mentions.
  package struct Mention: Hashable, Sendable {
    /// Number and unit.
    package var range: Range<Int>
    package var yuan: Decimal
    package var text: String
  }

  /// The amounts in running text, in order: 预算安排资金21万元. Only a number with 元 counts; rates (元/人, 每人100元), ranges
  /// and words that begin with 元 (元旦) don't. Linear, and without allocation where there is none.
  package static func mentions(in text: String) -> [Mention] {
    let utf8 = text.utf8Span
    let bytes = utf8.span
    var result: [Mention] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0xE5, let spoken = spoken(bytes, endingAt: position, after: result.last?.range.upperBound ?? 0) {
        result.append(spoken)
        position = spoken.range.upperBound
        continue
      }
      // Only these begin a digit, of half and of full width.
      guard byte == 0xEF || byte >= 0x30 && byte <= 0x39, let numeral = Decimal.scan(bytes, at: position) else {
        position += 1
        continue
      }
      position = numeral.range.upperBound
      guard let (unit, end) = AmountUnit.scan(bytes, at: bytes.skippingSpaces(position)) else { continue }
      position = end
      guard let value = numeral.value, let yuan = unit.yuan(value), isTotal(bytes, before: numeral.range.lowerBound),
        !followers.stands(bytes, at: bytes.skippingSpaces(end))
      else { continue }
      let range = numeral.range.lowerBound..<end
      result.append(Mention(range: range, yuan: yuan, text: bytes.string(range)))
    }
    return result
  }

  /// The amount in Chinese numerals whose 元 stands at `position`. Below a hundred yuan 元 is rather part of a word, as in
  /// 一元化 and 二元.
  private static func spoken(_ bytes: Span<UInt8>, endingAt position: Int, after last: Int) -> Mention? {
    guard bytes.isScalar("元", at: position) else { return nil }
    var start = position
    while start > last, case let before = bytes.scalarStart(before: start), numerals.end(bytes, at: before) == start {
      start = before
    }
    // 重点三百万元
    if bytes.isScalar("点", at: start) { start += 3 }
    guard start < position, start >= last, let amount = ChineseAmount.read(bytes, at: start),
      amount.unitRange.upperBound > position, let least = Decimal(100), !(amount.yuan < least),
      bytes.digit(at: bytes.scalarStart(before: start)) == nil, isTotal(bytes, before: start),
      !approximations.stands(bytes, at: bytes.scalarStart(before: start)),
      !followers.stands(bytes, at: bytes.skippingSpaces(amount.unitRange.upperBound))
    else { return nil }
    let range = start..<amount.unitRange.upperBound
    return Mention(range: range, yuan: amount.yuan, text: bytes.string(range))
  }

  private static let numerals = Words([
    "零", "〇", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "点", "壹", "贰", "叁",
    "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟", "萬", "億",
  ])
  /// 几十万元 is no amount.
  private static let approximations = Words(["几", "数", "多", "余", "第"])

  /// Whether what stands before a number lets it be an amount of its own: no letter, sign or number that it hangs
  /// together with, and no 每 or 人均 in the few characters before it.
  private static func isTotal(_ bytes: Span<UInt8>, before start: Int) -> Bool {
    if start == 0 { return true }
    var before = start
    while before > 0, case let last = bytes.scalarStart(before: before), bytes.spaceLength(at: last) > 0 {
      before = last
    }
    if before < start, bytes.digit(at: bytes.scalarStart(before: before)) != nil { return false }
    switch bytes.byte(at: start - 1) {
    case 0x41...0x5A, 0x61...0x7A, 0x2E, 0x2B: return false
    default: break
    }
    var position = bytes.scalarStart(before: start)
    if ranges.end(bytes, at: position) == start { return false }
    for _ in 0..<4 {
      if bytes.isScalar("每", at: position) || bytes.isScalar("均", at: position) { return false }
      if TargetUnit.ends.stands(bytes, at: position) || position == 0 { break }
      position = bytes.scalarStart(before: position)
    }
    return true
  }

  private static let ranges = Words(["-", "~", "～", "－", "—", "–", "至", "到", "*", "×"])
  private static let followers = Words([
    "/", "／", "每", "·", "*", "×", "旦", "月", "素", "宵", "件", "年", "氏", "-", "~", "～", "—", "至",
  ])
}
