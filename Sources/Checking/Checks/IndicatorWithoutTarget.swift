internal import Modeling
internal import Provenance

extension Check {
  static let indicatorWithoutTarget = Check(
    "indicator-without-target", .warning,
    summary: Message(zh: "指标没有填指标值", en: "An indicator has no target"),
    rationale: Message(
      zh: "没有指标值，年底无法判断是否完成。写明“无”或“不适用”的指标不在此列。",
      en: "Without a target nobody can say at the end of the year whether it was met. Indicators that say 无 or "
        + "that they do not apply are left alone."),
    examples: [
      .reported(
        at: "/projects/0/indicators/0",
        """
        项目 | 政协会议
        产出指标 | 数量指标 | 会议次数 | 召开会议的次数 |
        """),
      .silent(
        """
        项目 | 政协会议
        产出指标 | 数量指标 | 会议次数 | 召开会议的次数 | ≥4次
        效益指标 | 生态效益指标 | 无
        效益指标 | 生态效益指标 | 无 | 无 | 无
        """),
    ]
  ) { filing, findings in
    filing.forEachIndicator { project, index, name in
      if filing.projects[project].indicators[index].target?.text.isEmpty == false { return }
      if !filing.projects[project].indicators[index].grades.isEmpty { return }
      if Phrases.notApplicable.contain(name) { return }
      let title = filing.title(ofIndicator: index, in: project)
      findings.add(
        Pointer.indicator(project, index), at: places(filing.projects[project].indicators[index].name),
        zh: "\(title.zh)没有填指标值。请补填，或写明不适用。",
        en: "The \(title.en) has no target. Fill it in, or say that it does not apply.")
    }
  }
}

extension Phrases {
  /// What clerks write where nothing applies.
  static let notApplicable: Phrases = ["无", "-", "—", "——", "/", "不适用", "不涉及", "暂无"]
}
