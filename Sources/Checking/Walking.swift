internal import Modeling
internal import Provenance

extension Filing {
  /// Calls `body` with the numbers and the name of each indicator that has a name, in document order.
  ///
  /// Checks go through texts by number: copying an `Indicator` costs thirty reference counts.
  @inline(__always)
  func forEachIndicator(_ body: (_ project: Int, _ indicator: Int, _ name: String) -> Void) {
    for project in projects.indices {
      for indicator in projects[project].indicators.indices {
        if let name = projects[project].indicators[indicator].name?.text, !name.isEmpty {
          body(project, indicator, name)
        }
      }
    }
  }

  /// An indicator as a message names it, such as 成本指标“人均每天支出金额”.
  func title(ofIndicator indicator: Int, in project: Int) -> (zh: String, en: String) {
    let row = projects[project].indicators[indicator]
    let level = excerpt(row.level2?.text ?? "")
    let name = quoted(row.name?.text, otherwise: "（无名称）")
    return (
      "\(level.isEmpty ? "指标" : level)\(name)", "indicator \(quoted(row.name?.text, otherwise: "without a name"))"
    )
  }

  /// A project as a message names it, such as 第2个项目“政协会议”.
  func title(ofProject project: Int) -> (zh: String, en: String) {
    let name = projects[project].name?.text
    return (
      "第\(project + 1)个项目\(quoted(name, otherwise: "（无名称）"))",
      "project \(project + 1) \(quoted(name, otherwise: "(no name)"))"
    )
  }
}
