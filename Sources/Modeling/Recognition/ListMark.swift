internal import Provenance

/// The mark before an item of a list: `1、` `1.` `一、` `（一）` `(1)` `①` `·`.
struct ListMark: Hashable {
  enum Style: Hashable {
    /// 一、
    case chinese
    /// （一）
    case chineseInParentheses
    /// 1、 or 1. or 1)
    case arabic
    /// （1）
    case arabicInParentheses
    /// ①
    case circled
    /// · and its like
    case bullet
  }

  var style: Style
  /// Nil for a bullet.
  var number: Int?
  /// The mark itself, white space around it left out.
  var range: SourceRange

  /// The mark at the start of `range`, white space before it skipped. A digit behind `1.` means a number such as
  /// 1.5 unless `loose`, where the context says that a mark stands here, or a year follows (`1.2022年…`).
  static func find(_ source: [UInt8], in range: SourceRange, loose: Bool = false) -> ListMark? {
    let utf8 = source.span
    var start = range.start
    var scalar: UInt32 = 0
    var next = start
    while start < range.end {
      (scalar, next) = Scalars.next(utf8, start)
      if !Scalars.isBlank(scalar) { break }
      start = next
    }
    guard start < range.end else { return nil }

    switch scalar {
    case 0x2460...0x2473:
      return ListMark(style: .circled, number: Int(scalar) - 0x245F, range: SourceRange(start, next))
    case 0xB7, 0x2022, 0x25CF, 0x25A0, 0x25C6, 0x25CB, 0x25AA, 0x25BA, 0x27A2, 0x2605, 0xF06C, 0xF0B7, 0xF0D8:
      return ListMark(style: .bullet, number: nil, range: SourceRange(start, next))
    case 0x28, 0xFF08:
      guard let (number, isChinese, end) = numeral(utf8, next, range.end) else { return nil }
      guard end < range.end else { return nil }
      let (close, behind) = Scalars.next(utf8, end)
      guard close == 0x29 || close == 0xFF09 else { return nil }
      return ListMark(
        style: isChinese ? .chineseInParentheses : .arabicInParentheses, number: number,
        range: SourceRange(start, behind))
    default:
      guard let (number, isChinese, end) = numeral(utf8, start, range.end), end < range.end else { return nil }
      let (mark, behind) = Scalars.next(utf8, end)
      switch mark {
      case 0x3001:  // 、
        break
      case 0x29, 0xFF09:  // ) and its full-width form
        if isChinese { return nil }
      case 0x2E, 0xFF0E:  // . and its full-width form
        if !loose, !isChinese, behind < range.end, Scalars.digit(Scalars.next(utf8, behind).scalar) != nil,
          !startsWithYear(utf8, behind, range.end)
        {
          return nil
        }
      case 0x2C, 0xFF0C:  // a comma, where a 、 was meant
        if isChinese || !loose { return nil }
      default:
        return nil
      }
      return ListMark(style: isChinese ? .chinese : .arabic, number: number, range: SourceRange(start, behind))
    }
  }

  /// A numeral of one to three digits, or of Chinese digits up to 九十九.
  private static func numeral(
    _ utf8: borrowing Span<UInt8>, _ start: Int, _ limit: Int
  ) -> (number: Int, isChinese: Bool, end: Int)? {
    var offset = start
    var number = 0
    var digits = 0
    while offset < limit {
      let (scalar, next) = Scalars.next(utf8, offset)
      guard let digit = Scalars.digit(scalar) else { break }
      number = number * 10 + digit
      digits += 1
      if digits > 3 { return nil }
      offset = next
    }
    if digits > 0 { return (number, false, offset) }

    var value = 0
    var pending = 0
    var count = 0
    while offset < limit, count < 4 {
      let (scalar, next) = Scalars.next(utf8, offset)
      if scalar == 0x5341 {  // 十
        value += max(1, pending) * 10
        pending = 0
      } else if let digit = chineseDigit(scalar) {
        pending = digit
      } else {
        break
      }
      count += 1
      offset = next
    }
    return count > 0 ? (value + pending, true, offset) : nil
  }

  private static func chineseDigit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x4E00: 1  // 一
    case 0x4E8C: 2  // 二
    case 0x4E09: 3  // 三
    case 0x56DB: 4  // 四
    case 0x4E94: 5  // 五
    case 0x516D: 6  // 六
    case 0x4E03: 7  // 七
    case 0x516B: 8  // 八
    case 0x4E5D: 9  // 九
    default: nil
    }
  }

  /// Four digits and 年.
  private static func startsWithYear(_ utf8: borrowing Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    var offset = start
    for _ in 0..<4 {
      guard offset < limit else { return false }
      let (scalar, next) = Scalars.next(utf8, offset)
      guard Scalars.digit(scalar) != nil else { return false }
      offset = next
    }
    return offset < limit && Scalars.next(utf8, offset).scalar == 0x5E74
  }
}
