package import Modeling
internal import Provenance

/// Runs the rules over every text of a filing; what they change or suggest is on record in each. O(texts).
///
/// A record holds the whole filed text with each correction, so a text of a megabyte with a comma in every line would
/// make an output of gigabytes. A ``RepairBudget`` bounds that: texts beyond it stay as filed, and a diagnostic says
/// which.
package func normalize(
  _ filing: inout Filing, _ normalizer: Normalizer, _ memory: RepairMemory = RepairMemory()
) {
  var desk = RepairDesk(normalizer, memory)
  normalize(&filing, &desk)
  filing.diagnostics += desk.diagnostics
}

private func normalize(_ filing: inout Filing, _ normalizer: inout RepairDesk) {
  if var cover = filing.cover.take() {
    normalizer.revise(&cover.title, .title)
    normalizer.revise(&cover.preparedBy, .title)
    normalizer.revise(&cover.reviewedBy, .title)
    normalizer.revise(&cover.date, .title)
    filing.cover = cover
  }
  for index in filing.contents.indices { normalizer.revise(&filing.contents[index].title, field: Field(.title)) }
  normalize(&filing.overall, &normalizer)
  for index in filing.projects.indices { normalize(&filing.projects[index], &normalizer) }
}

private func normalize(_ details: inout [Detail], _ normalizer: inout RepairDesk) {
  for index in details.indices {
    normalizer.revise(&details[index].label, field: Field(.title))
    normalizer.revise(&details[index].text, field: Field(.prose))
  }
}

private func normalize(_ budget: inout Budget, _ normalizer: inout RepairDesk) {
  normalize(&budget.total, &normalizer)
  normalize(&budget.fiscal, &normalizer)
  normalize(&budget.other, &normalizer)
}

private func normalize(_ overall: inout Overall, _ normalizer: inout RepairDesk) {
  normalizer.revise(&overall.goal, .prose)
  let goalStops = FinalStops(overall.goals.map(\.goal))
  for index in overall.goals.indices {
    normalizer.revise(&overall.goals[index].name, .name)
    normalizer.revise(&overall.goals[index].goal, .prose, goalStops.areUsual(besides: index))
    for item in overall.goals[index].indicators.indices {
      normalizer.revise(&overall.goals[index].indicators[item], field: Field(.name))
    }
  }
  let textStops = FinalStops(overall.safeguards.map(\.text))
  for index in overall.safeguards.indices {
    normalizer.revise(&overall.safeguards[index].name, .name)
    normalizer.revise(&overall.safeguards[index].text, .prose, textStops.areUsual(besides: index))
  }
  normalize(&overall.details, &normalizer)
  normalizer.revise(&overall.heading, .title)
  normalize(&overall.budget, &normalizer)
  if var unit = overall.unit.take() {
    normalizer.revise(&unit.code, .code)
    normalizer.revise(&unit.name, .name)
    normalizer.revise(&unit.scope, .name)
    overall.unit = unit
  }
  for index in overall.tasks.indices {
    normalizer.revise(&overall.tasks[index].name, .name)
    normalizer.revise(&overall.tasks[index].text, .prose)
    normalize(&overall.tasks[index].budget, &normalizer)
  }
  for index in overall.indicators.indices { normalize(&overall.indicators[index], &normalizer) }
}

private func normalize(_ project: inout Project, _ normalizer: inout RepairDesk) {
  normalizer.revise(&project.heading, .title)
  normalizer.revise(&project.code, .code)
  normalizer.revise(&project.name, .name)
  if var unit = project.unit.take() {
    normalizer.revise(&unit.code, .code)
    normalizer.revise(&unit.name, .name)
    normalizer.revise(&unit.scope, .name)
    project.unit = unit
  }
  normalize(&project.budget, &normalizer)
  normalizer.revise(&project.purpose, .prose)
  for index in project.schedule.indices {
    normalizer.revise(&project.schedule[index].month, .schedule)
    normalizer.revise(&project.schedule[index].percent, .schedule)
  }
  let stops = FinalStops(project.goals)
  for index in project.goals.indices {
    normalizer.revise(
      &project.goals[index], field: Field(.prose, siblingsEndInStop: stops.areUsual(besides: index)))
  }
  for index in project.indicators.indices { normalize(&project.indicators[index], &normalizer) }
  normalize(&project.details, &normalizer)
  if var midterm = project.midterm.take() {
    normalize(&midterm.budget, &normalizer)
    for index in midterm.goals.indices { normalizer.revise(&midterm.goals[index], field: Field(.prose)) }
    for index in midterm.indicators.indices { normalize(&midterm.indicators[index], &normalizer) }
    project.midterm = midterm
  }
}

private func normalize(_ money: inout Money?, _ normalizer: inout RepairDesk) {
  guard var revised = money.take() else { return }
  normalizer.revise(&revised.text, field: Field(.amount))
  money = revised
}

private func normalize(_ indicator: inout Indicator, _ normalizer: inout RepairDesk) {
  normalizer.revise(&indicator.level1, .taxonomy)
  normalizer.revise(&indicator.level2, .taxonomy)
  normalizer.revise(&indicator.name, .name)
  normalizer.revise(&indicator.description, .prose)
  if var target = indicator.target.take() {
    normalizer.revise(&target, field: Field(.target, indicator: indicator.name?.text))
    indicator.target = target
  }
  normalizer.revise(&indicator.basis, .basis)
  normalizer.revise(&indicator.operator, .name)
  normalizer.revise(&indicator.unit, .name)
  normalizer.revise(&indicator.direction, .name)
  normalizer.revise(&indicator.attribute, .name)
  for index in indicator.grades.indices {
    normalizer.revise(&indicator.grades[index].text, field: Field(.target, indicator: indicator.name?.text))
  }
  normalizer.revise(&indicator.weight, .schedule)
  normalizer.revise(&indicator.note, .prose)
}

/// Which of several texts end in a full stop.
private struct FinalStops {
  private var ends: [Bool?]
  private var stops = 0
  private var count = 0

  init(_ texts: [Revision?]) {
    ends = []
    ends.reserveCapacity(texts.count)
    for text in texts {
      guard let text else {
        ends.append(nil)
        continue
      }
      let stop = Self.endsInStop(text.text)
      ends.append(stop)
      count += 1
      if stop { stops += 1 }
    }
  }

  /// True if at least two thirds of the others, and two of them, end in a full stop; of a pair, the other one.
  func areUsual(besides index: Int) -> Bool {
    guard index < ends.count, let own = ends[index] else { return false }
    let others = count - 1
    let othersWithStop = stops - (own ? 1 : 0)
    return others > 0 && othersWithStop >= min(2, others) && othersWithStop * 3 >= others * 2
  }

  private static func endsInStop(_ text: String) -> Bool {
    for scalar in text.unicodeScalars.reversed() {
      if scalar.properties.isWhitespace { continue }
      return scalar == "。"
    }
    return false
  }
}
