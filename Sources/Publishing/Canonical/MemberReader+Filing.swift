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
    return overall
  }

  private mutating func project() -> Project {
    var project = Project()
    project.budget = object("budget") { $0.budget() } ?? Budget()
    project.code = text("code")
    project.goals = texts("goals")
    project.heading = text("heading")
    project.indicators = objects("indicators") { $0.indicator() }
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
    indicator.basis = text("basis")
    indicator.description = text("description")
    indicator.level1 = text("level1")
    indicator.level2 = text("level2")
    indicator.name = text("name")
    indicator.note = has("note") ? text("note") : nil
    indicator.target = object("target", orNull: true) { $0.target() } ?? nil
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
