/// The unit that the name of an indicator states or implies.
struct NamedUnit {
  var unit: String
  /// In the name: the unit itself, or the ending that implies it.
  var range: Range<Int>
  var isInferred: Bool
}

extension NamedUnit {
  /// Stated: `及时率（%）`, `面积(亩)`, `数量（单位：个）`, `完成率%`. Implied: % where the name ends in 率, 比例, 占比, 满意度.
  static func read(_ name: String) -> NamedUnit? {
    let utf8 = name.utf8Span
    return read(utf8.span, 0..<name.utf8.count)
  }

  static func read(_ bytes: Span<UInt8>, _ name: Range<Int>) -> NamedUnit? {
    var end = name.upperBound
    while end > name.lowerBound {
      // Nearly every name ends in an ideograph, whose first byte alone shows that nothing is to be skipped.
      let last = bytes.scalarStart(before: end)
      if (0xE4...0xE9).contains(bytes.byte(at: last)) { break }
      if let group = Bracketed.ending(at: end, bytes, from: name.lowerBound) {
        if let unit = stated(bytes, group.content) { return unit }
        end = group.outer.lowerBound
      } else if signs.stands(bytes, at: last) {
        return NamedUnit(unit: MeasureUnit.canonical(bytes, last..<end), range: last..<end, isInferred: false)
      } else if bytes.spaceLength(at: last) > 0 || punctuation.stands(bytes, at: last) {
        end = last
      } else {
        return nil
      }
    }
    return implied(bytes, name.lowerBound..<end)
  }

  private static func stated(_ bytes: Span<UInt8>, _ content: Range<Int>) -> NamedUnit? {
    var range = bytes.trimmed(content)
    if let end = introductions.end(bytes, at: range.lowerBound), end < range.upperBound {
      range = bytes.trimmed(end..<range.upperBound)
    }
    guard MeasureUnit.isKnown(bytes, range) else { return nil }
    return NamedUnit(unit: MeasureUnit.canonical(bytes, range), range: range, isInferred: false)
  }

  private static func implied(_ bytes: Span<UInt8>, _ name: Range<Int>) -> NamedUnit? {
    let start: Int
    let excluded: Words
    if bytes.has("率", endingAt: name.upperBound) {
      (start, excluded) = (name.upperBound - 3, otherRates)
    } else if bytes.has("比例", endingAt: name.upperBound) {
      (start, excluded) = (name.upperBound - 6, otherRatios)
    } else if bytes.has("占比", endingAt: name.upperBound) {
      (start, excluded) = (name.upperBound - 6, none)
    } else if bytes.has("满意度", endingAt: name.upperBound) {
      (start, excluded) = (name.upperBound - 9, none)
    } else {
      return nil
    }
    guard start >= name.lowerBound, !excluded.stands(bytes, endingAt: start) || percents.stands(bytes, endingAt: start)
    else { return nil }
    return NamedUnit(unit: "%", range: start..<name.upperBound, isInferred: true)
  }

  private static let signs = Words(["%", "％", "‰"])
  private static let introductions = Words(["单位：", "单位:"])
  private static let punctuation = Words(["：", ":", "。", "，", ",", "、", "；", ";", "*", "★", "."])
  private static let none = Words([])

  /// What stands before 率 in names that are not in percent.
  private static let otherRates = Words([
    // Counts or quantities by time.
    "频", "速", "心", "码", "帧", "周转",
    // Physical and technical quantities.
    "功", "斜", "曲", "分辨", "渗透", "折射",
    // Plain ratios and factors.
    "概", "倍", "容积", "赔", "汇",
    // How well something works: what 效率 is measured in is open.
    "效",
    // Customarily per thousand, or in points: 利率, 费率.
    "利", "费", "出生", "死亡", "自然增长",
    // Customarily per ten thousand or hundred thousand people.
    "发病", "患病", "发案", "犯罪", "万人",
  ])

  /// Names that end like one of those and are in percent: 治疗有效率, 取得成效率, 毛利率, 参保缴费率.
  private static let percents = Words([
    "有效", "失效", "成效", "见效", "生效", "显效", "时效", "实效", "收效", "增效", "毛利", "净利", "盈利", "专利", "缴费",
    "收费", "消费",
  ])
  private static let otherRatios = Words(["师生", "生师"])
}

/// A group in brackets.
struct Bracketed {
  /// The brackets included.
  var outer: Range<Int>
  var content: Range<Int>

  var opening: Range<Int> { outer.lowerBound..<content.lowerBound }
  var closing: Range<Int> { content.upperBound..<outer.upperBound }

  /// The group whose closing bracket ends at `end`; nil where it holds brackets of its own or never opens. Half and full
  /// width may be mixed, as people do.
  static func ending(at end: Int, _ bytes: Span<UInt8>, from lower: Int = 0) -> Bracketed? {
    let closing = bytes.scalarStart(before: end)
    guard closing >= lower, closings.end(bytes, at: closing) == end else { return nil }
    var position = closing
    while position > lower {
      position = bytes.scalarStart(before: position)
      if let content = openings.end(bytes, at: position) {
        return Bracketed(outer: position..<end, content: content..<closing)
      }
      if closings.end(bytes, at: position) != nil { return nil }
    }
    return nil
  }

  static let openings = Words(["（", "(", "[", "【", "〔", "［"])
  static let closings = Words(["）", ")", "]", "】", "〕", "］"])
}
