// Over 300 lines: one story, from the plan of a project through its wording in either year to what became of it.

internal import Comparing
internal import Glibc

/// Makes two years of filings of many departments, from a seed: the same seed gives the same filings.
package struct Generator<Random: RandomNumberGenerator> {
  private var random: Random
  private let difficulty: Difficulty
  private var codes = 0

  package init(_ random: Random, _ difficulty: Difficulty = .hard) {
    self.random = random
    self.difficulty = difficulty
  }

  /// What a project is about, however it is worded.
  private struct Plan {
    var object: (String, String)
    var others: [(String, String)]
    var action: (String, String)
    var modifier: String
    var genericName: String?
    var places: [String]
    var opening: Int
    var closing: Int
    var budget: Double
    var isVague: Bool
    var indicators: [IndicatorPlan]
  }

  private struct IndicatorPlan {
    var boilerplate: Int?
    var object: (String, String)
    var action: (String, String)
    var place: String
    var level: Int
    var threshold: Int
    var id: Int
  }

  private struct Worded {
    var project: ProjectSnapshot
    /// Which indicator plan stands where.
    var order: [Int]
  }

  /// About `projects` projects in the first year.
  package mutating func years(projects count: Int) -> GeneratedYears {
    var result = GeneratedYears()
    let departments = max(1, (count + difficulty.projectsPerDepartment - 1) / difficulty.projectsPerDepartment)
    var moving: [(old: GeneratedYears.Project, plan: Plan, worded: Worded, home: Int)] = []
    var made = 0
    for department in 0..<departments {
      let size = min(count - made, difficulty.projectsPerDepartment)
      made += size
      addDepartment(department, size, to: &result, &moving)
    }
    for move in moving {
      var other = Int.random(in: 0..<departments, using: &random)
      if other == move.home { other = (other + 1) % departments }
      let worded = reworded(move.plan, move.worded)
      let index = result.new[other].projects.count
      result.new[other].projects.append(worded.project)
      note(move.old, move.worded.order, .init(filing: other, index: index), worded.order, &result)
    }
    return result
  }

  // MARK: A department

  private enum Fate {
    case kept, ended, moved, split, merged
  }

  private mutating func addDepartment(
    _ number: Int, _ size: Int, to result: inout GeneratedYears,
    _ moving: inout [(old: GeneratedYears.Project, plan: Plan, worded: Worded, home: Int)]
  ) {
    let domain = number % Words.domains.count
    let code = "\(100 + number % 900)"
    // Beyond 900 departments the regions differ.
    let region = "\(130300 + number / 900 % 90)"
    var old = Snapshot(id: "\(region)-\(code)-2021", year: 2021)
    old.department = CodeAndName(code: code, name: "第\(number)" + Words.domains[domain].name)
    old.region = CodeAndName(code: region)
    var new = Snapshot(id: "\(region)-\(code)-2022", year: 2022)
    new.department = old.department
    new.region = old.region
    var plans: [Plan] = []
    for _ in 0..<size { plans.append(plan(domain)) }
    var drafts: [(new: Worded, from: [(old: Int, order: [Int])], kind: Fate, part: Int)] = []
    var index = 0
    while index < plans.count {
      let plan = plans[index]
      let worded = worded(plan)
      old.projects.append(worded.project)
      switch fate(index, plans.count) {
      case .kept: drafts.append((reworded(plan, worded), [(index, worded.order)], .kept, 0))
      case .ended: break
      case .moved: moving.append((.init(filing: number, index: index), plan, worded, number))
      case .split:
        for (part, worded) in split(plan, worded).enumerated() {
          drafts.append((worded, [(index, [])], .split, part))
        }
      case .merged:
        let partner = self.worded(plans[index + 1])
        old.projects.append(partner.project)
        let merged = merged(plan, worded, plans[index + 1], partner)
        drafts.append((merged, [(index, []), (index + 1, [])], .merged, 0))
        index += 1
      }
      index += 1
    }
    for _ in 0..<size where chance(difficulty.added) {
      let plan = plan(domain)
      drafts.append((worded(plan), [], .kept, 0))
    }
    drafts.shuffle(using: &random)
    var parts: [Int: [GeneratedYears.Project]] = [:]
    for draft in drafts {
      let place = GeneratedYears.Project(filing: number, index: new.projects.count)
      new.projects.append(draft.new.project)
      switch draft.kind {
      case .split: parts[draft.from[0].old, default: []].append(place)
      case .merged:
        result.merges.append((draft.from.map { .init(filing: number, index: $0.old) }, place))
      default:
        if let from = draft.from.first {
          note(.init(filing: number, index: from.old), from.order, place, draft.new.order, &result)
        }
      }
    }
    for (old, new) in parts.sorted(by: { $0.key < $1.key }) {
      result.splits.append((.init(filing: number, index: old), new))
    }
    result.old.append(old)
    result.new.append(new)
  }

  private mutating func fate(_ index: Int, _ count: Int) -> Fate {
    var draw = Double.random(in: 0..<1, using: &random)
    for (share, fate) in [
      (difficulty.ended, Fate.ended), (difficulty.moved, .moved), (difficulty.split, .split),
      (difficulty.merged, .merged),
    ] {
      if draw < share { return fate == .merged && index + 1 >= count ? .kept : fate }
      draw -= share
    }
    return .kept
  }

  private func note(
    _ old: GeneratedYears.Project, _ oldOrder: [Int], _ new: GeneratedYears.Project, _ newOrder: [Int],
    _ result: inout GeneratedYears
  ) {
    result.pairs.append(.init(old: old, new: new))
    for (oldIndex, id) in oldOrder.enumerated() {
      if let newIndex = newOrder.firstIndex(of: id) {
        result.indicators.append(.init(old: old, oldIndex: oldIndex, new: new, newIndex: newIndex))
      }
    }
  }

  // MARK: A project

  private mutating func plan(_ domain: Int) -> Plan {
    let objects = Words.domains[domain].objects
    let isGeneric = chance(difficulty.generic)
    var indicators: [IndicatorPlan] = []
    let places = (0..<difficulty.facts).map { _ in Words.place(&random) }
    for id in 0..<difficulty.indicatorsPerProject {
      indicators.append(
        IndicatorPlan(
          boilerplate: chance(difficulty.boilerplate)
            ? Int.random(in: 0..<Words.boilerplate.count, using: &random) : nil,
          object: pick(objects, ("", "")), action: pick(Words.actions, ("", "")), place: pick(places, ""),
          level: Int.random(in: 0..<4, using: &random), threshold: Int.random(in: 2..<200, using: &random), id: id))
    }
    return Plan(
      object: pick(objects, ("", "")), others: [pick(objects, ("", "")), pick(objects, ("", ""))],
      action: pick(Words.actions, ("", "")), modifier: pick(Words.modifiers, ""),
      genericName: isGeneric ? pick(Words.generic, "") : nil, places: places,
      opening: Int.random(in: 0..<Words.openings.count, using: &random),
      closing: Int.random(in: 0..<Words.closings.count, using: &random),
      budget: (exp(Double.random(in: 1...7, using: &random)) * 100).rounded() * 100,
      isVague: chance(difficulty.vaguePurposes), indicators: indicators)
  }

  private mutating func code(_ year: Int) -> String {
    codes += 1
    let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var code = "130304\(year % 100)"
    for _ in 0..<8 { code.append(letters[Int.random(in: 0..<36, using: &random)]) }
    return code + String(codes + 10_000).suffix(5)
  }

  private func words(_ pair: (String, String), _ isRephrased: Bool) -> String { isRephrased ? pair.1 : pair.0 }

  private mutating func worded(_ plan: Plan) -> Worded {
    var project = ProjectSnapshot()
    project.code = code(2021)
    project.name = plan.genericName ?? plan.modifier + plan.object.0 + plan.action.0
    project.budget = BudgetSnapshot(total: plan.budget, fiscal: plan.budget, other: 0)
    project.purpose = purpose(plan, plan.budget)
    project.goals = goals(plan, isRephrased: false)
    project.schedule = [(3, 25), (6, 50), (10, 75), (12, 100)].map { StageSnapshot(month: $0.0, percent: $0.1) }
    let order = plan.indicators.map(\.id)
    project.indicators = plan.indicators.map { indicator($0, isRephrased: false) }
    return Worded(project: project, order: order)
  }

  private func purpose(_ plan: Plan, _ budget: Double) -> String {
    let amount = "\(budget / 10_000)万元"
    if plan.isVague { return "预算安排资金\(amount)，用于保障有关工作正常开展。" }
    return "预算安排资金\(amount)，用于\(plan.places.joined(separator: "、"))等地\(plan.others[0].0)\(plan.action.0)。"
  }

  private func goals(_ plan: Plan, isRephrased: Bool) -> [String?] {
    let opening = isRephrased ? Words.rephrasedOpenings[plan.opening] : Words.openings[plan.opening]
    let object = words(plan.object, isRephrased)
    let first =
      "\(opening)\(plan.places.first ?? "")\(object)\(words(plan.action, isRephrased))工作，\(Words.closings[plan.closing])"
    let second =
      isRephrased
      ? "以\(words(plan.others[1], true))为重点，带动\(plan.places.last ?? "")有关方面改善。"
      : "\(plan.places.last ?? "")\(plan.others[1].0)得到改善。"
    return [first, second]
  }

  private func indicator(_ plan: IndicatorPlan, isRephrased: Bool) -> IndicatorSnapshot {
    var indicator = IndicatorSnapshot()
    var target = TargetSnapshot(text: "≥95")
    target.kind = "quantity"
    target.operator = "≥"
    if let boilerplate = plan.boilerplate {
      let row = Words.boilerplate[boilerplate]
      (indicator.level1, indicator.level2) = (row.level1, row.level2)
      (indicator.name, indicator.description) = (row.name, row.description)
      target.value = 95
      target.unit = "%"
    } else {
      let levels = [
        ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("效益指标", "社会效益指标"), ("产出指标", "时效指标"),
      ]
      (indicator.level1, indicator.level2) = levels[plan.level]
      let object = words(plan.object, isRephrased)
      indicator.name = isRephrased ? "\(words(plan.action, true))\(object)的情况" : "\(object)\(plan.action.0)数量"
      indicator.description = "\(plan.place)\(object)\(words(plan.action, isRephrased))的数量"
      target.text = "≥\(plan.threshold)处"
      target.value = Double(plan.threshold)
      target.unit = "处"
    }
    indicator.target = target
    indicator.basis = "年度工作计划"
    return indicator
  }

  // MARK: The next year

  private mutating func reworded(_ plan: Plan, _ worded: Worded) -> Worded {
    var project = worded.project
    if !chance(difficulty.keepsCodes) { project.code = code(2022) }
    if plan.genericName == nil {
      if chance(difficulty.newName) {
        project.name = "\(plan.object.1)\(plan.action.1)"
      } else if chance(difficulty.changedName / (1 - difficulty.newName)) {
        project.name = changedName(plan)
      }
    }
    let budget = (plan.budget * exp(normal() * difficulty.budgetDeviation) / 100).rounded() * 100
    project.budget = BudgetSnapshot(total: budget, fiscal: budget, other: 0)
    project.purpose = purpose(plan, budget)
    if chance(difficulty.rewordedGoals) { project.goals = goals(plan, isRephrased: true) }
    return rearranged(plan, project)
  }

  private mutating func changedName(_ plan: Plan) -> String {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: "2022年\(plan.modifier)\(plan.object.0)\(plan.action.0)项目"
    case 1: "\(plan.object.0)\(plan.action.1)经费"
    default: "\(plan.modifier)\(plan.object.0)及配套\(plan.action.0)"
    }
  }

  private mutating func rearranged(_ plan: Plan, _ project: ProjectSnapshot) -> Worded {
    var project = project
    var rows = plan.indicators.map { row in
      var changed = row
      if row.boilerplate == nil, chance(0.3) {
        changed.threshold = max(1, row.threshold + Int.random(in: -10...20, using: &random))
      }
      return (row.id, indicator(changed, isRephrased: row.boilerplate == nil && chance(difficulty.rewordedIndicators)))
    }
    if chance(0.3), !rows.isEmpty { rows.remove(at: Int.random(in: 0..<rows.count, using: &random)) }
    rows.shuffle(using: &random)
    project.indicators = rows.map(\.1)
    return Worded(project: project, order: rows.map(\.0))
  }

  private mutating func split(_ plan: Plan, _ worded: Worded) -> [Worded] {
    let share = Double.random(in: 0.25...0.75, using: &random)
    let total = plan.budget * (1 + normal() * difficulty.sumDeviation)
    let names = [
      "\(plan.object.0)\(plan.action.0)", "\(plan.others[0].0)\(plan.action.0)",
    ]
    return (0..<2).map { part in
      var own = plan
      own.indicators = plan.indicators.enumerated().filter { $0.offset % 2 == part || $0.element.boilerplate != nil }
        .map(\.element)
      var project = worded.project
      project.code = code(2022)
      project.name = names[part] + ["（设施）", "（服务）"][part]
      let budget = (total * (part == 0 ? share : 1 - share) / 100).rounded() * 100
      project.budget = BudgetSnapshot(total: budget, fiscal: budget, other: 0)
      project.purpose = purpose(plan, budget)
      let goals = goals(plan, isRephrased: false)
      project.goals = goals.indices.contains(part) ? [goals[part]] : goals
      return rearranged(own, project)
    }
  }

  private mutating func merged(_ plan: Plan, _ first: Worded, _ other: Plan, _ second: Worded) -> Worded {
    var project = first.project
    project.code = code(2022)
    project.name = chance(0.5) ? "\(plan.object.0)与\(other.object.0)综合项目" : "\(plan.object.0)\(other.action.0)"
    let total = ((plan.budget + other.budget) * (1 + normal() * difficulty.sumDeviation) / 100).rounded() * 100
    project.budget = BudgetSnapshot(total: total, fiscal: total, other: 0)
    project.purpose = purpose(plan, total)
    project.goals = [first.project.goals.first ?? nil, second.project.goals.first ?? nil]
    var rows = first.project.indicators.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    rows += second.project.indicators.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    rows.shuffle(using: &random)
    project.indicators = rows
    return Worded(project: project, order: [])
  }

  // MARK: Chance

  private mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &random) < probability }

  private mutating func pick<Element>(_ elements: [Element], _ none: Element) -> Element {
    elements.randomElement(using: &random) ?? none
  }

  /// Standard normal, by Box and Muller's way.
  private mutating func normal() -> Double {
    let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
    return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &random))
  }
}
