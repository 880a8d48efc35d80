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
      } else if bytes.end(ofFirst: ["%", "％", "‰"], at: last) != nil {
        return NamedUnit(unit: MeasureUnit.canonical(bytes, last..<end), range: last..<end, isInferred: false)
      } else if bytes.spaceLength(at: last) > 0 || bytes.end(ofFirst: punctuation, at: last) != nil {
        end = last
      } else {
        return nil
      }
    }
    return implied(bytes, name.lowerBound..<end)
  }

  private static func stated(_ bytes: Span<UInt8>, _ content: Range<Int>) -> NamedUnit? {
    var range = bytes.trimmed(content)
    if let end = bytes.end(ofFirst: ["单位：", "单位:"], at: range.lowerBound), end < range.upperBound {
      range = bytes.trimmed(end..<range.upperBound)
    }
    guard MeasureUnit.isKnown(bytes, range) else { return nil }
    return NamedUnit(unit: MeasureUnit.canonical(bytes, range), range: range, isInferred: false)
  }

  private static func implied(_ bytes: Span<UInt8>, _ name: Range<Int>) -> NamedUnit? {
    for ending in endings where bytes.has(ending, endingAt: name.upperBound) && ending.utf8.count <= name.count {
      for other in otherwise where bytes.has(other, endingAt: name.upperBound) { return nil }
      return NamedUnit(unit: "%", range: name.upperBound - ending.utf8.count..<name.upperBound, isInferred: true)
    }
    return nil
  }

  private static let punctuation = ["：", ":", "。", "，", ",", "、", "；", ";", "*", "★", "."]
  private static let endings = ["率", "满意度", "比例", "占比"]

  /// Names that end alike and are not in percent.
  private static let otherwise = [
    // Counts or quantities by time.
    "频率", "速率", "心率", "码率", "帧率", "周转率",
    // Physical and technical quantities.
    "功率", "斜率", "曲率", "分辨率", "渗透率", "折射率",
    // Plain ratios and factors.
    "概率", "倍率", "容积率", "赔率", "汇率", "师生比例", "生师比例",
    // How well something works: what it is measured in is open.
    "效率",
    // Customarily per thousand, or in points.
    "利率", "费率", "出生率", "死亡率", "自然增长率",
    // Customarily per ten thousand or hundred thousand people.
    "发病率", "患病率", "报告率", "发案率", "犯罪率", "万人率",
  ]
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
    guard closing >= lower, bytes.end(ofFirst: closings, at: closing) == end else { return nil }
    var position = closing
    while position > lower {
      position = bytes.scalarStart(before: position)
      if let content = bytes.end(ofFirst: openings, at: position) {
        return Bracketed(outer: position..<end, content: content..<closing)
      }
      if bytes.end(ofFirst: closings, at: position) != nil { return nil }
    }
    return nil
  }

  static let openings = ["（", "(", "[", "【", "〔", "［"]
  static let closings = ["）", ")", "]", "】", "〕", "］"]
}
