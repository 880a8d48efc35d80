package import Provenance

/// One row of the indicator table.
package struct Indicator: Hashable, Sendable {
  /// Carried down from the merged cell that holds it; the same for the rows below it.
  package var level1: Revision?
  package var level2: Revision?
  package var name: Revision?
  package var description: Revision?
  /// 指标值 as printed.
  package var target: Revision?
  /// 指标值确定依据.
  package var basis: Revision?
  /// 指标性质, where the operator has a column of its own.
  package var `operator`: Revision?
  /// 度量单位, where the unit has a column of its own.
  package var unit: Revision?
  /// 指标方向性.
  package var direction: Revision?
  /// 指标属性: 定量指标 or 定性指标, as filed.
  package var attribute: Revision?
  /// 评价标准: what is 优, 良, 中 and 差.
  package var grades: [Grade] = []
  /// 分值 or 权重, where the form has such a column.
  package var weight: Revision?
  /// 备注, likewise.
  package var note: Revision?

  package init() {}

  /// True if it has more than its place in the taxonomy.
  package var saysAnything: Bool {
    name != nil || target != nil || description != nil || basis != nil || weight != nil || note != nil
      || `operator` != nil || unit != nil || direction != nil || attribute != nil || !grades.isEmpty
  }
}

/// What is asked for a grade, as in 优 ≥95%.
package struct Grade: Hashable, Sendable {
  /// 优, 良, 中 or 差, as the column's head prints it.
  package var name: Revision
  package var text: Revision

  package init(name: Revision, text: Revision) {
    self.name = name
    self.text = text
  }
}
