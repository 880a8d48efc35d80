internal import Provenance

/// What every target of a filing says, each read once for all who ask. Made when the texts and the year are final; it
/// is not kept with them, so nothing has to be kept in step.
package struct TargetReadings: Sendable {
  /// For each indicator, project after project; nil where there is no target.
  private var targets: [Target?] = []
  /// Where each project's begin.
  private var starts: [Int] = []

  /// O(texts).
  package init(of filing: Filing) {
    let year = filing.identity.year?.value
    var count = 0
    for index in filing.projects.indices { count += filing.projects[index].indicators.count }
    targets.reserveCapacity(count)
    starts.reserveCapacity(filing.projects.count)
    for project in filing.projects.indices {
      starts.append(targets.count)
      for index in filing.projects[project].indicators.indices {
        let text = filing.projects[project].indicators[index].target?.text
        let name = filing.projects[project].indicators[index].name?.text
        targets.append(text.map { Target.read($0, name: name ?? "", year: year) })
      }
    }
  }

  package subscript(project: Int, indicator: Int) -> Target? { targets[starts[project] + indicator] }
}
