internal import Modeling
internal import Provenance

extension Check {
  static let descriptionRepeatsName = Check(
    "description-repeats-name", .note,
    summary: Message(
      zh: "指标描述只是重复指标名称", en: "An indicator's description only repeats its name"),
    rationale: Message(
      zh: "描述应说明怎样计算、统计什么口径；照抄名称等于没有说明。每个项目合并为一条。",
      en: "A description should say how the value is worked out; a copy of the name says nothing. One finding a "
        + "project."),
    examples: [
      .reported(
        at: "/projects/0/indicators/0/description",
        """
        项目 | 政协综合事务管理
        产出指标 | 时效指标 | 工作任务完成及时率 | 工作任务完成及时率 | ≥95%
        产出指标 | 成本指标 | 预算执行率 | 预算执行率 | ≥95%
        """),
      .silent(
        """
        项目 | 政协会议
        产出指标 | 质量指标 | 到会率 | 会议实际到会人数占应到会人数的比例 | ≥95%
        效益指标 | 生态效益指标 | 无 | 无 | 无
        """),
    ]
  ) { filing, findings in
    for project in filing.projects.indices {
      var names: [String] = []
      var first: Int?
      var source: [SourceRange] = []
      for index in filing.projects[project].indicators.indices {
        guard let description = filing.projects[project].indicators[index].description?.text,
          let name = filing.projects[project].indicators[index].name?.text,
          !name.isEmpty, isSame(name, description), !Phrases.notApplicable.contain(name)
        else { continue }
        first = first ?? index
        names.append(quoted(name, limit: 16))
        source += places(filing.projects[project].indicators[index].description)
      }
      guard let first else { continue }
      let title = filing.title(ofProject: project)
      findings.add(
        Pointer.indicator(project, first, "description"), at: source,
        zh: "\(title.zh)有\(names.count)个指标的描述只是重复名称："
          + "\(listed(zh: names))。请补写计算方法或口径。",
        en: "In \(title.en) "
          + (names.count == 1 ? "one description only repeats" : "\(names.count) descriptions only repeat")
          + " the indicator's name: \(listed(en: names)). Say how the value is worked out.")
    }
  }
}
