package import Modeling
package import Provenance

extension Filing {
  /// Calls `body` with every text that can be corrected, with the key it has in the output, and with `key` standing in
  /// the project and indicator that it belongs to.
  ///
  /// Keys of corrections count equal ones; so of texts with the same key in the same scope, that which is published first
  /// comes first.
  package mutating func forEachLeaf(
    _ key: inout CorrectionKey, _ body: (inout Revision, String, inout CorrectionKey) -> Void
  ) {
    func visit(_ text: inout Revision?, _ name: String, _ key: inout CorrectionKey) {
      guard var revision = text else { return }
      body(&revision, name, &key)
      text = revision
    }
    func visit(_ money: inout Money?, _ name: String, _ key: inout CorrectionKey) {
      guard var revised = money else { return }
      body(&revised.text, name, &key)
      money = revised
    }
    for index in contents.indices {
      visit(&contents[index].page, "page", &key)
      body(&contents[index].title, "title", &key)
    }
    if var cover {
      visit(&cover.date, "date", &key)
      visit(&cover.preparedBy, "preparedBy", &key)
      visit(&cover.reviewedBy, "reviewedBy", &key)
      visit(&cover.title, "title", &key)
      self.cover = cover
    }
    visit(&overall.goal, "goal", &key)
    for index in overall.goals.indices {
      visit(&overall.goals[index].goal, "goal", &key)
      for item in overall.goals[index].indicators.indices {
        body(&overall.goals[index].indicators[item], "indicators", &key)
      }
      visit(&overall.goals[index].name, "name", &key)
    }
    for index in overall.safeguards.indices {
      visit(&overall.safeguards[index].name, "name", &key)
      visit(&overall.safeguards[index].text, "text", &key)
    }
    for index in projects.indices {
      var project = projects[index]
      key.enter(project)
      visit(&project.budget.fiscal, "fiscal", &key)
      visit(&project.budget.other, "other", &key)
      visit(&project.budget.total, "total", &key)
      visit(&project.code, "code", &key)
      for item in project.goals.indices { body(&project.goals[item], "goals", &key) }
      visit(&project.heading, "heading", &key)
      for row in project.indicators.indices {
        var indicator = project.indicators[row]
        key.enter(indicator)
        visit(&indicator.basis, "basis", &key)
        visit(&indicator.description, "description", &key)
        visit(&indicator.level1, "level1", &key)
        visit(&indicator.level2, "level2", &key)
        visit(&indicator.name, "name", &key)
        visit(&indicator.note, "note", &key)
        visit(&indicator.target, "text", &key)
        visit(&indicator.weight, "weight", &key)
        key.leave()
        project.indicators[row] = indicator
      }
      visit(&project.name, "name", &key)
      visit(&project.purpose, "purpose", &key)
      for item in project.schedule.indices {
        visit(&project.schedule[item].month, "month", &key)
        visit(&project.schedule[item].percent, "percent", &key)
      }
      if var unit = project.unit {
        visit(&unit.code, "code", &key)
        visit(&unit.name, "name", &key)
        visit(&unit.scope, "scope", &key)
        project.unit = unit
      }
      key.leave()
      projects[index] = project
    }
  }
}
