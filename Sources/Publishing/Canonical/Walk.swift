internal import Modeling
internal import Provenance

/// The keys of a filing that carry values, in the order in which they are published.
enum FilingSection: CaseIterable {
  case contents, cover, department, overall, projects, region, tables, year
}

/// Walks through one section of a filing, keys ascending.
func walk<Sink: FilingSink & ~Copyable>(_ section: FilingSection, of filing: Filing, into sink: inout Sink) {
  switch section {
  case .contents: walk(contents: filing.contents, into: &sink)
  case .cover: if let cover = filing.cover { walk(cover, into: &sink) }
  case .department: walkDepartment(filing.identity, into: &sink)
  case .overall: walk(filing.overall, filing.projects.count, into: &sink)
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
  case .tables: walk(filing.tables, into: &sink)
  case .year: walkYear(filing.identity, into: &sink)
  }
}

@inline(__always)
func forEach<Sink: FilingSink & ~Copyable>(_ count: Int, in sink: inout Sink, _ body: (Int, inout Sink) -> Void) {
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

func texts<Sink: FilingSink & ~Copyable>(_ key: StaticString, _ texts: [Revision], into sink: inout Sink) {
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

/// `number` stands for the department as a whole among the projects.
private func walk<Sink: FilingSink & ~Copyable>(_ overall: Overall, _ number: Int, into sink: inout Sink) {
  sink.beginObject("overall")
  if overall.unit != nil { walk(overall.budget, into: &sink) }
  walk(overall.details, into: &sink)
  sink.text("goal", overall.goal)
  sink.beginArray("goals")
  forEach(overall.goals.count, in: &sink) { index, sink in
    let duty = overall.goals[index]
    sink.text("goal", duty.goal)
    texts("indicators", duty.indicators, into: &sink)
    sink.text("name", duty.name)
  }
  sink.endArray()
  if let heading = overall.heading { sink.text("heading", heading) }
  if !overall.indicators.isEmpty { walk(overall.indicators, number, 0, into: &sink) }
  sink.beginArray("safeguards")
  forEach(overall.safeguards.count, in: &sink) { index, sink in
    let safeguard = overall.safeguards[index]
    sink.text("name", safeguard.name)
    sink.text("text", safeguard.text)
  }
  sink.endArray()
  if !overall.tasks.isEmpty {
    sink.beginArray("tasks")
    forEach(overall.tasks.count, in: &sink) { index, sink in
      let task = overall.tasks[index]
      walk(task.budget, into: &sink)
      sink.text("name", task.name)
      sink.text("text", task.text)
    }
    sink.endArray()
  }
  if overall.unit != nil { walk(overall.unit, into: &sink) }
  sink.endObject()
}

func walk<Sink: FilingSink & ~Copyable>(_ unit: Unit?, into sink: inout Sink) {
  guard let unit else { return sink.null("unit") }
  sink.beginObject("unit")
  sink.text("code", unit.code)
  sink.text("name", unit.name)
  sink.text("scope", unit.scope)
  sink.endObject()
}

func walk<Sink: FilingSink & ~Copyable>(_ details: [Detail], into sink: inout Sink) {
  if details.isEmpty { return }
  sink.beginArray("details")
  forEach(details.count, in: &sink) { index, sink in
    sink.text("label", details[index].label)
    sink.text("text", details[index].text)
  }
  sink.endArray()
}

func walk<Sink: FilingSink & ~Copyable>(_ tables: [KeptTable], into sink: inout Sink) {
  if tables.isEmpty { return }
  sink.beginArray("tables")
  forEach(tables.count, in: &sink) { index, sink in
    let rows = tables[index].rows
    sink.beginArray("rows")
    forEach(rows.count, in: &sink) { row, sink in
      sink.beginArray("cells")
      forEach(rows[row].count, in: &sink) { cell, sink in
        let cell = rows[row][cell]
        if cell.isContinued { sink.flag("continued") }
        if cell.span > 1 { sink.count("span", cell.span) }
        sink.text("text", cell.text)
      }
      sink.endArray()
    }
    sink.endArray()
  }
  sink.endArray()
}

func walk<Sink: FilingSink & ~Copyable>(_ budget: Budget, into sink: inout Sink) {
  sink.beginObject("budget")
  walk("fiscal", budget.fiscal, into: &sink)
  walk("other", budget.other, into: &sink)
  walk("total", budget.total, into: &sink)
  sink.endObject()
}

/// Indicators whose targets are those of the `project`-th project from the `first` on.
func walk<Sink: FilingSink & ~Copyable>(
  _ indicators: [Indicator], _ project: Int, _ first: Int, into sink: inout Sink
) {
  let indicators = indicators.span
  sink.beginArray("indicators")
  forEach(indicators.count, in: &sink) { index, sink in
    sink.enter(indicators[index])
    walk(indicators[index], project, first + index, into: &sink)
    sink.leave()
  }
  sink.endArray()
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
