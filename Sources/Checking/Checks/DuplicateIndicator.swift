internal import Modeling
internal import Provenance

extension Check {
  static let duplicateIndicator = Check(
    "duplicate-indicator", .warning,
    summary: Message(zh: "同一个项目里有重名的指标", en: "Two indicators of one project have the same name"),
    rationale: Message(
      zh: "同级同名的指标重复计分；两处指标值不同时，不知道以哪一处为准。写“无”的行不在此列。",
      en: "It would be counted twice, and where the targets differ nobody knows which one holds. Rows that say "
        + "无 are left alone."),
    examples: [
      .reported(
        at: "/projects/0/indicators/1/name",
        """
        项目 | 政协会议
        产出指标 | 数量指标 | 会议次数 | 全年召开会议的次数 | ≥4次
        产出指标 | 数量指标 | 会议次数 | 全年召开会议的次数 | ≥6次
        """),
      .silent(
        """
        项目 | 政协会议
        产出指标 | 数量指标 | 会议次数 | 全年召开会议的次数 | ≥4次
        产出指标 | 数量指标 | 参会人数 | 全年参加会议的人数 | ≥80人
        效益指标 | 生态效益指标 | 无 | 无 | 无
        效益指标 | 经济效益指标 | 无 | 无 | 无
        项目 | 民主监督
        产出指标 | 数量指标 | 会议次数 | 全年召开会议的次数 | ≥4次
        """),
    ]
  ) { filing, findings in
    var seen: [UInt64] = []
    for project in filing.projects.indices {
      seen.removeAll(keepingCapacity: true)
      for index in filing.projects[project].indicators.indices {
        let name = filing.projects[project].indicators[index].name?.text ?? ""
        let fingerprint = Fingerprint.of(name)
        defer { seen.append(fingerprint) }
        guard let first = seen.firstIndex(of: fingerprint), !name.isEmpty, !Phrases.notApplicable.contain(name)
        else { continue }
        let rows = filing.projects[project].indicators
        let (one, other) = (rows[first], rows[index])
        let targets = (quoted(one.target?.text, otherwise: "未填"), quoted(other.target?.text, otherwise: "未填"))
        let differ = one.target?.text != other.target?.text
        findings.add(
          Pointer.indicator(project, index, "name"), at: places(other.name, one.name),
          zh: "\(filing.title(ofProject: project).zh)中，指标\(quoted(name))出现了两次，指标值"
            + (differ ? "分别是\(targets.0)和\(targets.1)。请核对以哪一处为准。" : "都是\(targets.0)。请核对是否重复。"),
          en: "In \(filing.title(ofProject: project).en) the indicator \(quoted(name)) stands twice, with the targets "
            + "\(targets.0) and \(targets.1). Check which one holds.")
      }
    }
  }
}
