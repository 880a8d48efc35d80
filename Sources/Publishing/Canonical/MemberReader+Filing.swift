internal import JSON
internal import Modeling
internal import Provenance

/// The counterpart of the walk: the same sections, the same keys, in the same order.
extension MemberReader {
  mutating func read(_ section: FilingSection, into filing: inout Filing) {
    switch section {
    case .contents:
      if has("contents") { filing.contents = objects("contents") { $0.contentsEntry() } }
    case .cover:
      if has("cover") { filing.cover = object("cover") { $0.cover() } }
    case .department:
      if let (code, name) = object("department", { $0.codeAndName() }) {
        filing.identity.departmentCode = code
        filing.identity.departmentName = name
      }
    case .overall: filing.overall = object("overall") { $0.overall() } ?? Overall()
    case .projects: filing.projects = objects("projects") { $0.project() }
    case .region:
      if let (code, name) = object("region", { $0.codeAndName() }) {
        filing.identity.regionCode = code
        filing.identity.regionName = name
      }
    case .tables: if has("tables") { filing.tables = tables() }
    case .year: filing.identity.year = object("year") { $0.year() } ?? nil
    }
  }

  private mutating func contentsEntry() -> ContentsEntry? {
    let page = value("page")
    guard let title = text("title") else {
      report("title", .wrongType, found: Message("null"), expected: .string)
      return nil
    }
    return ContentsEntry(title: title, page: page)
  }

  private mutating func cover() -> Cover {
    var cover = Cover()
    cover.date = text("date")
    cover.preparedBy = text("preparedBy")
    cover.reviewedBy = text("reviewedBy")
    cover.title = text("title")
    return cover
  }

  private mutating func codeAndName() -> (code: Inferred<String>?, name: Inferred<String>?) {
    func string(_ value: JSONValue) -> String? {
      if case .string(let text) = value { text } else { nil }
    }
    var code = inferred("code", string)
    let from = note("inferredFrom") ?? []
    var name = inferred("name", string)
    code?.from = from
    name?.from = note("nameInferredFrom") ?? from
    return (code, name)
  }

  private mutating func year() -> Inferred<Int>? {
    let from = note("inferredFrom") ?? []
    var year = inferred("value") { value in
      if case .number(let number) = value, let year = Int(exactly: number), (1...9999).contains(year) {
        year
      } else {
        nil
      }
    }
    year?.from = from
    return year
  }

  private mutating func overall() -> Overall {
    var overall = Overall()
    if has("budget") { overall.budget = object("budget") { $0.budget() } ?? Budget() }
    if has("details") { overall.details = details() }
    overall.goal = text("goal")
    overall.goals = objects("goals") { reader in
      var duty = Duty()
      duty.goal = reader.text("goal")
      duty.indicators = reader.texts("indicators")
      duty.name = reader.text("name")
      return duty
    }
    overall.safeguards = objects("safeguards") { reader in
      let name = reader.text("name")
      return Safeguard(name: name, text: reader.text("text"))
    }
    if has("heading") { overall.heading = text("heading") }
    if has("indicators") { overall.indicators = objects("indicators") { $0.indicator() } }
    if has("tasks") {
      overall.tasks = objects("tasks") { reader in
        var task = Task()
        task.budget = reader.object("budget") { $0.budget() } ?? Budget()
        task.name = reader.text("name")
        task.text = reader.text("text")
        return task
      }
    }
    if has("unit") { overall.unit = object("unit") { $0.unit() } }
    return overall
  }

  private mutating func details() -> [Detail] {
    objects("details") { reader in
      guard let label = reader.text("label"), let text = reader.text("text") else { return nil }
      return Detail(label: label, text: text)
    }
  }

  private mutating func tables() -> [KeptTable] {
    objects("tables") { reader in
      KeptTable(
        rows: reader.objects("rows") { reader in
          reader.objects("cells") { reader in
            let isContinued = reader.has("continued") ? reader.bool("continued") : false
            let span = reader.has("span") ? reader.integer("span") : 1
            return KeptCell(text: reader.text("text"), span: span, isContinued: isContinued)
          }
        })
    }
  }

  private mutating func project() -> Project {
    var project = Project()
    project.budget = object("budget") { $0.budget() } ?? Budget()
    project.code = text("code")
    if has("details") { project.details = details() }
    project.goals = texts("goals")
    project.heading = text("heading")
    project.indicators = objects("indicators") { $0.indicator() }
    if has("midterm") {
      project.midterm = object("midterm") { reader in
        var midterm = Midterm()
        midterm.budget = reader.object("budget") { $0.budget() } ?? Budget()
        midterm.goals = reader.texts("goals")
        midterm.indicators = reader.objects("indicators") { $0.indicator() }
        return midterm
      }
    }
    project.name = text("name")
    project.purpose = text("purpose")
    project.schedule = objects("schedule") { reader in
      let month = reader.value("month")
      return Stage(month: month, percent: reader.value("percent"))
    }
    project.unit = object("unit", orNull: true) { $0.unit() }
    return project
  }

  private mutating func budget() -> Budget {
    var budget = Budget()
    budget.fiscal = money("fiscal")
    budget.other = money("other")
    budget.total = money("total")
    return budget
  }

  private mutating func unit() -> Unit {
    var unit = Unit()
    unit.code = text("code")
    unit.name = text("name")
    unit.scope = text("scope")
    return unit
  }

  private mutating func indicator() -> Indicator {
    var indicator = Indicator()
    if has("attribute") { indicator.attribute = text("attribute") }
    indicator.basis = text("basis")
    indicator.description = text("description")
    if has("direction") { indicator.direction = text("direction") }
    if has("grades") {
      indicator.grades = objects("grades") { reader in
        guard let name = reader.text("name"), let text = reader.text("text") else { return nil }
        return Grade(name: name, text: text)
      }
    }
    indicator.level1 = text("level1")
    indicator.level2 = text("level2")
    indicator.name = text("name")
    indicator.note = has("note") ? text("note") : nil
    if has("operator") { indicator.operator = text("operator") }
    indicator.target = object("target", orNull: true) { $0.target() } ?? nil
    if has("unit") { indicator.unit = text("unit") }
    indicator.weight = has("weight") ? text("weight") : nil
    return indicator
  }

  /// Of a target only the text is kept: all else is read from it, the name and the year.
  private mutating func target() -> Revision? {
    derived([
      "earliest", "kind", "latest", "maximum", "minimum", "operator", "unit", "unitInferredFrom", "value",
      "yearInferredFrom",
    ])
    guard let text = text("text") else {
      report("text", .wrongType, found: Message("null"), expected: .string)
      return nil
    }
    return text
  }
}
