/// The names of the levels of indicators, canonical and as forms print them.
///
/// Source: 财预〔2015〕88号, 财预〔2021〕101号 and the forms of the provinces.
enum IndicatorLabel {
  static func isCanonical(_ label: String) -> Bool {
    // Comparing bytes with a few labels is cheaper than a set's hash, which normalises the text first.
    let utf8 = label.utf8Span.span
    for other in canonical where other.count == utf8.count {
      var index = 0
      while index < utf8.count, utf8[index] == other[index] { index += 1 }
      if index == utf8.count { return true }
    }
    return false
  }

  /// The canonical name for a label without marks; nil if it is not known.
  static func canonicalName(of label: String) -> String? {
    if isCanonical(label) { return label }
    if let name = variants[label] { return name }
    // 数量 stands for 数量指标 in a column of indicator classes.
    let full = label + "指标"
    return isCanonical(full) ? full : variants[full]
  }

  private static let canonical: [[UInt8]] = [
    "产出指标", "数量指标", "质量指标", "时效指标", "成本指标",
    "效益指标", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标",
    "满意度指标", "服务对象满意度指标",
    "经济成本指标", "社会成本指标", "生态环境成本指标",
  ].map { Array($0.utf8) }

  private static let variants: [String: String] = [
    "项目完成指标": "产出指标", "项目产出指标": "产出指标",
    "项目效益指标": "效益指标", "效果指标": "效益指标", "项目效果指标": "效益指标",
    "环境效益指标": "生态效益指标", "生态环境效益指标": "生态效益指标",
    "进度指标": "时效指标",
    "可持续性影响指标": "可持续影响指标", "可持续影响效益指标": "可持续影响指标",
    "社会公众或服务对象满意度指标": "服务对象满意度指标", "服务对象或社会公众满意度指标": "服务对象满意度指标",
    "社会公众及服务对象满意度指标": "服务对象满意度指标", "项目满意度指标": "满意度指标",
  ]

  /// What a label may mean; the forms that print it do not agree.
  static let perhaps: [String: String] = [
    "可持续发展指标": "可持续影响指标", "可持续发展影响指标": "可持续影响指标", "社会公众满意度指标": "服务对象满意度指标",
  ]

  /// A label without the marks around it: ★ and list marks before, scores, 必填 and colons behind.
  static func core(of letters: Letters) -> Range<Int> {
    var start = 0
    while let scalar = letters[start], "★☆▲△※*＊●◆".unicodeScalars.contains(scalar) || scalar.isSpace { start += 1 }
    var end = letters.count
    while end > start, let shorter = withoutMark(letters, start..<end) { end = shorter }
    return start..<end
  }

  /// Where the label ends without its last mark; nil if it has none.
  private static func withoutMark(_ letters: Letters, _ range: Range<Int>) -> Int? {
    let last = range.upperBound - 1
    guard last > range.lowerBound, let scalar = letters[last] else { return nil }
    if "：:*＊★☆".unicodeScalars.contains(scalar) || scalar.isSpace { return last }
    if scalar == "）" || scalar == ")" {
      var open = last - 1
      while let scalar = letters[open], open > range.lowerBound, scalar != "（", scalar != "(" { open -= 1 }
      guard open > range.lowerBound, isMark(letters.text(open + 1..<last)) else { return nil }
      return open
    }
    // 30分, without parentheses.
    guard scalar == "分" else { return nil }
    var start = last
    while let scalar = letters[start - 1], scalar.isDigit || scalar == "." { start -= 1 }
    return start < last && start > range.lowerBound ? start : nil
  }

  /// What parentheses behind a label hold: a score or a hint for the clerk.
  private static func isMark(_ text: String) -> Bool {
    if ["必填", "选填", "可选", "必选", "分值", "必填项"].contains(text) { return true }
    let digits = text.unicodeScalars.prefix { $0.isDigit || $0 == "." }
    let rest = text.unicodeScalars.dropFirst(digits.count)
    return !digits.isEmpty
      && (rest.isEmpty || rest.elementsEqual("分".unicodeScalars) || rest.elementsEqual("%".unicodeScalars))
  }
}
