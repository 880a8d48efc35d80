internal import Modeling
internal import Provenance

extension Check {
  static let numberAsRatio = Check(
    "number-as-ratio", .warning,
    summary: Message(
      zh: "名称是数量，描述或指标值却是比例", en: "A name promises a number, its description or target gives a ratio"),
    rationale: Message(
      zh: "以“数”“数量”结尾的指标应是个数。描述写“占……的比例”或指标值带“%”时，名称与口径必有一处不对。"
        + "指数、系数、分数、倍数、百分数不在此列。",
      en:
        "Where a name ends in 数 or 数量 the target should be a count; a description as a share, or a target in %, does not go with "
        + "it. Indices, coefficients, scores, multiples and percentages are left alone."),
    examples: [
      .reported(
        at: "/projects/0/indicators/0/description",
        """
        项目 | 参政议政
        产出指标 | 质量指标 | 理论研究成果采纳数 | 理论研究成果采纳数占理论研究成果总数的比例 | ≥80
        """),
      .reported(
        at: "/projects/0/indicators/0/target",
        """
        项目 | 参政议政
        产出指标 | 数量指标 | 培训人数 | 参加培训的委员人数 | ≥95%
        """),
      .silent(
        """
        项目 | 参政议政
        产出指标 | 数量指标 | 培训人数 | 参加培训的委员人数 | ≥80人
        产出指标 | 数量指标 | 空气质量优良天数 | 优良天数，按全年天数的比例折算 | ≥260天
        效益指标 | 社会效益指标 | 价格指数 | 占上年价格的比例 | ≤103%
        产出指标 | 质量指标 | 成果采纳率 | 采纳数占总数的比例 | ≥80%
        """),
    ]
  ) { filing, findings in
    filing.forEachIndicator { project, index, name in
      guard Phrases.numbers.end(name), !Phrases.notNumbers.end(name) else { return }
      // Cheap looks first: a target is read only where it may matter.
      let text = filing.projects[project].indicators[index].target?.text ?? ""
      let isRatio = isRatio(filing.projects[project].indicators[index].description?.text)
      guard isRatio || Phrases.percent.found(in: text) || Phrases.percent.found(in: name) else { return }
      let target = filing.target(ofIndicator: index, in: project)
      let row = filing.projects[project].indicators[index]
      let title = filing.title(ofIndicator: index, in: project)
      if target?.unit == "%" {
        findings.add(
          Pointer.indicator(project, index, "target"), at: filing.places(ofTarget: index, in: project),
          zh: "\(title.zh)是数量，指标值\(quoted(row.target?.text ?? ""))却是百分比。请核对名称、数值和单位。",
          en:
            "The \(title.en) is a number, but its target \(quoted(row.target?.text ?? "")) is a percentage. Check name, "
            + "value and unit.")
      } else if isRatio, target?.unit == nil, let description = row.description?.text {
        findings.add(
          Pointer.indicator(project, index, "description"), at: places(row.description, row.name, row.target),
          zh: "\(title.zh)是数量，描述\(quoted(description))却是比例，指标值\(quoted(row.target?.text, otherwise: "（未填）"))也没有写单位。"
            + "请核对是数量还是比例。",
          en: "The \(title.en) is a number, but its description \(quoted(description)) is a ratio, and its target "
            + "\(quoted(row.target?.text, otherwise: "(none)")) has no unit. Check which is meant.")
      }
    }
  }

  private static func isRatio(_ description: String?) -> Bool {
    guard let description else { return false }
    return Phrases.ratios.found(in: description) || Phrases.rate.end(description)
  }
}

extension Phrases {
  fileprivate static let percent: Phrases = ["%", "％", "百分"]
  fileprivate static let numbers: Phrases = ["数", "数量"]
  fileprivate static let notNumbers: Phrases = ["指数", "系数", "分数", "倍数", "百分数", "参数", "函数", "基数", "预算数", "决算数", "执行数"]
  fileprivate static let ratios: Phrases = ["的比例", "的比率", "的比重", "的占比", "百分比", "比例情况"]
}
