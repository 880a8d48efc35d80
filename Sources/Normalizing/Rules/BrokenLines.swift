internal import Provenance
internal import Modeling

extension Rule {
  static let brokenLines = Rule(
    "broken-lines", for: [.code, .name, .taxonomy, .target, .basis, .amount, .schedule, .title],
    summary: Message(zh: "接上名称、编码、数值中被拆断的行", en: "Join lines that break a name, a code or a value"),
    rationale: Message(
      zh: """
        表格单元格窄，名称和标签常被手工换行。汉字之间直接接上，外文单词之间留一个空格。以序号开头的行是另一条内容，\
        两边都有数字的指标值可能是两个值，都不接。正文里的换行是分段，保留。
        """,
      en: """
        Cells are narrow, so names and labels are broken by hand. Between Chinese characters the lines are joined, \
        between words of other scripts a space is left. A line that begins with a list number is an item of its own, \
        and a target with digits on both lines may be two targets: neither is joined. In prose a line break is a \
        paragraph and stays.
        """),
    examples: [
      .changes("综合事务管理\n工作完成率", to: "综合事务管理工作完成率", in: Field(.name)),
      .changes("产出\n指标", to: "产出指标", in: Field(.taxonomy)),
      .changes("13030421AFQ\nYLND97B7TA", to: "13030421AFQYLND97B7TA", in: Field(.code)),
      .changes("≥95\n%", to: "≥95%", in: Field(.target)),
      .changes("Windows\nServer", to: "Windows Server", in: Field(.name)),
      .changes("预算执行率 \n （%）", to: "预算执行率（%）", in: Field(.name)),
      .keeps("1.会议组织率\n2.议程完成率", in: Field(.name)),
      .keeps("≥95\n≥90", in: Field(.target)),
      .keeps("预算执行率", in: Field(.name)),
    ],
    .scanning(.anyOf("[\\n]")) { text, field in
      let letters = Letters(text)
      let lines = letters.lines
      var edits: [Edit] = []
      // Whether the line as joined so far holds a digit.
      var holdsDigit = lines.first.map { hasDigit(letters, $0) } ?? false
      for (line, next) in zip(lines, lines.dropFirst()) {
        let heldDigit = holdsDigit
        let nextHoldsDigit = hasDigit(letters, next)
        holdsDigit = nextHoldsDigit
        let before = letters.before(line.upperBound)
        let after = letters.after(line.upperBound)
        // Blank lines at the ends are the outer spaces' business; two breaks in a row part two texts.
        guard let before, let after, before != "\n", after != "\n" else { continue }
        if !field.kind.contains(.code) {
          if beginsWithListMark(letters, next) { continue }
          if !field.kind.isDisjoint(with: .numbers), heldDigit, nextHoldsDigit { continue }
        }
        holdsDigit = heldDigit || nextHoldsDigit
        var start = line.upperBound
        while let scalar = letters[start - 1], scalar.isSpace { start -= 1 }
        var end = next.lowerBound
        while let scalar = letters[end], scalar.isSpace { end += 1 }
        let isWordBreak = before.isWordCharacter && after.isWordCharacter && !field.kind.contains(.code)
        edits.append(letters.edit(start..<end, to: isWordBreak ? " " : ""))
      }
      return edits
    })

  private static func hasDigit(_ letters: Letters, _ range: Range<Int>) -> Bool {
    letters.scalars[range].contains { $0.isDigit }
  }

  /// `1.`, `1、`, `（一）`, `(1)`, `一、`, `①`.
  private static func beginsWithListMark(_ letters: Letters, _ line: Range<Int>) -> Bool {
    var index = line.lowerBound
    while let scalar = letters[index], scalar.isSpace { index += 1 }
    guard let first = letters[index] else { return false }
    if (0x2460...0x249B).contains(first.value) { return true }
    if first == "(" || first == "（" { index += 1 }
    let start = index
    while let scalar = letters[index], scalar.isDigit || "一二三四五六七八九十".unicodeScalars.contains(scalar) { index += 1 }
    guard index > start, let mark = letters[index] else { return false }
    guard mark == "." || mark == "．" else { return mark == "、" || mark == ")" || mark == "）" }
    // A decimal is not a mark, wherever it is broken.
    repeat { index += 1 } while letters[index].map { $0.isSpace || $0 == "\n" } ?? false
    return letters[index]?.isDigit != true
  }
}

extension Unicode.Scalar {
  /// A letter or digit of a script that writes spaces between words.
  fileprivate var isWordCharacter: Bool { isDigit || isLatinLetter }
}
