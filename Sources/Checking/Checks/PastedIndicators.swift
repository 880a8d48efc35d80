internal import Modeling
internal import Provenance

extension Check {
  static let pastedIndicators = Check(
    "pasted-indicators", .warning,
    summary: Message(
      zh: "几个指标原样出现在全部或大多数项目里", en: "The same indicators stand in all projects, or most of them"),
    rationale: Message(
      zh: "不同的项目产出和效益不同，名称和指标值都一样的指标多半是套用的，说明不了项目本身。"
        + "至少三个项目、四分之三以上的项目共有、并且至少两个指标如此才提示；"
        + "预算执行、资金支付、满意度等财政部门要求各项目都填的指标不算。全文合并为一条。",
      en: "Projects differ in what they produce; indicators with the same name and target everywhere say nothing "
        + "of the project. Reported where at least two indicators are shared by three quarters of the projects, "
        + "and at least three. Indicators that finance bureaus ask of every project (budget execution, payment, "
        + "satisfaction) do not count. One finding for the whole filing."),
    examples: [
      .reported(
        at: "/projects/0/indicators/0",
        """
        项目 | 政协会议
        效益指标 | 经济效益指标 | 工作完成率 | 完成工作情况 | ≥95
        效益指标 | 生态效益指标 | 保障社会发展 | 保障社会发展 | ≥95
        项目 | 民主监督
        效益指标 | 经济效益指标 | 工作完成率 | 完成工作情况 | ≥95
        效益指标 | 生态效益指标 | 保障社会发展 | 保障社会发展 | ≥95
        项目 | 参政议政
        效益指标 | 经济效益指标 | 工作完成率 | 完成工作情况 | ≥95
        效益指标 | 生态效益指标 | 保障社会发展 | 保障社会发展 | ≥95
        """),
      .silent(
        """
        项目 | 政协会议
        产出指标 | 成本指标 | 预算执行率 | | ≥95%
        满意度指标 | 服务对象满意度指标 | 群众满意度 | | ≥95%
        产出指标 | 数量指标 | 会议次数 | | ≥4次
        项目 | 民主监督
        产出指标 | 成本指标 | 预算执行率 | | ≥95%
        满意度指标 | 服务对象满意度指标 | 群众满意度 | | ≥95%
        产出指标 | 数量指标 | 视察次数 | | ≥4次
        项目 | 参政议政
        产出指标 | 成本指标 | 预算执行率 | | ≥95%
        满意度指标 | 服务对象满意度指标 | 群众满意度 | | ≥95%
        产出指标 | 数量指标 | 调研次数 | | ≥4次
        """),
      .silent(
        """
        项目 | 政协会议
        产出指标 | 质量指标 | 工作完成率 | | ≥95
        产出指标 | 质量指标 | 保障社会发展 | | ≥95
        项目 | 民主监督
        产出指标 | 质量指标 | 工作完成率 | | ≥95
        产出指标 | 质量指标 | 保障社会发展 | | ≥95
        """),
    ]
  ) { filing, findings in
    if filing.projects.count < 3 { return }
    var rows: [PastedRow] = []
    filing.forEachIndicator { project, index, name in
      let target = filing.projects[project].indicators[index].target?.text ?? ""
      rows.append(
        PastedRow(
          fingerprint: Fingerprint.of(target, seed: Fingerprint.of(name)), project: project, indicator: index))
    }
    let groups = PastedRow.groups(rows, sharedBy: max(3, (filing.projects.count * 3 + 3) / 4))
    var shared = groups.filter { group in
      let name = filing.projects[group[0].project].indicators[group[0].indicator].name?.text ?? ""
      return !Phrases.asked.found(in: name) && !Phrases.notApplicable.contain(name)
    }
    guard shared.count >= 2 else { return }
    shared.sort { ($0[0].project, $0[0].indicator) < ($1[0].project, $1[0].indicator) }
    var names: [String] = []
    var source: [SourceRange] = []
    for group in shared {
      names.append(quoted(filing.projects[group[0].project].indicators[group[0].indicator].name?.text ?? "", limit: 20))
      for row in group { source += places(filing.projects[row.project].indicators[row.indicator].name) }
    }
    let everywhere = shared.allSatisfy { $0.count >= filing.projects.count }
    let first = shared[0][0]
    findings.add(
      Pointer.indicator(first.project, first.indicator), at: source,
      zh: "\(names.count)个指标（名称和指标值都相同）出现在\(everywhere ? "全部" : "大多数")项目里（共\(filing.projects.count)个）："
        + "\(listed(zh: names))。不同项目的绩效应各有内容，请核对是否套用。",
      en: "\(names.count) indicators, name and target alike, stand in \(everywhere ? "all" : "most of the") "
        + "\(filing.projects.count) projects: \(listed(en: names)). Check whether they were pasted.")
  }
}

private struct PastedRow {
  var fingerprint: UInt64
  var project: Int
  var indicator: Int

  /// The rows that are alike, in document order, where they stand in at least `count` projects.
  static func groups(_ rows: [PastedRow], sharedBy count: Int) -> [[PastedRow]] {
    let sorted = rows.sorted {
      ($0.fingerprint, $0.project, $0.indicator) < ($1.fingerprint, $1.project, $1.indicator)
    }
    var result: [[PastedRow]] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      var projects = 1
      while end < sorted.count, sorted[end].fingerprint == sorted[start].fingerprint {
        if sorted[end].project != sorted[end - 1].project { projects += 1 }
        end += 1
      }
      if projects >= count { result.append(Array(sorted[start..<end])) }
      start = end
    }
    return result
  }
}

extension Phrases {
  /// Indicators that finance bureaus ask of every project.
  fileprivate static let asked: Phrases = [
    "预算执行", "执行率", "资金到位", "资金支付", "支付进度", "支出进度", "资金使用", "预算完成", "成本控制", "成本节约", "满意度",
  ]
}
