internal import Modeling
internal import Provenance

/// One of the texts that people write in a filing: which one, by its numbers.
enum Leaf: Hashable, Sendable {
  case goal
  case dutyName(Int)
  case dutyGoal(Int)
  case dutyIndicator(Int, Int)
  case safeguardName(Int)
  case safeguardText(Int)
  case projectName(Int)
  case purpose(Int)
  case projectGoal(Int, Int)
  case indicatorName(Int, Int)
  case description(Int, Int)
  case basis(Int, Int)

  /// The JSON pointer of the text.
  var path: String {
    switch self {
    case .goal: "/overall/goal"
    case .dutyName(let duty): Pointer.duty(duty, "name")
    case .dutyGoal(let duty): Pointer.duty(duty, "goal")
    case .dutyIndicator(let duty, let index): Pointer.duty(duty, "indicators/\(index)")
    case .safeguardName(let safeguard): "/overall/safeguards/\(safeguard)/name"
    case .safeguardText(let safeguard): "/overall/safeguards/\(safeguard)/text"
    case .projectName(let project): Pointer.project(project, "name")
    case .purpose(let project): Pointer.project(project, "purpose")
    case .projectGoal(let project, let index): Pointer.project(project, "goals/\(index)")
    case .indicatorName(let project, let index): Pointer.indicator(project, index, "name")
    case .description(let project, let index): Pointer.indicator(project, index, "description")
    case .basis(let project, let index): Pointer.indicator(project, index, "basis")
    }
  }

  func revision(in filing: Filing) -> Revision? {
    switch self {
    case .goal: filing.overall.goal
    case .dutyName(let duty): filing.overall.goals[duty].name
    case .dutyGoal(let duty): filing.overall.goals[duty].goal
    case .dutyIndicator(let duty, let index): filing.overall.goals[duty].indicators[index]
    case .safeguardName(let safeguard): filing.overall.safeguards[safeguard].name
    case .safeguardText(let safeguard): filing.overall.safeguards[safeguard].text
    case .projectName(let project): filing.projects[project].name
    case .purpose(let project): filing.projects[project].purpose
    case .projectGoal(let project, let index): filing.projects[project].goals[index]
    case .indicatorName(let project, let index): filing.projects[project].indicators[index].name
    case .description(let project, let index): filing.projects[project].indicators[index].description
    case .basis(let project, let index): filing.projects[project].indicators[index].basis
    }
  }
}

extension Filing {
  /// Calls `body` with each such text, in document order; with a basis only where it is not that of the row above.
  @inline(__always)
  func forEachLeaf(_ body: (Leaf, String) -> Void) {
    @inline(__always)
    func visit(_ leaf: Leaf, _ text: String?) {
      if let text { body(leaf, text) }
    }
    visit(.goal, overall.goal?.text)
    for duty in overall.goals.indices {
      visit(.dutyName(duty), overall.goals[duty].name?.text)
      visit(.dutyGoal(duty), overall.goals[duty].goal?.text)
      for index in overall.goals[duty].indicators.indices {
        visit(.dutyIndicator(duty, index), overall.goals[duty].indicators[index].text)
      }
    }
    for safeguard in overall.safeguards.indices {
      visit(.safeguardName(safeguard), overall.safeguards[safeguard].name?.text)
      visit(.safeguardText(safeguard), overall.safeguards[safeguard].text?.text)
    }
    for project in projects.indices {
      visit(.projectName(project), projects[project].name?.text)
      visit(.purpose(project), projects[project].purpose?.text)
      for index in projects[project].goals.indices {
        visit(.projectGoal(project, index), projects[project].goals[index].text)
      }
      var basis = ""
      for index in projects[project].indicators.indices {
        visit(.indicatorName(project, index), projects[project].indicators[index].name?.text)
        visit(.description(project, index), projects[project].indicators[index].description?.text)
        // Nearly always the same down the column.
        let text = projects[project].indicators[index].basis?.text ?? ""
        if isSame(text, basis) { continue }
        basis = text
        visit(.basis(project, index), text)
      }
    }
  }
}
