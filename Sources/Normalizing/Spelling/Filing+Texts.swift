package import Modeling
package import Provenance

extension Filing {
  /// Calls `body` with every text that people write in words, in document order; names of units are none of them, nor
  /// are labels that a form prints.
  package mutating func forEachText(_ body: (inout Revision) -> Void) {
    if var title = cover?.title {
      body(&title)
      cover?.title = title
    }
    for index in contents.indices { body(&contents[index].title) }
    visit(&overall.goal, body)
    for goal in overall.goals.indices {
      visit(&overall.goals[goal].name, body)
      visit(&overall.goals[goal].goal, body)
      for index in overall.goals[goal].indicators.indices { body(&overall.goals[goal].indicators[index]) }
    }
    for index in overall.safeguards.indices {
      visit(&overall.safeguards[index].name, body)
      visit(&overall.safeguards[index].text, body)
    }
    for index in overall.details.indices { body(&overall.details[index].text) }
    for index in overall.tasks.indices {
      visit(&overall.tasks[index].name, body)
      visit(&overall.tasks[index].text, body)
    }
    for index in overall.indicators.indices { visit(&overall.indicators[index], body) }
    for project in projects.indices {
      visit(&projects[project].heading, body)
      visit(&projects[project].name, body)
      visit(&projects[project].purpose, body)
      for index in projects[project].goals.indices { body(&projects[project].goals[index]) }
      for index in projects[project].indicators.indices { visit(&projects[project].indicators[index], body) }
      for index in projects[project].details.indices { body(&projects[project].details[index].text) }
      if var midterm = projects[project].midterm {
        for index in midterm.goals.indices { body(&midterm.goals[index]) }
        for index in midterm.indicators.indices { visit(&midterm.indicators[index], body) }
        projects[project].midterm = midterm
      }
    }
  }
}

private func visit(_ indicator: inout Indicator, _ body: (inout Revision) -> Void) {
  visit(&indicator.name, body)
  visit(&indicator.description, body)
  visit(&indicator.basis, body)
  visit(&indicator.note, body)
}

private func visit(_ text: inout Revision?, _ body: (inout Revision) -> Void) {
  guard var revision = text else { return }
  body(&revision)
  text = revision
}
