internal import Modeling
internal import Provenance

extension Check {
  static let targetOver100 = Check(
    "target-over-100", .warning,
    summary: Message(
      zh: "比率的指标值超过100%", en: "The target of a rate exceeds 100 %"),
    rationale: Message(
      zh: "完成率、合格率、满意度等不会超过100%。增长、回报、利用、负债等可以超过100%的比率不在此列；“≥100%”不提示。",
      en:
        "Completion, quality, satisfaction and the like cannot exceed 100 %. Growth, returns, utilisation, debt and other rates "
        + "that can are left alone, and so is ≥100%."),
    examples: [
      .reported(
        at: "/projects/0/indicators/0/target",
        """
        项目 | 政协会议
        产出指标 | 质量指标 | 到会率 | 实到人数占应到人数的比例 | ≥9595
        """),
      .reported(
        at: "/projects/0/indicators/0/target",
        """
        项目 | 政协会议
        产出指标 | 质量指标 | 到会率 | 实到人数占应到人数的比例 | >100%
        """),
      .silent(
        """
        项目 | 政协会议
        产出指标 | 质量指标 | 到会率 | 实到人数占应到人数的比例 | ≥100%
        效益指标 | 经济效益指标 | 收入增长率 | 比上年增长的比例 | ≥120%
        产出指标 | 数量指标 | 参会人数 | 参加会议的人数 | ≥150人
        """),
    ]
  ) { filing, findings in
    guard let hundred = Decimal(100) else { return }
    filing.forEachIndicator { project, index, name in
      guard let text = filing.projects[project].indicators[index].target?.text, hasThreeDigits(text),
        Phrases.percent.found(in: text) || Phrases.percent.found(in: name) || Phrases.rate.end(name),
        !Phrases.unbounded.found(in: name), let target = filing.target(ofIndicator: index, in: project),
        target.unit == "%"
      else { return }
      switch target.value {
      case .quantity(let value):
        guard value > hundred || (value == hundred && target.operator == .moreThan) else { return }
      case .range(_, let maximum):
        guard maximum > hundred else { return }
      default: return
      }
      let title = filing.title(ofIndicator: index, in: project)
      findings.add(
        Pointer.indicator(project, index, "target"), at: filing.places(ofTarget: index, in: project),
        zh: "\(title.zh)的指标值是\(quoted(text))，超过了100%。请核对数值和单位。",
        en: "The target of the \(title.en) is \(quoted(text)), which exceeds 100 %. Check the value and its unit.")
    }
  }

  /// Whether three digits stand together: without them nothing reaches 100.
  private static func hasThreeDigits(_ text: String) -> Bool {
    let utf8 = text.utf8Span.span
    var run = 0
    for index in utf8.indices {
      run = (0x30...0x39).contains(utf8[index]) ? run + 1 : 0
      if run == 3 { return true }
    }
    return false
  }
}

extension Phrases {
  fileprivate static let percent: Phrases = ["%", "％", "百分"]
  /// Rates that may exceed 100 %.
  fileprivate static let unbounded: Phrases = [
    "增长", "增幅", "增速", "增加", "提高", "提升", "回报", "收益", "报酬", "周转", "增值", "利用率", "使用率", "负债", "杠杆", "流动比", "速动比",
    "偿债", "放大", "带动", "利润率", "超额", "超收", "同比", "环比",
  ]
}
