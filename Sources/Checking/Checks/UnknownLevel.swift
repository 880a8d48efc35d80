internal import Modeling
internal import Provenance

extension Check {
  static let unknownLevel = Check(
    "unknown-level", .note,
    summary: Message(
      zh: "一级或二级指标不在通行的分类里", en: "An indicator's first or second level is not in the usual taxonomy"),
    rationale: Message(
      zh: "一级指标通行产出、效益、满意度，2022年起许多表另设成本；二级为数量、质量、时效、成本、经济效益、社会效益、生态效益、"
        + "可持续影响、服务对象满意度等。别的写法多半是错列或笔误；合并单元格只提示一次。",
      en: "First levels are output, benefit and satisfaction, and cost in many forms since 2022; second levels are "
        + "their usual parts. Anything else is likely a slipped cell or a slip of the pen. A merged cell is "
        + "reported once."),
    examples: [
      .reported(
        at: "/projects/0/indicators/1/level2",
        """
        项目 | 政协会议
        产出指标 | 数量指标 | 会议次数 | | ≥4次
        产出指标 | 到会率 | 会议实到人数占应到人数的比例 | ≥95 |
        """),
      .silent(
        """
        项目 | 政协会议
        产出指标 | 数量指标 | 会议次数 | | ≥4次
        成本指标 | 经济成本指标 | 会议费 | | ≤10万元
        效益指标（30分） | 社会效益 | 会议成果转化 | | 明显
        满意度指标 | 服务对象满意度指标 | 委员满意度 | | ≥95%
        """),
    ]
  ) { filing, findings in
    for project in filing.projects.indices {
      var last = (-1, -1)
      for index in filing.projects[project].indicators.indices {
        let starts = (
          filing.projects[project].indicators[index].level1?.source.start ?? -1,
          filing.projects[project].indicators[index].level2?.source.start ?? -1
        )
        if starts.0 != last.0, let text = filing.projects[project].indicators[index].level1?.text,
          !text.isEmpty, !isLevel(text, in: .levels1)
        {
          findings.add(
            Pointer.indicator(project, index, "level1"),
            at: places(filing.projects[project].indicators[index].level1),
            zh: "一级指标\(quoted(text))不在通行的分类（产出、效益、满意度、成本）里。请核对是否错列或笔误。",
            en: "The first level \(quoted(text)) is not in the usual taxonomy (产出, 效益, 满意度, 成本). Check for a "
              + "slipped cell or a slip of the pen.")
        }
        if starts.1 != last.1, let text = filing.projects[project].indicators[index].level2?.text,
          !text.isEmpty, !isLevel(text, in: .levels2)
        {
          findings.add(
            Pointer.indicator(project, index, "level2"),
            at: places(filing.projects[project].indicators[index].level2),
            zh: "二级指标\(quoted(text))不在通行的分类（数量、质量、时效、成本、经济效益等）里。请核对是否错列或笔误。",
            en: "The second level \(quoted(text)) is not in the usual taxonomy (数量, 质量, 时效, 成本, 经济效益 …). "
              + "Check for a slipped cell or a slip of the pen.")
        }
        last = starts
      }
    }
  }

  /// Whether `text` is one of `levels`, whatever follows in brackets; 指标 may be missing.
  private static func isLevel(_ text: String, in levels: Phrases) -> Bool {
    if levels.contain(text) { return true }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "（" || scalar == "(" { break }
      if scalar == " " || scalar == "\n" || scalar == "★" || scalar == "\u{3000}" { continue }
      scalars.append(scalar)
    }
    let word = String(scalars)
    return levels.contain(word) || levels.contain(word + "指标")
  }
}

extension Phrases {
  fileprivate static let levels1: Phrases = [
    "产出指标", "效益指标", "满意度指标", "成本指标", "投入指标", "过程指标", "决策指标", "项目完成指标", "项目效益指标", "项目产出指标",
    "效果指标", "社会公众或服务对象满意度指标", "服务对象满意度指标", "预算执行指标", "履职效能指标", "履职效益指标", "运行成本指标", "管理效率指标",
  ]
  fileprivate static let levels2: Phrases = [
    "数量指标", "质量指标", "时效指标", "成本指标", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标", "服务对象满意度指标",
    "经济成本指标", "社会成本指标", "生态环境成本指标", "环境效益指标", "进度指标", "满意度指标", "社会公众或服务对象满意度指标",
    "社会公众满意度指标", "服务对象或社会公众满意度指标", "可持续发展指标", "可持续性影响指标", "环境成本指标", "受益群体满意度指标", "预算执行指标",
    "资金投入指标", "投入指标", "效益指标",
  ]
}
