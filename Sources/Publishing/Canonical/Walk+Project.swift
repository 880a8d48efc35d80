internal import Modeling
internal import Provenance

/// `number` is the project's place in the filing.
func walk<Sink: FilingSink & ~Copyable>(_ project: Project, _ number: Int, into sink: inout Sink) {
  walk(project.budget, into: &sink)
  sink.text("code", project.code)
  walk(project.details, into: &sink)
  texts("goals", project.goals, into: &sink)
  sink.text("heading", project.heading)
  walk(project.indicators, number, 0, into: &sink)
  if let midterm = project.midterm {
    sink.beginObject("midterm")
    walk(midterm.budget, into: &sink)
    texts("goals", midterm.goals, into: &sink)
    walk(midterm.indicators, number, project.indicators.count, into: &sink)
    sink.endObject()
  }
  sink.text("name", project.name)
  sink.text("purpose", project.purpose)
  sink.beginArray("schedule")
  forEach(project.schedule.count, in: &sink) { index, sink in
    let stage = project.schedule[index]
    if let month = stage.month {
      sink.value("month", sink.wantsValues ? Scalar(stage.monthValue) : .null, of: month, unit: nil)
    } else {
      sink.null("month")
    }
    if let percent = stage.percent {
      sink.value("percent", sink.wantsValues ? Scalar(stage.percentValue) : .null, of: percent, unit: nil)
    } else {
      sink.null("percent")
    }
  }
  sink.endArray()
  walk(project.unit, into: &sink)
}

func walk<Sink: FilingSink & ~Copyable>(_ key: StaticString, _ money: Money?, into sink: inout Sink) {
  if let money {
    sink.value(key, sink.wantsValues ? Scalar(money.yuan) : .null, of: money.text, unit: money.unit)
  } else {
    sink.null(key)
  }
}

/// The indicator is the `row`-th of the `project`-th project.
func walk<Sink: FilingSink & ~Copyable>(
  _ indicator: Indicator, _ project: Int, _ row: Int, into sink: inout Sink
) {
  if let attribute = indicator.attribute { sink.text("attribute", attribute) }
  sink.text("basis", indicator.basis)
  sink.text("description", indicator.description)
  if let direction = indicator.direction { sink.text("direction", direction) }
  if !indicator.grades.isEmpty {
    sink.beginArray("grades")
    forEach(indicator.grades.count, in: &sink) { index, sink in
      sink.text("name", indicator.grades[index].name)
      sink.text("text", indicator.grades[index].text)
    }
    sink.endArray()
  }
  sink.text("level1", indicator.level1)
  sink.text("level2", indicator.level2)
  sink.text("name", indicator.name)
  if let note = indicator.note { sink.text("note", note) }
  if let text = indicator.operator { sink.text("operator", text) }
  if let text = indicator.target {
    sink.beginObject("target")
    if let target = sink.target(project, row) {
      walk(target, text, indicator, into: &sink)
    } else {
      sink.text("text", text)
    }
    sink.endObject()
  } else {
    sink.null("target")
  }
  if let unit = indicator.unit { sink.text("unit", unit) }
  if let weight = indicator.weight { sink.text("weight", weight) }
}

private func walk<Sink: FilingSink & ~Copyable>(
  _ target: Target, _ text: Revision, _ indicator: Indicator, into sink: inout Sink
) {
  func part(_ part: Target.Part?) -> (Revision?, Range<Int>?) {
    guard let part else { return (nil, nil) }
    switch part.source {
    case .text: return (text, part.range)
    case .name: return (indicator.name, part.range)
    case .unit: return (indicator.unit, part.range)
    case .operator: return (indicator.operator, part.range)
    }
  }
  func put(_ key: StaticString, _ value: Scalar, _ found: Target.Part?, into sink: inout Sink) {
    let (source, range) = part(found)
    sink.derived(key, value, from: source, range, as: found?.source == .name ? .name : .value)
  }
  func putUnit(into sink: inout Sink) {
    put("unit", target.unit.map(Scalar.string) ?? .null, target.parts.unit, into: &sink)
    if let source = target.unitInferredFrom { sink.note("unitInferredFrom", source.rawValue) }
  }
  let whole = 0..<text.text.utf8.count
  switch target.value {
  case .quantity(let value):
    sink.derived("kind", .string("quantity"), from: text, whole, as: .value)
    put("operator", target.operator.map { .string($0.rawValue) } ?? .null, target.parts.operator, into: &sink)
    sink.text("text", text)
    putUnit(into: &sink)
    put("value", .decimal(value), target.parts.value, into: &sink)
  case .range(let minimum, let maximum):
    sink.derived("kind", .string("range"), from: text, whole, as: .value)
    put("maximum", .decimal(maximum), target.parts.upper, into: &sink)
    put("minimum", .decimal(minimum), target.parts.value, into: &sink)
    sink.text("text", text)
    putUnit(into: &sink)
  case .date(let earliest, let latest):
    put("earliest", earliest.map { .string($0.description) } ?? .null, target.parts.value, into: &sink)
    sink.derived("kind", .string("date"), from: text, whole, as: .value)
    put(
      "latest", latest.map { .string($0.description) } ?? .null, target.parts.upper ?? target.parts.value, into: &sink)
    put("operator", target.operator.map { .string($0.rawValue) } ?? .null, target.parts.operator, into: &sink)
    sink.text("text", text)
    if target.yearIsInferred { sink.note("yearInferredFrom", "year") }
  case .qualitative: putKind("qualitative", into: &sink)
  case .none: putKind("none", into: &sink)
  case .unread: putKind("unread", into: &sink)
  }
  func putKind(_ kind: String, into sink: inout Sink) {
    sink.derived("kind", .string(kind), from: text, whole, as: .value)
    sink.text("text", text)
  }
}
