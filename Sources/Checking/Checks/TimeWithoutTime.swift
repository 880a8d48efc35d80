internal import Modeling
internal import Provenance

extension Check {
  static let timeWithoutTime = Check(
    "time-without-time", .warning,
    summary: Message(
      zh: "名称是时间、日期或期限，指标值却不是", en: "A name promises a time, a date or a duration, its target is none"),
    rationale: Message(
      zh: "以“时间”“日期”“时限”“工期”等结尾的指标，指标值应是日期，或带天、小时、月等单位。及时率、时效性等不在此列；"
        + "文字（按计划、及时）不提示。",
      en:
        "Where a name ends in 时间, 日期, 时限, 工期 and the like, the target should be a date or have a unit of time. Rates of timeliness "
        + "are left alone, and so are words (按计划, 及时)."),
    examples: [
      .reported(
        at: "/projects/0/indicators/0/target",
        """
        项目 | 政协会议
        产出指标 | 时效指标 | 会议时间 | 会议计划完成的具体时间 | ≥95
        """),
      .silent(
        """
        年度 | 2021
        项目 | 政协会议
        产出指标 | 时效指标 | 会议时间 | 会议计划完成的具体时间 | 2021年12月底前
        产出指标 | 时效指标 | 办结时限 | 提案办结的时限 | ≤90天
        产出指标 | 时效指标 | 完成时间（天） | 完成的时间 | ≤30
        产出指标 | 时效指标 | 完成时间 | 完成的时间 | 按计划完成
        产出指标 | 时效指标 | 工作完成及时率 | 按时完成的比例 | ≥95
        """),
    ]
  ) { filing, findings in
    filing.forEachIndicator { project, index, name in
      guard Phrases.times.end(name), let target = filing.target(ofIndicator: index, in: project), target.isNumeric
      else { return }
      if let unit = target.unit, Phrases.timeUnits.found(in: unit) { return }
      let title = filing.title(ofIndicator: index, in: project)
      let text = filing.projects[project].indicators[index].target?.text ?? ""
      findings.add(
        Pointer.indicator(project, index, "target"), at: filing.places(ofTarget: index, in: project),
        zh: "\(title.zh)的指标值是\(quoted(text))，既不是日期，也没有天、小时、月等时间单位。请核对。",
        en:
          "The target of the \(title.en) is \(quoted(text)): neither a date nor a value with a unit of time. Check it.")
    }
  }
}

extension Phrases {
  fileprivate static let times: Phrases = ["时间", "日期", "时限", "工期", "期限", "时长", "时点", "时段"]
  fileprivate static let timeUnits: Phrases = ["年", "月", "日", "天", "时", "分", "秒", "周", "季", "期", "旬", "点", "h", "min"]
}
