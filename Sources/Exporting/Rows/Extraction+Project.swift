internal import JSON

extension Extraction {
  mutating func project(_ project: JSONValue, _ index: Int) {
    let pointer = "/projects/\(index)"
    let unit = unit(project["unit"], at: "\(pointer)/unit")
    add(
      .projects,
      [filingCell, .text(pointer), .integer(index + 1), project["code"].cell] + lineAndColumn("\(pointer)/code")
        + [project["name"].cell, filedText("\(pointer)/name")] + lineAndColumn("\(pointer)/name")
        + [project["heading"].cell, unit, project["purpose"].cell, filedText("\(pointer)/purpose")])
    let own = Cell.text(pointer)
    budget(project["budget"], "annual", at: "\(pointer)/budget", project: own)
    for (number, stage) in (project["schedule"]?.elements ?? []).enumerated() {
      let stagePointer = "\(pointer)/schedule/\(number)"
      add(
        .schedule,
        [filingCell, .text(stagePointer), own, .integer(number + 1), stage["month"].cell, stage["percent"].cell]
          + Self.lineAndColumn(of: place("\(stagePointer)/percent") ?? place("\(stagePointer)/month")))
    }
    goals(project["goals"], "project", at: "\(pointer)/goals", project: own)
    indicators(project["indicators"], "project", at: "\(pointer)/indicators", project: own)
    details(project["details"], at: "\(pointer)/details", project: own)
    if let midterm = project["midterm"] {
      budget(midterm["budget"], "midterm", at: "\(pointer)/midterm/budget", project: own)
      goals(midterm["goals"], "midterm", at: "\(pointer)/midterm/goals", project: own)
      indicators(midterm["indicators"], "midterm", at: "\(pointer)/midterm/indicators", project: own)
    }
  }

  /// An amount that is null and stands nowhere has no row.
  mutating func budget(_ budget: JSONValue?, _ term: String, at pointer: String, project: Cell) {
    guard let budget else { return }
    for kind in ["total", "fiscal", "other"] {
      let pointer = "\(pointer)/\(kind)"
      let place = place(pointer)
      let amount = budget[kind].cell
      if amount.isNull, place == nil { continue }
      add(
        .budgets,
        [
          filingCell, .text(pointer), project, .text(term), .text(kind), amount, place?.text ?? .null,
          placeText(pointer, role: "unit"),
        ] + Self.lineAndColumn(of: place))
    }
  }

  private mutating func goals(_ goals: JSONValue?, _ kind: String, at pointer: String, project: Cell) {
    for (index, goal) in (goals?.elements ?? []).enumerated() {
      let pointer = "\(pointer)/\(index)"
      add(
        .goals,
        [
          filingCell, .text(pointer), project, .text(kind), .integer(index + 1), .null, goal.cell, filedText(pointer),
          .null,
        ] + lineAndColumn(pointer))
    }
  }

  mutating func indicators(_ indicators: JSONValue?, _ kind: String, at pointer: String, project: Cell) {
    for (index, indicator) in (indicators?.elements ?? []).enumerated() {
      let pointer = "\(pointer)/\(index)"
      add(
        .indicators,
        [
          filingCell, .text(pointer), project, .text(kind), .integer(index + 1), indicator["level1"].cell,
          indicator["level2"].cell, indicator["name"].cell, filedText("\(pointer)/name"),
        ] + Self.lineAndColumn(of: place("\(pointer)/name") ?? place("\(pointer)/description"))
          + [
            indicator["description"].cell, filedText("\(pointer)/description"), indicator["basis"].cell,
            indicator["operator"].cell, indicator["unit"].cell, indicator["direction"].cell, indicator["weight"].cell,
            indicator["note"].cell, indicator["grades"].cell, indicator["attribute"].cell,
          ])
      target(indicator["target"], of: pointer)
    }
  }

  private mutating func target(_ target: JSONValue?, of indicator: String) {
    guard let target, case .object = target else { return }
    let pointer = "\(indicator)/target"
    add(
      .targets,
      [
        filingCell, .text(pointer), .text(indicator), .text(target["kind"]?.text ?? "unread"), target["operator"].cell,
        target["value"].cell, target["minimum"].cell, target["maximum"].cell, target["unit"].cell,
        target["unitInferredFrom"].cell, target["earliest"].cell, target["latest"].cell, target["text"].cell,
        filedText("\(pointer)/text"),
      ] + lineAndColumn("\(pointer)/text"))
  }
}
