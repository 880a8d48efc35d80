internal import Modeling
internal import Provenance

extension Rule {
  static let targetOperators = Rule(
    "target-operators", for: .target,
    summary: Message(zh: "指标值的比较符号统一为 ≥ > = < ≤", en: "Write the operators of targets as ≥ > = < ≤"),
    rationale: Message(
      zh: """
        系统外填报的指标值用各种相近的字符代替比较符号：全角的“＞”，“≧”“﹥”，书名号“》”，以及“>=”“=>”。紧接数字的才是比较符号，\
        统一后才能判断方向和比较大小；不在数字前面的（如书名号）保留。
        """,
      en: """
        Targets typed outside the system use many look-alikes: full-width ＞, ≧, ﹥, the title mark 》, and >= or =>. \
        What stands right before a number is an operator; written alike, its direction can be read. Elsewhere, as around \
        a title, they stay.
        """),
    examples: [
      .changes("＞95%", to: ">95%"),
      .changes("≧95", to: "≥95"),
      .changes("≦7工作日", to: "≤7工作日"),
      .changes("═22个", to: "=22个"),
      .changes("﹥80", to: ">80"),
      .changes("》80", to: ">80"),
      .changes("〈24小时", to: "<24小时"),
      .changes(">=95%", to: "≥95%"),
      .changes("=>95%", to: "≥95%"),
      .changes("＜＝5天", to: "≤5天"),
      .changes("≥ 95", to: "≥95"),
      .changes(">=95>=95%", to: "≥95≥95%"),
      .keeps("≥95%"),
      .keeps("《预算法》2014年修订"),
      .keeps("符合《标准》"),
      .keeps("=良好"),
      .keeps("x＞y"),
    ],
    .scanning(.anyOf("[＞＝＜≧≦═﹥﹤⩾⩽》〉《〈>=<≥≤]")) { text, _ in
      if isPlain(text.utf8Span.span) { return [] }
      let letters = Letters(text)
      let hasTitle = letters.scalars.contains("《") && letters.scalars.contains("》")
      var edits: [Edit] = []
      var index = 0
      while index < letters.count {
        let start = index
        while let scalar = letters[index], operatorSign(scalar) != nil { index += 1 }
        if index == start {
          index += 1
          continue
        }
        let signs = letters.scalars[start..<index]
        var next = index
        while letters[next] == " " { next += 1 }
        guard letters[next]?.isDigit == true, let sign = comparison(signs) else { continue }
        if hasTitle && signs.contains(where: { $0 == "》" || $0 == "《" }) { continue }
        if letters.text(start..<next) != sign { edits.append(letters.edit(start..<next, to: sign)) }
      }
      return edits
    })

  /// Whether the text is one plain operator, a digit, and then nothing but digits, points, percent signs and
  /// ideographs: nearly every target is.
  private static func isPlain(_ utf8: Span<UInt8>) -> Bool {
    guard utf8.count > 3 else { return false }
    var index = 0
    switch utf8[0] {
    case 0x3C...0x3E: index = 1
    case 0xE2 where utf8[1] == 0x89 && (utf8[2] == 0xA4 || utf8[2] == 0xA5): index = 3
    default: return false
    }
    guard (0x30...0x39).contains(utf8[index]) else { return false }
    while index < utf8.count {
      switch utf8[index] {
      case 0x30...0x39, 0x25, 0x2E: index += 1
      case 0xE4...0xE9: index += 3
      default: return false
      }
    }
    return true
  }

  /// The plain sign that a look-alike stands for.
  private static func operatorSign(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case ">", "＞", "﹥", "》", "〉": ">"
    case "<", "＜", "﹤", "《", "〈": "<"
    case "=", "＝", "═": "="
    case "≥", "≧", "⩾": "≥"
    case "≤", "≦", "⩽": "≤"
    default: nil
    }
  }

  /// The operator that one or two signs make; nil for anything else, such as `≥=` or `<>`.
  private static func comparison(_ signs: ArraySlice<Unicode.Scalar>) -> String? {
    switch signs.compactMap(operatorSign) {
    case let one where one.count == 1: one.first.map { String(Character($0)) }
    case [">", "="], ["=", ">"]: "≥"
    case ["<", "="], ["=", "<"]: "≤"
    default: nil
    }
  }
}
