internal import Modeling
internal import Provenance

extension Check {
  static let dutyWithoutProject = Check(
    "duty-without-project", .note,
    summary: Message(
      zh: "分项绩效目标看不出有项目与之对应", en: "No project seems to serve a goal by duty"),
    rationale: Message(
      zh: "第一部分的每项职责通常由第二部分的一个或几个项目落实。只有职责名称、目标和指标里的词在任何项目的名称、用途、目标、指标中"
        + "都没有出现时才提示；这项工作也可能由基本支出保障。",
      en: "Each duty of part one is usually carried out by projects of part two. Reported only where no telling word "
        + "of the duty's name, goal and indicators stands in any project's name, purpose, goals or indicators; the "
        + "work may also be paid from basic expenditure."),
    examples: [
      .reported(
        at: "/overall/goals/1/name",
        """
        职责 | 政治协商 | 保障会议顺利召开 | 会议组织率
        职责 | 森林防火 | 建立扑救队伍 | 火情处置率
        项目 | 政协会议
        目标 | 完善各项会议制度
        """),
      .silent(
        """
        职责 | 政治协商 | 保障会议顺利召开 | 议程完成率
        职责 | 森林防火 | 建立扑救队伍 | 火情处置率
        项目 | 政协会议
        目标 | 完善各项会议制度
        项目 | 护林员补助
        用途 | 用于森林管护人员补助
        """),
      .silent("职责 | 政治协商 | 保障会议顺利召开 | 议程完成率"),
    ]
  ) { filing, findings in
    if filing.projects.isEmpty || filing.overall.goals.isEmpty { return }
    var all: WordPairs?
    let names = WordPairs { pairs in
      for project in filing.projects.indices {
        pairs.insert(filing.projects[project].name?.text)
        for goal in filing.projects[project].goals.indices { pairs.insert(filing.projects[project].goals[goal].text) }
      }
    }
    for index in filing.overall.goals.indices {
      if let name = filing.overall.goals[index].name?.text, names.shares(name) { continue }
      let duty = filing.overall.goals[index]
      let texts = [duty.name?.text, duty.goal?.text].compactMap { $0 } + duty.indicators.map(\.text)
      if texts.isEmpty || texts.contains(where: names.shares) { continue }
      let everything = all ?? WordPairs(of: filing.projects)
      all = everything
      if texts.contains(where: everything.shares) { continue }
      let name = quoted(duty.name?.text, otherwise: "（无名称）")
      findings.add(
        Pointer.duty(index, "name"), at: places(duty.name, duty.goal),
        zh: "分项绩效目标\(name)在\(filing.projects.count)个项目中看不出有对应的项目。请核对是否漏编项目，或由基本支出保障。",
        en: "None of the \(filing.projects.count) projects seems to serve the goal by duty "
          + "\(quoted(duty.name?.text, otherwise: "(no name)")). Check whether a project is missing, or basic "
          + "expenditure pays for it.")
    }
  }
}

/// The pairs of neighbouring ideographs in some texts: a flat set, for there are thousands of them.
private struct WordPairs {
  /// Both characters, sixteen bits each; 0 where free. A power of two long, at most half full.
  private var slots: [UInt32] = Array(repeating: 0, count: 512)
  private var count = 0

  init(_ fill: (inout WordPairs) -> Void) { fill(&self) }

  init(of projects: [Project]) {
    for project in projects {
      insert(project.name?.text)
      insert(project.purpose?.text)
      for goal in project.goals { insert(goal.text) }
      for indicator in project.indicators {
        insert(indicator.name?.text)
        insert(indicator.description?.text)
      }
    }
  }

  mutating func insert(_ text: String?) {
    guard let text else { return }
    var last: UInt32 = 0
    for scalar in text.unicodeScalars {
      let value = Self.ideograph(scalar)
      if last != 0, value != 0 { insert(last << 16 | value) }
      last = value
    }
  }

  /// Whether `text` has a telling pair that is here too.
  func shares(_ text: String) -> Bool {
    var last: UInt32 = 0
    for scalar in text.unicodeScalars {
      let value = Self.ideograph(scalar)
      if last != 0, value != 0, case let pair = last << 16 | value, contains(pair), !Self.general.contains(pair) {
        return true
      }
      last = value
    }
    return false
  }

  private func contains(_ pair: UInt32) -> Bool { slots[slot(of: pair)] == pair }

  private mutating func insert(_ pair: UInt32) {
    let slot = slot(of: pair)
    if slots[slot] == pair { return }
    slots[slot] = pair
    count += 1
    if count * 2 < slots.count { return }
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for pair in old where pair != 0 { slots[self.slot(of: pair)] = pair }
  }

  private func slot(of pair: UInt32) -> Int {
    var slot = Int(truncatingIfNeeded: (UInt64(pair) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != pair { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private static func ideograph(_ scalar: Unicode.Scalar) -> UInt32 {
    (0x4E00...0x9FFF).contains(scalar.value) ? scalar.value : 0
  }

  /// Pairs that stand in the texts of any duty. Those that run across two words (标完, 作任) need not be listed:
  /// a pair too few only makes the check more silent.
  private static let general: WordPairs = {
    let words = [
      "工作", "完成", "成率", "任务", "指标", "满意", "意度", "提高", "提升", "保障", "加强", "开展", "组织", "建立", "建设", "积极",
      "进一", "一步", "水平", "质量", "及时", "时率", "绩效", "目标", "项目", "资金", "预算", "支出", "经费", "情况", "有效", "确保",
      "实现", "推进", "落实", "完善", "健全", "做好", "服务", "管理", "制度", "机制", "不断", "全面", "促进", "发展", "社会", "群众",
      "参与", "与率", "办理", "理率", "障率", "织率", "处置", "置率", "合格", "格率", "覆盖", "盖率", "达标", "标率", "单位", "部门",
      "人员", "相关", "各项", "活动", "计划", "年度", "全年", "正常", "运转", "效果", "效率", "能力", "队伍", "执行", "行率",
    ]
    return WordPairs { pairs in
      for word in words { pairs.insert(word) }
    }
  }()
}
