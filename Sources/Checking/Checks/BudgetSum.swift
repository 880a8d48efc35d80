internal import Modeling
internal import Provenance

extension Check {
  static let budgetSum = Check(
    "budget-sum", .warning,
    summary: Message(
      zh: "预算数不等于财政资金与其他资金之和",
      en: "The budget is not the sum of fiscal and other funds"),
    rationale: Message(
      zh: "按元精确比较。两项资金都没有填的表不查；只填一项且等于预算数的不提示；有读不出的金额时不查，另有提示。",
      en: "Compared exactly, in yuan. Tables that give neither part are left alone, and so is a single part that "
        + "equals the budget, and amounts that cannot be read, which are reported by themselves."),
    examples: [
      .reported(
        at: "/projects/0/budget/total",
        """
        项目 | 政协会议
        预算 | 12.00 | 10.00 | 0 | 单位：万元
        """),
      .reported(
        at: "/projects/0/budget/total",
        """
        项目 | 政协会议
        预算 | | 10.00 | 0 | 单位：万元
        """),
      .silent(
        """
        项目 | 政协会议
        预算 | 10.00 | 10.00 | 0 | 单位：万元
        项目 | 民主监督
        预算 | 0.3 | 0.1 | 0.2
        项目 | 参政议政
        预算 | 7万元 | 70,000元 | | 单位：万元
        项目 | 综合事务
        预算 | 7.00 | | | 单位：万元
        项目 | 会务
        预算 | 10.00 | 1O.00 | 0 | 单位：万元
        """),
    ]
  ) { filing, findings in
    for project in filing.projects.indices {
      if BudgetSum.isPlainlyRight(filing.projects[project].budget) { continue }
      let sum = BudgetSum(filing.projects[project].budget)
      guard let problem = sum.problem else { continue }
      let budget = filing.projects[project].budget
      let title = filing.title(ofProject: project)
      let source = places(budget.total?.text, budget.fiscal?.text, budget.other?.text)
      let shown = (
        total: budget.total?.shown ?? "（未填）", fiscal: budget.fiscal?.shown ?? "（未填）",
        other: budget.other?.shown ?? "（未填）"
      )
      switch problem {
      case .noTotal:
        findings.add(
          Pointer.project(project, "budget/total"), at: source,
          zh: "\(title.zh)填了财政资金\(shown.fiscal)、其他资金\(shown.other)，没有填预算数。请补填。",
          en:
            "The table of \(title.en) gives fiscal funds \(shown.fiscal) and other funds \(shown.other) but no total. "
            + "Fill it in.")
      case .differs(let sum):
        findings.add(
          Pointer.project(project, "budget/total"), at: source,
          zh: "\(title.zh)的预算数是\(shown.total)，财政资金\(shown.fiscal)与其他资金\(shown.other)之和却是\(sum)。请核对三个数。",
          en: "The budget of \(title.en) is \(shown.total), but fiscal funds \(shown.fiscal) and other funds "
            + "\(shown.other) add up to \(sum). Check the three amounts.")
      }
    }
  }
}

/// Whether the parts of a budget add up.
private struct BudgetSum {
  enum Problem {
    case noTotal
    /// The sum of the parts, as people read it.
    case differs(sum: String)
  }

  var problem: Problem?

  /// Whether the budget is the fiscal part to the letter, and the other part nothing: most budgets.
  static func isPlainlyRight(_ budget: Budget) -> Bool {
    guard let total = budget.total?.text.text, let fiscal = budget.fiscal?.text.text, isSame(total, fiscal),
      let first = total.utf8.first, (0x30...0x39).contains(first), Decimal(total) != nil
    else { return false }
    guard budget.total?.unit?.source == budget.fiscal?.unit?.source else { return false }
    guard let other = budget.other?.text.text else { return true }
    return other == "0" || other == "0.00"
  }

  init(_ budget: Budget) {
    if budget.fiscal == nil && budget.other == nil { return }
    // Amounts that say no unit anywhere share an unknown one, in which the sum holds all the same.
    let unitUnknown = [budget.total, budget.fiscal, budget.other].allSatisfy {
      guard let money = $0 else { return true }
      return switch money.reading {
      case .unread(.unitUnknown), .none: true
      default: money.text.text == "0"
      }
    }
    var isUnreadable = false
    func value(_ money: Money?) -> Decimal? {
      guard let money else { return nil }
      let reading = unitUnknown ? Amount.read(money.text.text, unit: .yuan) : money.reading
      switch reading {
      case .amount(let amount): return amount.yuan
      case .none: return nil
      case .unread: isUnreadable = true
      }
      return nil
    }
    let total = value(budget.total)
    let fiscal = value(budget.fiscal)
    let other = value(budget.other)
    if isUnreadable { return }
    guard let sum = (fiscal ?? .zero).adding(other ?? .zero), fiscal != nil || other != nil else { return }
    guard let total else {
      problem = .noTotal
      return
    }
    if sum == total { return }
    let unit = unitUnknown ? nil : budget.total?.reading.amount?.unit
    let inUnit = unit.flatMap { sum.multiplied(byPowerOfTen: -$0.rawValue) } ?? sum
    problem = .differs(sum: inUnit.description + (unit?.name ?? ""))
  }
}
