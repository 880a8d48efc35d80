internal import Provenance

/// What every target of a filing says, each read once for all who ask. Made when the texts and the year are final; it
/// is not kept with them, so nothing has to be kept in step.
package struct TargetReadings: Sendable {
  /// For each indicator, project after project, in each those of the year before those of the midterm, and last those of
  /// the department as a whole; nil where there is no target.
  private var targets: [Target?] = []
  /// Where each project's begin, and those of the whole.
  private var starts: [Int] = []

  /// O(texts).
  package init(of filing: Filing) {
    let year = filing.identity.year?.value
    var count = filing.overall.indicators.count
    for index in filing.projects.indices { count += filing.projects[index].indicators.count }
    targets.reserveCapacity(count)
    starts.reserveCapacity(filing.projects.count + 1)
    for project in filing.projects.indices {
      starts.append(targets.count)
      for index in filing.projects[project].indicators.indices {
        add(filing.projects[project].indicators[index], year)
      }
      if let midterm = filing.projects[project].midterm {
        for indicator in midterm.indicators { add(indicator, year) }
      }
    }
    starts.append(targets.count)
    for index in filing.overall.indicators.indices { add(filing.overall.indicators[index], year) }
  }

  private mutating func add(_ indicator: borrowing Indicator, _ year: Int?) {
    guard let text = indicator.target?.text else {
      targets.append(nil)
      return
    }
    targets.append(
      Target.read(
        text, name: indicator.name?.text ?? "", unit: indicator.unit?.text, operator: indicator.operator?.text,
        year: year))
  }

  /// The target of the `indicator`-th indicator of a project, those of its midterm counted behind; of the department as
  /// a whole where `project` is the number of projects.
  package subscript(project: Int, indicator: Int) -> Target? { targets[starts[project] + indicator] }
}
