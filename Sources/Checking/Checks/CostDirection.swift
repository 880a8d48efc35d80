internal import Modeling
internal import Provenance

extension Check {
  static let costDirection = Check(
    "cost-direction", .warning,
    summary: Message(
      zh: "成本指标用了“≥”或“>”", en: "A cost indicator has ≥ or >"),
    rationale: Message(
      zh: "成本越低越好，指标值一般是上限（≤）。以“率”结尾或以百分比计的（预算执行率、成本节约率）、说节约降低的、“是否”类的不在此列。",
      en:
        "Costs are to be low, so the target is usually an upper bound. Rates (预算执行率, 成本节约率), percentages, savings and "
        + "reductions, and yes/no questions are left alone."),
    examples: [
      .reported(
        at: "/projects/0/indicators/0/target",
        """
        项目 | 政协会议
        产出指标 | 成本指标 | 人均每天支出金额 | 按一、二、三类会议标准 | ≥95
        """),
      .silent(
        """
        项目 | 政协会议
        产出指标 | 成本指标 | 人均每天支出金额 | 按一、二、三类会议标准 | ≤400元
        产出指标 | 成本指标 | 预算执行率 | 实际支出占预算的比例 | ≥95
        产出指标 | 成本指标 | 成本节约额 | 比预算节约的金额 | ≥1万元
        产出指标 | 成本指标 | 项目实际支出是否控制在预算内 | | ≥95
        产出指标 | 数量指标 | 会议次数 | 全年会议次数 | ≥4次
        """),
    ]
  ) { filing, findings in
    filing.forEachIndicator { project, index, name in
      guard filing.isCost(index, in: project), !Phrases.rate.end(name), !Phrases.notCost.found(in: name),
        let text = filing.projects[project].indicators[index].target?.text, !Phrases.upper.begin(text),
        let target = filing.target(ofIndicator: index, in: project), target.isNumeric,
        target.operator?.direction == 1, target.unit != "%"
      else { return }
      let title = filing.title(ofIndicator: index, in: project)
      findings.add(
        Pointer.indicator(project, index, "target"), at: filing.places(ofTarget: index, in: project),
        zh: "\(title.zh)的指标值是\(quoted(text))：成本越低越好，一般应为“≤”。请核对方向。",
        en:
          "The target of the cost \(title.en) is \(quoted(text)): costs are to be low, so ≤ would be usual. Check the "
          + "direction.")
    }
  }
}

extension Filing {
  /// Whether an indicator stands under a level of costs.
  fileprivate func isCost(_ indicator: Int, in project: Int) -> Bool {
    if let level = projects[project].indicators[indicator].level2?.text, Phrases.cost.found(in: level) { return true }
    guard let level = projects[project].indicators[indicator].level1?.text else { return false }
    return Phrases.cost.found(in: level)
  }
}

extension Phrases {
  /// How the names of rates end.
  static let rate: Phrases = ["率", "比例", "占比", "比重", "满意度", "%", "％"]
  /// How the names of yes/no questions show.
  static let yesNo: Phrases = ["是否", "与否", "有无"]

  fileprivate static let cost: Phrases = ["成本"]
  /// Signs that show without further reading that the direction is right.
  fileprivate static let upper: Phrases = ["≤", "<", "＜", "="]
  fileprivate static let notCost: Phrases = [
    "是否", "与否", "节约", "节省", "节支", "降低", "降幅", "下降", "减少", "压减", "压降", "压缩", "减排", "满意", "及时", "执行", "合规",
    "收入", "产值", "保障", "到位",
  ]
}
