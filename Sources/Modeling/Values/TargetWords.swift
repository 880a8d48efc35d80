/// The words by which targets are told apart that hold no number.
enum TargetWords {
  /// Whether `range`, which is trimmed, says that there is no target.
  static func isNone(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if none.isWhole(bytes, range) { return true }
    return range.count <= 48 && inapplicable.occur(in: range, of: bytes) && !bytes.hasDigit(in: range)
  }

  /// Whether words that stand where a unit is expected say how good something is: `0明显提升`, a qualitative target that
  /// was filed as a number.
  static func isAppraisal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    grades.isWhole(bytes, range) || appraisals.occur(in: range, of: bytes)
  }

  /// Words and signs before a number that change its sense, or name a grade whose threshold it is.
  static func forbidReading(_ bytes: Span<UInt8>, _ lead: Range<Int>) -> Bool {
    grades.isWhole(bytes, lead) || negations.occur(in: lead, of: bytes)
  }

  /// Whether a letter or an ideograph stands in `range`.
  static func hasWord(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for position in range {
      switch bytes.byte(at: position) {
      case 0x41...0x5A, 0x61...0x7A, 0xE4...0xE9, 0xF0: return true
      case 0xE3 where bytes.byte(at: position + 1) >= 0x90: return true
      default: break
      }
    }
    return false
  }

  /// `range` without white space and marks at its ends.
  static func stripped(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var range = bytes.trimmed(range)
    while let end = marks.end(bytes, at: range.lowerBound), end <= range.upperBound {
      range = bytes.trimmed(.from(end, to: range.upperBound))
    }
    while !range.isEmpty {
      let last = bytes.scalarStart(before: range.upperBound)
      guard last >= range.lowerBound, marks.end(bytes, at: last) == range.upperBound else { break }
      range = bytes.trimmed(range.lowerBound..<last)
    }
    return range
  }

  static let marks = Words(["。", "；", ";", "，", ",", "、", ".", "：", ":", "！"])
  private static let inapplicable = Words(["不适用", "不涉及"])
  private static let none = Words([
    "无", "空", "-", "—", "——", "--", "–", "－", "/", "／", "\\", "、", "无。", "没有", "暂无", "N/A", "n/a", "NA", "无此项",
    "无此指标", "（无）", "(无)",
  ])
  private static let grades = Words(["优", "良", "中", "差", "优秀", "良好", "合格", "不合格", "好", "较好", "一般", "较差"])
  private static let appraisals = Words([
    "提升", "提高", "改善", "增强", "增加", "减少", "降低", "促进", "保障", "显著", "明显", "有效", "良好", "优秀", "合格", "满意",
    "完善", "健全", "及时", "稳定", "长期", "持续", "较好", "完成", "达标", "规范",
  ])
  private static let negations = Words(["不", "未", "没", "无", "非", "勿", "禁", "除", "±", "≠", "≈"])
}
