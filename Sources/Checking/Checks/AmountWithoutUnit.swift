internal import Modeling
internal import Provenance

extension Check {
  static let amountWithoutUnit = Check(
    "amount-without-unit", .warning,
    summary: Message(
      zh: "金额类指标只写了数，没有写单位", en: "An indicator of money has a number and no unit"),
    rationale: Message(
      zh: "名称以“金额”“费用”“经费”“单价”等结尾的指标，不写元或万元就可能差一万倍。单位写在名称里（支出金额（元））的不提示。",
      en:
        "Where a name ends in 金额, 费用, 经费, 单价 and the like, a number without 元 or 万元 may be off by ten thousand times. Silent where "
        + "the name states the unit."),
    examples: [
      .reported(
        at: "/projects/0/indicators/0/target",
        """
        项目 | 政协会议
        产出指标 | 成本指标 | 人均每天支出金额 | 按一、二、三类会议标准 | ≤400
        """),
      .silent(
        """
        项目 | 政协会议
        产出指标 | 成本指标 | 人均每天支出金额 | 按一、二、三类会议标准 | ≤400元
        产出指标 | 成本指标 | 支出金额（万元） | 会议支出 | ≤10
        产出指标 | 成本指标 | 是否超过会议费用 | | ≤0
        产出指标 | 质量指标 | 执行会议标准 | | ≥95
        产出指标 | 成本指标 | 会议费用 | 会议支出 | 不超预算
        """),
    ]
  ) { filing, findings in
    filing.forEachIndicator { project, index, name in
      guard isMoney(name), !Phrases.yesNo.found(in: name),
        let text = filing.projects[project].indicators[index].target?.text, !Phrases.yuan.found(in: text),
        let target = filing.target(ofIndicator: index, in: project), target.isNumeric, target.unit == nil,
        target.value != .quantity(.zero)
      else { return }
      let title = filing.title(ofIndicator: index, in: project)
      findings.add(
        Pointer.indicator(project, index, "target"), at: filing.places(ofTarget: index, in: project),
        zh: "\(title.zh)的指标值\(quoted(text))没有写单位，不知道是元还是万元，也可能本是百分比。请补写单位。",
        en: "The target \(quoted(text)) of the \(title.en) has no unit: it may be 元, 万元 or a percentage. Say which.")
    }
  }

  private static func isMoney(_ name: String) -> Bool {
    if Phrases.money.end(name) { return true }
    return Phrases.standards.end(name) && Phrases.moneyStandards.found(in: name)
  }
}

extension Phrases {
  fileprivate static let yuan: Phrases = ["元"]
  fileprivate static let money: Phrases = [
    "金额", "费用", "支出", "支出额", "支出数", "经费", "价格", "单价", "造价", "总额", "投资额", "成本", "补贴", "补助", "津贴", "产值", "资金",
  ]
  fileprivate static let standards: Phrases = ["标准"]
  fileprivate static let moneyStandards: Phrases = ["补", "费", "支出", "工资", "津贴", "人均", "报销", "发放", "资金", "薪"]
}
