internal import Modeling
internal import Provenance

extension Rule {
  static let percentSign = Rule(
    "percent-sign",
    summary: Message(zh: "全角和小型百分号改为 %", en: "Write full-width and small percent signs as %"),
    rationale: Message(
      zh: "“％”“﹪”与“%”意义相同，统一后指标值和支出计划才能比对。千分号“‰”和写成文字的“百分号”“百分比”不是同一符号，保留。",
      en: """
        ％ and ﹪ mean %, and values can only be compared if they are written alike. The permille sign ‰ and the words \
        百分号 and 百分比 are not that sign: they stay.
        """),
    examples: [
      .changes("25.00％", to: "25.00%", in: Field(.schedule)),
      .changes("≥95﹪", to: "≥95%", in: Field(.target)),
      .changes("完成率达到95％以上", to: "完成率达到95%以上"),
      .keeps("≤3‰", in: Field(.target)),
      .keeps("≥100百分比", in: Field(.target)),
      .keeps("资金支出计划（%）"),
    ],
    .mapping(["％": "%", "﹪": "%"]))
}
