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
    Self.forEachLeaf(of: &overall.budget, &key, body)
    Self.forEachLeaf(of: &overall.details, &key, body)
    visit(&overall.goal, "goal", &key)
    for index in overall.goals.indices {
      visit(&overall.goals[index].goal, "goal", &key)
      for item in overall.goals[index].indicators.indices {
        body(&overall.goals[index].indicators[item], "indicators", &key)
      }
      visit(&overall.goals[index].name, "name", &key)
    }
    visit(&overall.heading, "heading", &key)
    Self.forEachLeaf(of: &overall.indicators, &key, body)
    for index in overall.safeguards.indices {
      visit(&overall.safeguards[index].name, "name", &key)
      visit(&overall.safeguards[index].text, "text", &key)
    }
    for index in overall.tasks.indices {
      Self.forEachLeaf(of: &overall.tasks[index].budget, &key, body)
      visit(&overall.tasks[index].name, "name", &key)
      visit(&overall.tasks[index].text, "text", &key)
    }
    if var unit = overall.unit {
      visit(&unit.code, "code", &key)
      visit(&unit.name, "name", &key)
      visit(&unit.scope, "scope", &key)
      overall.unit = unit
    }
    for index in projects.indices {
      var project = projects[index]
      key.enter(project)
      Self.forEachLeaf(of: &project.budget, &key, body)
      visit(&project.code, "code", &key)
      Self.forEachLeaf(of: &project.details, &key, body)
      for item in project.goals.indices { body(&project.goals[item], "goals", &key) }
      visit(&project.heading, "heading", &key)
      Self.forEachLeaf(of: &project.indicators, &key, body)
      if var midterm = project.midterm {
        Self.forEachLeaf(of: &midterm.budget, &key, body)
        for item in midterm.goals.indices { body(&midterm.goals[item], "goals", &key) }
        Self.forEachLeaf(of: &midterm.indicators, &key, body)
        project.midterm = midterm
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
    for table in tables.indices {
      for row in tables[table].rows.indices {
        for cell in tables[table].rows[row].indices { visit(&tables[table].rows[row][cell].text, "text", &key) }
      }
    }
  }

  private typealias Visit = (inout Revision, String, inout CorrectionKey) -> Void

  private static func forEachLeaf(of details: inout [Detail], _ key: inout CorrectionKey, _ body: Visit) {
    for index in details.indices {
      body(&details[index].label, "label", &key)
      body(&details[index].text, "text", &key)
    }
  }

  private static func forEachLeaf(of budget: inout Budget, _ key: inout CorrectionKey, _ body: Visit) {
    if var money = budget.fiscal {
      body(&money.text, "fiscal", &key)
      budget.fiscal = money
    }
    if var money = budget.other {
      body(&money.text, "other", &key)
      budget.other = money
    }
    if var money = budget.total {
      body(&money.text, "total", &key)
      budget.total = money
    }
  }

  private static func forEachLeaf(of indicators: inout [Indicator], _ key: inout CorrectionKey, _ body: Visit) {
    func visit(_ text: inout Revision?, _ name: String, _ key: inout CorrectionKey) {
      guard var revision = text else { return }
      body(&revision, name, &key)
      text = revision
    }
    for row in indicators.indices {
      var indicator = indicators[row]
      key.enter(indicator)
      visit(&indicator.attribute, "attribute", &key)
      visit(&indicator.basis, "basis", &key)
      visit(&indicator.description, "description", &key)
      visit(&indicator.direction, "direction", &key)
      for grade in indicator.grades.indices {
        body(&indicator.grades[grade].name, "name", &key)
        body(&indicator.grades[grade].text, "text", &key)
      }
      visit(&indicator.level1, "level1", &key)
      visit(&indicator.level2, "level2", &key)
      visit(&indicator.name, "name", &key)
      visit(&indicator.note, "note", &key)
      visit(&indicator.operator, "operator", &key)
      visit(&indicator.target, "text", &key)
      visit(&indicator.unit, "unit", &key)
      visit(&indicator.weight, "weight", &key)
      key.leave()
      indicators[row] = indicator
    }
  }
}
