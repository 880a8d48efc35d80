internal import Modeling
internal import Provenance

extension Check {
  static let indicatorWithoutName = Check(
    "indicator-without-name", .warning,
    summary: Message(
      zh: "有描述或指标值，但没有写三级指标的名称",
      en: "A row has a description or a target but no indicator name"),
    rationale: Message(
      zh: "没有名称的指标无法监控和评价；也可能是表格错列，名称落到了别的栏里。",
      en: "An indicator without a name can be neither monitored nor evaluated; or the row's cells have slipped."),
    examples: [
      .reported(
        at: "/projects/0/indicators/0",
        """
        项目 | 政协会议
        产出指标 | 数量指标 | | 召开会议的次数 | ≥4次
        """),
      .silent(
        """
        项目 | 政协会议
        产出指标 | 数量指标 | 会议次数 | 召开会议的次数 | ≥4次
        效益指标 | 生态效益指标
        """),
    ]
  ) { filing, findings in
    for project in filing.projects.indices {
      for index in filing.projects[project].indicators.indices {
        if filing.projects[project].indicators[index].name?.text.isEmpty == false { continue }
        let row = filing.projects[project].indicators[index]
        guard let content = [row.description, row.target].compactMap({ $0 }).first(where: { !$0.text.isEmpty })
        else { continue }
        findings.add(
          Pointer.indicator(project, index), at: content.pieces + places(row.level2),
          zh: "这一行写了\(quoted(content.text))，但没有三级指标的名称。请核对是漏填还是错列。",
          en: "This row says \(quoted(content.text)) but has no indicator name. Check whether it was left out or "
            + "the cells have slipped.")
      }
    }
  }
}
