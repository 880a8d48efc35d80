internal import Modeling
internal import Provenance

extension Rule {
  static let doubledThreshold = Rule(
    "doubled-threshold", for: .target,
    summary: Message(zh: "指标值中重复填写的数值只留一次", en: "Write a threshold that was entered twice once"),
    rationale: Message(
      zh: """
        预算系统把比较符号、数值和计量单位分成三格，打印时连在一起。计量单位格里又填了“95及以上”，就印成“≥9595及以上”。\
        有证据的才改：重复的两半相等、至少两位数，而且后面的“及以上”等又说了一遍条件；或者按百分比读会超过 100；或者整个条件、计量单位原样重复。\
        “≥1010人”这样无法判断的只作提示；“≥9595以下”自相矛盾，不改，由核对环节报告。
        """,
      en: """
        The budget system has three fields, operator, number and unit, and prints them without a separator. Where \
        95及以上 was typed into the unit's field, ≥9595及以上 comes out. It is repaired only with proof: two equal halves \
        of two digits or more and a tail that repeats the condition; or a percentage that would exceed 100; or a \
        whole condition or unit that stands there twice. ≥1010人 is ambiguous and only pointed out; ≥9595以下 contradicts \
        itself and is left to the checks.
        """),
    examples: [
      .changes("≥9595及以上", to: "≥95"),
      .changes("≥5050及以上", to: "≥50"),
      .changes("≥100100及以上", to: "≥100"),
      .changes("≤100100以内", to: "≤100"),
      .changes("≥1111及以上", to: "≥11"),
      .changes("≥95.095及以上", to: "≥95.0"),
      .changes("≥95.595.5及以上", to: "≥95.5"),
      .changes("≥9595%", to: "≥95%"),
      .changes("≥3030%以上", to: "≥30%"),
      .changes("=100100%", to: "=100%"),
      .changes("9595%以上", to: "95%以上"),
      .changes("不低于9595%", to: "不低于95%"),
      .changes("≥9595", to: "≥95", in: Field(.target, indicator: "提案办理率")),
      .changes("≥9090", to: "≥90", in: Field(.target, indicator: "活动参与人员满意度")),
      .changes("≥9595", to: "≥95", in: Field(.target, indicator: "各项任务完成及时（%）")),
      .changes("≥95≥95%", to: "≥95%"),
      .changes("≥9595≥9595%", to: "≥95%"),
      .changes("≥5≥5次", to: "≥5次"),
      .changes("≥95%95%", to: "≥95%"),
      .changes("854万854万", to: "854万"),
      .changes("标箱标箱", to: "标箱"),
      .changes("≥100标箱标箱", to: "≥100标箱"),
      .changes("≥95%%", to: "≥95%"),
      .changes("≥80%80%以上", to: "≥80%"),
      .changes("80%80%以上", to: "80%以上"),
      .changes("≥9595（含）以上", to: "≥95"),
      .changes("12月31日前12月31日前", to: "12月31日前"),
      .changes("0优", to: "优"),
      .changes("0明显提升", to: "明显提升"),
      .changes("≥0有效改善", to: "有效改善"),
      .suggests("≤21万元", for: "≤2121万元"),
      .suggests("≥10人", for: "≥1010人"),
      .suggests("≥10人", for: "≥1010人以上"),
      .suggests("95及以上", for: "9595及以上"),
      .suggests("≥95", for: "≥9595", in: Field(.target, indicator: "培训人次")),
      .suggests("≥12%", for: "≥1212%", in: Field(.target, indicator: "产值增长率")),
      .suggests("≥200%", for: "≥200200%"),
      .suggests(">95", for: ">9595及以上"),
      .keeps("≥95"),
      .keeps("≥95%"),
      .keeps("≥11次"),
      .keeps("≥11%"),
      .keeps("≥11及以上"),
      .keeps("≥100以上"),
      .keeps("≥9595以下"),
      .keeps("≤9595及以上"),
      .keeps("=9595及以上"),
      .keeps("≥9594及以上"),
      .keeps("≥95959595及以上"),
      .keeps("≥1.001"),
      .keeps("1010"),
      .keeps("2020年"),
      .keeps("≤2020年"),
      .keeps("2020.12"),
      .keeps("12月31日"),
      .keeps("14-24℃"),
      .keeps("≥95%≥90%"),
      .keeps("≥95≤95"),
      .keeps("≥80%80%以下"),
      .keeps("0优良率"),
      .keeps("0次"),
      .keeps("0元"),
      .keeps("人人"),
      .keeps("明显提升"),
      .keeps("按计划实施"),
      .keeps(""),
    ],
    .scanning(.always) { text, field in
      guard let doubled = DoubledCondition(text, indicator: field.indicator), doubled.text != text else { return [] }
      // The whole value is one edit: that is how people read and judge it.
      return [
        Edit(0..<text.utf8.count, to: doubled.text, certainty: doubled.certainty, evidence: doubled.evidence)
      ]
    })
}
