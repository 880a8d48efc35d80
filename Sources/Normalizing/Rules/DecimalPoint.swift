internal import Modeling
internal import Provenance

extension Rule {
  static let decimalPoint = Rule(
    "decimal-point",
    summary: Message(zh: "数字后的全角句点改为小数点", en: "Write a full-width full stop after a digit as a decimal point"),
    rationale: Message(
      zh: "“３．５”“1．完成会议”里的“．”是全角的句点，改为“.”。在金额、指标值和支出计划里，两个数字之间的“。”只能是输入法没有切换，也改为小数点。",
      en: """
        The ．of 3．5 and of the list mark 1．is a full stop in full width. In amounts, targets and schedules a 。between \
        two digits can only come from an input method that was not switched: it is a decimal point as well.
        """),
    examples: [
      .changes("3．5万元", to: "3.5万元"),
      .changes("1．完成会议筹备", to: "1.完成会议筹备"),
      .changes("21。00", to: "21.00", in: Field(.amount)),
      .keeps("完成2021。2022年继续"),
      .keeps("≥95。", in: Field(.target)),
      .keeps("甲．乙"),
      .keeps("3.5"),
    ],
    .scanning(.anyOf("[．。]")) { text, field in
      let isNumber = !field.kind.isDisjoint(with: .numbers)
      // A 。ends nearly every sentence, and is no sign of a number there.
      if !isNumber, !text.utf8Span.span.holds(0xEF, 0xBC, 0x8E) { return [] }
      let letters = Letters(text)
      var edits: [Edit] = []
      for index in letters.indices where letters[index - 1]?.isDigit == true {
        let scalar = letters.scalars[index]
        if scalar == "．" || (scalar == "。" && isNumber && letters[index + 1]?.isDigit == true) {
          edits.append(letters.edit(index..<index + 1, to: "."))
        }
      }
      return edits
    })
}
