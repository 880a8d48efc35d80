internal import Modeling
internal import Provenance

extension Check {
  static let thresholdContradiction = Check(
    "threshold-contradiction", .warning,
    summary: Message(
      zh: "指标值自相矛盾：符号与文字相反，或区间前大后小",
      en: "A target contradicts itself: sign and words disagree, or a range falls"),
    rationale: Message(
      zh: "“≥95以下”既说不低于、又说以下，无法判断是哪一个，所以不修改，也不给出数值。",
      en: "≥95以下 says at least and below at once; nobody can tell which is meant, so it is neither repaired nor read."),
    examples: [
      .reported(
        at: "/projects/0/indicators/0/target",
        """
        项目 | 政协会议
        产出指标 | 质量指标 | 到会率 | 实到人数占应到人数的比例 | ≥95以下
        """),
      .silent(
        """
        项目 | 政协会议
        产出指标 | 质量指标 | 到会率 | 实到人数占应到人数的比例 | 95%以上
        产出指标 | 成本指标 | 会议费 | 全年会议费 | 10万元以内
        效益指标 | 生态效益指标 | 室内温度 | 会场温度 | 18-24℃
        """),
    ]
  ) { filing, findings in
    filing.forEachIndicator { project, index, name in
      guard let text = filing.projects[project].indicators[index].target?.text, Phrases.bounds.found(in: text),
        let target = filing.target(ofIndicator: index, in: project)
      else { return }
      let why: (zh: String, en: String)
      switch target.value {
      case .unread(.contradiction): why = ("符号和文字的意思相反", "its sign and its words disagree")
      case .unread(.descendingRange): why = ("区间的前一个数大于后一个数", "its range begins above its end")
      default: return
      }
      let title = filing.title(ofIndicator: index, in: project)
      findings.add(
        Pointer.indicator(project, index, "target"), at: filing.places(ofTarget: index, in: project),
        zh: "\(title.zh)的指标值\(quoted(text))自相矛盾：\(why.zh)。请核对原意。",
        en: "The target \(quoted(text)) of the \(title.en) contradicts itself: \(why.en). Check what was meant.")
    }
  }
}

extension Phrases {
  fileprivate static let bounds: Phrases = ["以上", "以下", "以内", "之内", "-", "~", "～", "—", "至"]
}
