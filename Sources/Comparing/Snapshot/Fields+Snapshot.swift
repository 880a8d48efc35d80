internal import JSON

/// The sections of a filing, as its schema has them.
extension Fields {
  mutating func snapshot() -> Snapshot {
    let year = object("year") { $0.number("value") }.flatMap(\.self).flatMap(Int.init(exactly:))
    var snapshot = Snapshot(id: string("id") ?? "", year: year)
    snapshot.region = object("region") { $0.codeAndName() } ?? CodeAndName()
    snapshot.department = object("department") { $0.codeAndName() } ?? CodeAndName()
    snapshot.overall = object("overall") { $0.overall() } ?? OverallSnapshot()
    snapshot.projects = objects("projects") { $0.project() }
    snapshot.producer = object("producer") { $0.canonical } ?? ""
    snapshot.source = object("source") { $0.string("path") }.flatMap(\.self)
    return snapshot
  }

  private mutating func codeAndName() -> CodeAndName {
    CodeAndName(code: string("code"), name: string("name"))
  }

  private mutating func overall() -> OverallSnapshot {
    var overall = OverallSnapshot()
    overall.goal = string("goal")
    overall.goals = objects("goals") { fields in
      OverallSnapshot.Duty(
        name: fields.string("name"), goal: fields.string("goal"), indicators: fields.strings("indicators"))
    }
    overall.safeguards = objects("safeguards") { $0.namedText("name", "text") }
    overall.tasks = objects("tasks") { $0.namedText("name", "text") }
    overall.details = objects("details") { $0.namedText("label", "text") }
    overall.budget = object("budget") { $0.budget() } ?? BudgetSnapshot()
    overall.indicators = objects("indicators") { $0.indicator() }
    return overall
  }

  private mutating func namedText(_ name: String, _ text: String) -> NamedText {
    NamedText(name: string(name), text: string(text))
  }

  private mutating func budget() -> BudgetSnapshot {
    BudgetSnapshot(total: number("total"), fiscal: number("fiscal"), other: number("other"))
  }

  private mutating func project() -> ProjectSnapshot {
    var project = ProjectSnapshot()
    project.code = string("code")
    project.name = string("name")
    project.unit = object("unit") { $0.codeAndName() } ?? CodeAndName()
    project.budget = object("budget") { $0.budget() } ?? BudgetSnapshot()
    project.purpose = string("purpose")
    project.schedule = objects("schedule") { StageSnapshot(month: $0.number("month"), percent: $0.number("percent")) }
    project.goals = strings("goals")
    project.indicators = objects("indicators") { $0.indicator() }
    project.details = objects("details") { $0.namedText("label", "text") }
    project.midterm = object("midterm") { fields in
      var midterm = MidtermSnapshot()
      midterm.budget = fields.object("budget") { $0.budget() } ?? BudgetSnapshot()
      midterm.goals = fields.strings("goals")
      midterm.indicators = fields.objects("indicators") { $0.indicator() }
      return midterm
    }
    return project
  }

  private mutating func indicator() -> IndicatorSnapshot {
    var indicator = IndicatorSnapshot()
    indicator.level1 = string("level1")
    indicator.level2 = string("level2")
    indicator.name = string("name")
    indicator.description = string("description")
    indicator.target = object("target") { $0.target() }
    indicator.basis = string("basis")
    indicator.direction = string("direction")
    indicator.weight = string("weight")
    indicator.note = string("note")
    indicator.grades = objects("grades") { $0.namedText("name", "text") }
    return indicator
  }

  private mutating func target() -> TargetSnapshot {
    var target = TargetSnapshot(text: string("text") ?? "")
    target.kind = string("kind") ?? ""
    target.operator = string("operator")
    target.value = number("value")
    target.minimum = number("minimum")
    target.maximum = number("maximum")
    target.earliest = string("earliest")
    target.latest = string("latest")
    target.unit = string("unit")
    return target
  }

  /// The object as RFC 8785 bytes.
  private var canonical: String {
    var writer = JSONWriter(.canonical)
    JSONValue.object(object).write(to: &writer)
    writer.finish()
    return writer.failed ? "" : String(decoding: writer.bytes, as: UTF8.self)
  }
}
