internal import Modeling
internal import Provenance

extension Rule {
  static let indicatorLabels = Rule(
    "indicator-labels", for: .taxonomy,
    summary: Message(zh: "一级、二级指标名称统一为标准名称", en: "Write the levels of indicators by their canonical names"),
    rationale: Message(
      zh: """
        各地各年表格的指标分类叫法不同：“项目完成指标”就是产出指标，“环境效益指标”就是生态效益指标，还常带分值、“（必填）”和“★”。\
        依据财政部绩效指标体系统一名称，去掉附带的标记，才能跨部门、跨年度比较。不认识的名称原样保留；成本指标在哪一级，以印的为准。
        """,
      en: """
        Forms of different places and years name the classes differently: 项目完成指标 is 产出指标, 环境效益指标 is \
        生态效益指标, and scores, （必填） or ★ stand beside them. The names follow the finance ministry's system, so that \
        filings can be compared. Labels that are not known stay as they are, and 成本指标 stays at the level where it is \
        printed.
        """),
    examples: [
      .changes("项目完成指标", to: "产出指标"),
      .changes("效果指标", to: "效益指标"),
      .changes("项目效益指标", to: "效益指标"),
      .changes("环境效益指标", to: "生态效益指标"),
      .changes("进度指标", to: "时效指标"),
      .changes("社会公众或服务对象满意度指标", to: "服务对象满意度指标"),
      .changes("服务对象满意度", to: "服务对象满意度指标"),
      .changes("数量", to: "数量指标"),
      .changes("可持续影响", to: "可持续影响指标"),
      .changes("产出指标（50分）", to: "产出指标"),
      .changes("满意度指标(必填)", to: "满意度指标"),
      .changes("★质量指标", to: "质量指标"),
      .changes("★ 项目效益指标（30分）", to: "效益指标"),
      .changes("效益指标30分", to: "效益指标"),
      .changes("产出指标：", to: "产出指标"),
      .suggests("可持续影响指标", for: "可持续发展指标"),
      .keeps("产出指标"),
      .keeps("成本指标"),
      .keeps("服务对象满意度指标"),
      .keeps("投入指标"),
      .keeps("安全指标（10分）"),
      .keeps("其他"),
      .keeps(""),
    ],
    .scanning(.always) { text, _ in
      if IndicatorLabel.isCanonical(text) { return [] }
      let letters = Letters(text)
      let core = IndicatorLabel.core(of: letters)
      guard !core.isEmpty else { return [] }
      let label = letters.text(core)
      if let perhaps = IndicatorLabel.perhaps[label], core == letters.indices {
        return [Edit(letters.bytes(core), to: perhaps, certainty: .possible)]
      }
      guard let name = IndicatorLabel.canonicalName(of: label) else { return [] }
      var edits: [Edit] = []
      if core.lowerBound > 0 { edits.append(letters.edit(0..<core.lowerBound, to: "")) }
      if name != label { edits.append(letters.edit(core, to: name)) }
      if core.upperBound < letters.count { edits.append(letters.edit(core.upperBound..<letters.count, to: "")) }
      return edits
    })
}
