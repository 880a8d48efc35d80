internal import Modeling
internal import Provenance

extension Check {
  static let yesNoNumber = Check(
    "yes-no-number", .warning,
    summary: Message(
      zh: "“是否……”类指标的指标值是数", en: "A yes/no question has a number as its target"),
    rationale: Message(
      zh: "“是否”只能回答是或否，数值无法考核；应改写名称，或把指标值写成“是”“否”。",
      en:
        "A question with 是否 can only be answered by yes or no. Either the name should change or the target should be 是 or 否."
    ),
    examples: [
      .reported(
        at: "/projects/0/indicators/0/target",
        """
        项目 | 民主监督
        产出指标 | 成本指标 | 项目实际支出是否控制在预算内 | | ≥95
        """),
      .silent(
        """
        项目 | 民主监督
        产出指标 | 成本指标 | 项目实际支出是否控制在预算内 | | 是
        产出指标 | 成本指标 | 是否超预算 | | 否
        产出指标 | 成本指标 | 预算执行率 | | ≥95
        """),
    ]
  ) { filing, findings in
    filing.forEachIndicator { project, index, name in
      guard Phrases.yesNo.found(in: name), let target = filing.target(ofIndicator: index, in: project),
        target.isNumeric
      else { return }
      let title = filing.title(ofIndicator: index, in: project)
      let text = filing.projects[project].indicators[index].target?.text ?? ""
      findings.add(
        Pointer.indicator(project, index, "target"), at: filing.places(ofTarget: index, in: project),
        zh: "\(title.zh)问的是“是”或“否”，指标值却是\(quoted(text))。请核对名称或指标值。",
        en: "The \(title.en) asks for yes or no, but its target is \(quoted(text)). Check the name or the target.")
    }
  }
}
