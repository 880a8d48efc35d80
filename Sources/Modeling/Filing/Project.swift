package import Provenance

/// 预算项目绩效目标表: the target table of one budget project.
package struct Project: Hashable, Sendable {
  /// The paragraph above the table, as in `1.政协会议绩效目标表`.
  package var heading: Revision?
  package var code: Revision?
  package var name: Revision?
  package var unit: Unit?
  package var budget = Budget()
  /// What the money is for.
  package var purpose: Revision?
  package var schedule: [Stage] = []
  package var goals: [Revision] = []
  package var indicators: [Indicator] = []
  /// What forms say besides, as 项目属性 or 项目期.
  package var details: [Detail] = []
  /// 中期目标, where the form has them beside those of the year.
  package var midterm: Midterm?

  package init() {}
}

/// The goals and the money of several years, beside those of the one.
package struct Midterm: Hashable, Sendable {
  package var budget = Budget()
  package var goals: [Revision] = []
  package var indicators: [Indicator] = []

  package init() {}
}

/// A label that the form prints, and what stands behind it.
package struct Detail: Hashable, Sendable {
  package var label: Revision
  package var text: Revision

  package init(label: Revision, text: Revision) {
    self.label = label
    self.text = text
  }
}

/// The unit that spends the money, as in `131001政协……办公室(本级)`.
package struct Unit: Hashable, Sendable {
  package var code: Revision?
  package var name: Revision?
  /// 本级: the department itself, not a subordinate unit.
  package var scope: Revision?

  package init() {}
}

/// The money, each amount as printed with the unit that applies to it.
package struct Budget: Hashable, Sendable {
  package var total: Money?
  /// 财政资金.
  package var fiscal: Money?
  /// 其他资金.
  package var other: Money?

  package init() {}
}

/// An amount as printed, and where its unit is said.
package struct Money: Hashable, Sendable {
  package var text: Revision
  /// A declaration such as 单位：万元, for amounts that do not say their unit themselves.
  package var unit: Revision?

  package init(text: Revision, unit: Revision? = nil) {
    self.text = text
    self.unit = unit
  }
}

/// One point of the spending plan: by the end of which month what share is to be spent.
package struct Stage: Hashable, Sendable {
  package var month: Revision?
  package var percent: Revision?

  package init(month: Revision? = nil, percent: Revision? = nil) {
    self.month = month
    self.percent = percent
  }
}
