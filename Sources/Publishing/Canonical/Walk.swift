internal import Modeling
internal import Provenance

/// The keys of a filing that carry values, in the order in which they are published.
enum FilingSection: CaseIterable {
  case contents, cover, department, overall, projects, region, year
}

/// Walks through one section of a filing, keys ascending.
func walk<Sink: FilingSink & ~Copyable>(_ section: FilingSection, of filing: Filing, into sink: inout Sink) {
  switch section {
  case .contents: walk(contents: filing.contents, into: &sink)
  case .cover: if let cover = filing.cover { walk(cover, into: &sink) }
  case .department: walkDepartment(filing.identity, into: &sink)
  case .overall: walk(filing.overall, into: &sink)
  case .projects:
    let projects = filing.projects.span
    sink.beginArray("projects")
    forEach(projects.count, in: &sink) { index, sink in
      sink.enter(projects[index])
      walk(projects[index], index, into: &sink)
      sink.leave()
    }
    sink.endArray()
  case .region: walkRegion(filing.identity, into: &sink)
  case .year: walkYear(filing.identity, into: &sink)
  }
}

@inline(__always)
private func forEach<Sink: FilingSink & ~Copyable>(_ count: Int, in sink: inout Sink, _ body: (Int, inout Sink) -> Void)
{
  if sink.ordersElementsAsStrings, count > 10 {
    for index in indicesAsStrings(count) {
      sink.beginElement(index)
      body(index, &sink)
      sink.endElement()
    }
  } else {
    for index in 0..<count {
      sink.beginElement(index)
      body(index, &sink)
      sink.endElement()
    }
  }
}

private func texts<Sink: FilingSink & ~Copyable>(_ key: StaticString, _ texts: [Revision], into sink: inout Sink) {
  sink.beginArray(key)
  if sink.ordersElementsAsStrings, texts.count > 10 {
    for index in indicesAsStrings(texts.count) { sink.textElement(index, texts[index]) }
  } else {
    for index in texts.indices { sink.textElement(index, texts[index]) }
  }
  sink.endArray()
}

/// 0, 1, 10, 11, …, 2, 20: the order of the numbers as strings. O(count).
func indicesAsStrings(_ count: Int) -> [Int] {
  var result: [Int] = []
  result.reserveCapacity(count)
  if count > 0 { result.append(0) }
  var current = 1
  while result.count < count {
    if current < count {
      result.append(current)
      current *= 10
      continue
    }
    // One digit up, past every number that is too large, and on to the next.
    current /= 10
    while current % 10 == 9 { current /= 10 }
    current += 1
  }
  return result
}

private func walk<Sink: FilingSink & ~Copyable>(contents: [ContentsEntry], into sink: inout Sink) {
  if contents.isEmpty { return }
  sink.beginArray("contents")
  forEach(contents.count, in: &sink) { index, sink in
    let entry = contents[index]
    if let page = entry.page {
      sink.value("page", sink.wantsValues ? Scalar(Int.page(in: page.text)) : .null, of: page, unit: nil)
    } else {
      sink.null("page")
    }
    sink.text("title", entry.title)
  }
  sink.endArray()
}

private func walk<Sink: FilingSink & ~Copyable>(_ cover: Cover, into sink: inout Sink) {
  sink.beginObject("cover")
  sink.text("date", cover.date)
  sink.text("preparedBy", cover.preparedBy)
  sink.text("reviewedBy", cover.reviewedBy)
  sink.text("title", cover.title)
  sink.endObject()
}

private func walkDepartment<Sink: FilingSink & ~Copyable>(_ identity: Identity, into sink: inout Sink) {
  sink.beginObject("department")
  walkCodeAndName(identity.departmentCode, identity.departmentName, into: &sink)
  sink.endObject()
}

private func walkRegion<Sink: FilingSink & ~Copyable>(_ identity: Identity, into sink: inout Sink) {
  sink.beginObject("region")
  walkCodeAndName(identity.regionCode, identity.regionName, into: &sink)
  sink.endObject()
}

private func walkCodeAndName<Sink: FilingSink & ~Copyable>(
  _ code: Inferred<String>?, _ name: Inferred<String>?, into sink: inout Sink
) {
  sink.inferred("code", code.map { .string($0.value) } ?? .null, code?.places ?? [])
  let from = code?.from ?? name?.from ?? []
  if !from.isEmpty { sink.note("inferredFrom", from) }
  sink.inferred("name", name.map { .string($0.value) } ?? .null, name?.places ?? [])
  // Only where code and name come from different fields.
  if let code, let name, name.from != code.from { sink.note("nameInferredFrom", name.from) }
}

private func walkYear<Sink: FilingSink & ~Copyable>(_ identity: Identity, into sink: inout Sink) {
  sink.beginObject("year")
  if let from = identity.year?.from, !from.isEmpty { sink.note("inferredFrom", from) }
  sink.inferred("value", identity.year.map { .integer($0.value) } ?? .null, identity.year?.places ?? [])
  sink.endObject()
}

private func walk<Sink: FilingSink & ~Copyable>(_ overall: Overall, into sink: inout Sink) {
  sink.beginObject("overall")
  sink.text("goal", overall.goal)
  sink.beginArray("goals")
  forEach(overall.goals.count, in: &sink) { index, sink in
    let duty = overall.goals[index]
    sink.text("goal", duty.goal)
    texts("indicators", duty.indicators, into: &sink)
    sink.text("name", duty.name)
  }
  sink.endArray()
  sink.beginArray("safeguards")
  forEach(overall.safeguards.count, in: &sink) { index, sink in
    let safeguard = overall.safeguards[index]
    sink.text("name", safeguard.name)
    sink.text("text", safeguard.text)
  }
  sink.endArray()
  sink.endObject()
}

/// `number` is the project's place in the filing.
private func walk<Sink: FilingSink & ~Copyable>(_ project: Project, _ number: Int, into sink: inout Sink) {
  sink.beginObject("budget")
  walk("fiscal", project.budget.fiscal, into: &sink)
  walk("other", project.budget.other, into: &sink)
  walk("total", project.budget.total, into: &sink)
  sink.endObject()
  sink.text("code", project.code)
  texts("goals", project.goals, into: &sink)
  sink.text("heading", project.heading)
  let indicators = project.indicators.span
  sink.beginArray("indicators")
  forEach(indicators.count, in: &sink) { index, sink in
    sink.enter(indicators[index])
    walk(indicators[index], number, index, into: &sink)
    sink.leave()
  }
  sink.endArray()
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
  if let unit = project.unit {
    sink.beginObject("unit")
    sink.text("code", unit.code)
    sink.text("name", unit.name)
    sink.text("scope", unit.scope)
    sink.endObject()
  } else {
    sink.null("unit")
  }
}

private func walk<Sink: FilingSink & ~Copyable>(_ key: StaticString, _ money: Money?, into sink: inout Sink) {
  if let money {
    sink.value(key, sink.wantsValues ? Scalar(money.yuan) : .null, of: money.text, unit: money.unit)
  } else {
    sink.null(key)
  }
}

/// The indicator is the `row`-th of the `project`-th project.
private func walk<Sink: FilingSink & ~Copyable>(
  _ indicator: Indicator, _ project: Int, _ row: Int, into sink: inout Sink
) {
  sink.text("basis", indicator.basis)
  sink.text("description", indicator.description)
  sink.text("level1", indicator.level1)
  sink.text("level2", indicator.level2)
  sink.text("name", indicator.name)
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
}

private func walk<Sink: FilingSink & ~Copyable>(
  _ target: Target, _ text: Revision, _ indicator: Indicator, into sink: inout Sink
) {
  func part(_ part: Target.Part?) -> (Revision?, Range<Int>?) {
    guard let part else { return (nil, nil) }
    switch part.source {
    case .text: return (text, part.range)
    case .name: return (indicator.name, part.range)
    case .unit, .operator: return (nil, nil)
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

extension Int {
  /// A page number of up to nine ASCII or full-width digits.
  fileprivate static func page(in text: String) -> Int? {
    var number = 0
    var count = 0
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x30 && scalar.value <= 0x39 {
        number = number * 10 + Int(scalar.value) - 0x30
      } else if scalar.value >= 0xFF10 && scalar.value <= 0xFF19 {
        number = number * 10 + Int(scalar.value) - 0xFF10
      } else {
        continue
      }
      count += 1
      if count > 9 { return nil }
    }
    return count > 0 ? number : nil
  }
}
