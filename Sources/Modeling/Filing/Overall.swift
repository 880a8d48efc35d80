package import Provenance

/// 第一部分 部门整体绩效目标: what the department as a whole is to reach.
package struct Overall: Hashable, Sendable {
  /// 总体绩效目标.
  package var goal: Revision?
  /// 分项绩效目标.
  package var goals: [Duty] = []
  /// 工作保障措施.
  package var safeguards: [Safeguard] = []
  /// What a table of the department as a whole (整体支出绩效目标表) says besides.
  package var details: [Detail] = []
  /// The paragraph above such a table, the department it names, and its money.
  package var heading: Revision?
  package var unit: Unit?
  package var budget = Budget()
  /// 年度主要任务.
  package var tasks: [Task] = []
  package var indicators: [Indicator] = []

  package init() {}

  package var isEmpty: Bool {
    goal == nil && goals.isEmpty && safeguards.isEmpty && details.isEmpty && tasks.isEmpty && indicators.isEmpty
      && unit == nil
  }
}

/// One of the year's main tasks.
package struct Task: Hashable, Sendable {
  package var name: Revision?
  package var text: Revision?
  package var budget = Budget()

  package init() {}
}

/// The goal of one duty (职责) of the department, and the names of the indicators that measure it.
package struct Duty: Hashable, Sendable {
  package var name: Revision?
  package var goal: Revision?
  package var indicators: [Revision] = []

  package init(name: Revision? = nil, goal: Revision? = nil) {
    self.name = name
    self.goal = goal
  }
}

/// A measure that is to make sure that the goals are reached.
package struct Safeguard: Hashable, Sendable {
  /// The first sentence, without its full stop.
  package var name: Revision?
  package var text: Revision?

  package init(name: Revision? = nil, text: Revision? = nil) {
    self.name = name
    self.text = text
  }
}
