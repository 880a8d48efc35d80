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
  /// 分值 or 权重, where the form has such a column.
  package var weight: Revision?
  /// 备注, likewise.
  package var note: Revision?

  package init() {}
}
