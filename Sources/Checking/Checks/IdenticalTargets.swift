internal import Modeling
internal import Provenance

extension Check {
  static let identicalTargets = Check(
    "identical-targets", .note,
    summary: Message(
      zh: "一个项目的全部指标值完全相同", en: "Every target of a project is the same"),
    rationale: Message(
      zh: "数量、时间、成本、满意度很少会是同一个值，全部相同多半是没有逐项测算。"
        + "只看有五个以上指标值的项目，全文合并为一条。",
      en: "Quantity, time, cost and satisfaction seldom share one value; where all do, they were hardly worked out "
        + "one by one. Only projects with five targets or more; one finding for the whole filing."),
    examples: [
      .reported(
        at: "/projects/0/indicators",
        """
        项目 | 政协综合事务管理
        产出指标 | 数量指标 | 工作完成率 | | ≥95
        产出指标 | 质量指标 | 工作保障率 | | ≥95
        产出指标 | 时效指标 | 工作及时率 | | ≥95
        产出指标 | 成本指标 | 预算执行率 | | ≥95
        满意度指标 | 服务对象满意度指标 | 群众满意度 | | ≥95
        """),
      .silent(
        """
        项目 | 政协综合事务管理
        产出指标 | 数量指标 | 工作完成率 | | ≥95
        产出指标 | 质量指标 | 工作保障率 | | ≥95
        产出指标 | 时效指标 | 工作及时率 | | ≥95
        产出指标 | 成本指标 | 预算执行率 | | ≥95
        满意度指标 | 服务对象满意度指标 | 群众满意度 | | ≥90
        """),
      .silent(
        """
        项目 | 政协会议
        产出指标 | 质量指标 | 到会率 | | ≥95
        满意度指标 | 服务对象满意度指标 | 委员满意度 | | ≥95
        """),
    ]
  ) { filing, findings in
    var zh: [String] = []
    var en: [String] = []
    var first: Int?
    var source: [SourceRange] = []
    for project in filing.projects.indices {
      let rows = filing.projects[project].indicators.indices
      guard rows.count >= 5, let value = filing.projects[project].indicators.first?.target?.text, !value.isEmpty,
        !Phrases.notApplicable.contain(value)
      else { continue }
      let differs = rows.contains { index in
        guard let other = filing.projects[project].indicators[index].target?.text else { return true }
        return !isSame(value, other)
      }
      if differs { continue }
      first = first ?? project
      let title = filing.title(ofProject: project)
      zh.append("\(title.zh)的\(rows.count)个指标值都是\(quoted(value))")
      en.append("all \(rows.count) targets of \(title.en) are \(quoted(value))")
      for index in rows { source += places(filing.projects[project].indicators[index].target) }
    }
    guard let first else { return }
    findings.add(
      Pointer.project(first, "indicators"), at: source,
      zh: "\(listed(zh: zh, limit: 12, separator: "；"))。请核对是否逐项测算。",
      en: "Check whether the targets were worked out one by one: \(listed(en: en, limit: 12)).")
  }
}
