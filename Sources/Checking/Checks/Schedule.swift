internal import Modeling
internal import Provenance

extension Check {
  static let schedule = Check(
    "schedule", .warning,
    summary: Message(
      zh: "资金支出计划不是逐期递增到100%，或有空缺",
      en: "The spending plan does not rise to 100 %, or has gaps"),
    rationale: Message(
      zh: "各期是累计数：后一期不应小于前一期，最后一期应为100%，月份应依次递增。预算为零的项目和整张计划都没有填的表不查。"
        + "每个项目只提示最先发现的一处。",
      en:
        "The shares are cumulative: none below the one before, the last 100 %, the months in order. Projects with a budget of "
        + "zero and plans that are empty throughout are left alone. One finding a project, the first."),
    examples: [
      .reported(
        at: "/projects/0/schedule/2/percent",
        """
        项目 | 政协会议
        计划 | 3月底 | 25.00% | 6月底 | 50.00% | 10月底 | 45.00% | 12月底 | 100.00%
        """),
      .reported(
        at: "/projects/0/schedule/3/percent",
        """
        项目 | 政协会议
        计划 | 3月底 | 25% | 6月底 | 25% | 10月底 | 25% | 12月底 | 25%
        """),
      .reported(
        at: "/projects/0/schedule/1/percent",
        """
        项目 | 政协会议
        计划 | 3月底 | 25% | 6月底 | | 10月底 | 75% | 12月底 | 100%
        """),
      .reported(
        at: "/projects/0/schedule/1/month",
        """
        项目 | 政协会议
        计划 | 6月底 | 25% | 3月底 | 50% | 12月底 | 100%
        """),
      .silent(
        """
        项目 | 政协会议
        计划 | 3月底 | 25.00% | 6月底 | 50.00% | 10月底 | 75.00% | 12月底 | 100.00%
        项目 | 民主监督
        计划 | 3月底 | | 6月底 | | 10月底 | | 12月底 |
        项目 | 参政议政
        预算 | 0 | 0 | 0 | 单位：万元
        计划 | 3月底 | 0 | 6月底 | 0 | 10月底 | 0 | 12月底 | 0
        """),
    ]
  ) { filing, findings in
    for project in filing.projects.indices {
      guard let problem = SchedulePlan.problem(of: filing.projects[project].schedule) else { continue }
      if let total = filing.projects[project].budget.total?.reading.amount, total.yuan == .zero { continue }
      let stages = filing.projects[project].schedule
      let title = filing.title(ofProject: project)
      let all = stages.flatMap { places($0.percent) }
      let stage = stages[problem.stage]
      let field = problem.isMonth ? stage.month : stage.percent
      findings.add(
        Pointer.project(project, "schedule/\(problem.stage)/\(problem.isMonth ? "month" : "percent")"),
        at: places(field ?? stage.month) + all.filter { $0 != (field ?? stage.month)?.source },
        zh: "\(title.zh)的资金支出计划：\(problem.zh)。请核对。",
        en: "The spending plan of \(title.en): \(problem.en). Check it.")
    }
  }
}

/// What is odd about a plan of payments.
private struct SchedulePlan {
  var stage: Int
  var isMonth = false
  var zh: String
  var en: String

  static func problem(of stages: [Stage]) -> SchedulePlan? {
    if isPlainlyRising(stages) || stages.allSatisfy({ $0.percent?.text.isEmpty ?? true }) { return nil }
    var last: (month: Int, percent: Decimal)?
    var sum: Decimal? = .zero
    var found: SchedulePlan?
    for (index, stage) in stages.enumerated() {
      let label = excerpt(stage.month?.text ?? "第\(index + 1)期")
      guard let text = stage.percent?.text, !text.isEmpty else {
        return SchedulePlan(
          stage: index, zh: "“\(label)”没有填比例", en: "“\(label)” has no share")
      }
      guard let percent = Schedule.percent(text)?.value else {
        // That it can't be read is said already.
        return nil
      }
      sum = sum?.adding(percent)
      let month = stage.month.flatMap { Schedule.month($0.text)?.month } ?? 0
      if let last, found == nil {
        if month != 0, last.month != 0, month <= last.month {
          found = SchedulePlan(
            stage: index, isMonth: true, zh: "“\(label)”排在\(last.month)月之后，月份没有依次递增",
            en: "“\(label)” follows month \(last.month): the months are out of order")
        } else if percent < last.percent {
          found = SchedulePlan(
            stage: index, zh: "“\(label)”的\(quoted(text))小于前一期的\(last.percent)%，累计数不应减少",
            en:
              "\(quoted(text)) at “\(label)” is below the \(last.percent) % before it, though the shares are cumulative"
          )
        }
      }
      last = (month, percent)
    }
    guard let last, let hundred = Decimal(100) else { return found }
    if found?.isMonth != true, sum == hundred, stages.count > 1, last.percent != hundred {
      return SchedulePlan(
        stage: stages.count - 1, zh: "各期相加才是100%，似为各期数，而不是累计数",
        en: "the shares add up to 100 %: they seem to be given period by period, not cumulative")
    }
    if found == nil, last.percent != hundred {
      return SchedulePlan(
        stage: stages.count - 1, zh: "最后一期是\(last.percent)%，没有到100%", en: "it ends at \(last.percent) %, not at 100 %")
    }
    return found
  }

  /// Whether months and shares are plain numbers that rise to 100: nearly all plans, told without reading values.
  private static func isPlainlyRising(_ stages: [Stage]) -> Bool {
    var last = (month: 0, share: 0)
    for index in stages.indices {
      guard let month = stages[index].month?.text, let percent = stages[index].percent?.text,
        let (number, rest) = whole(month), month.utf8.count - rest >= 3,
        month.utf8.dropFirst(rest).starts(with: "月".utf8), number > last.month, number <= 12,
        let (share, tail) = whole(percent), share >= last.share,
        isNothing(percent, from: tail)
      else { return false }
      last = (number, share)
    }
    return last.share == 100
  }

  /// Whether what follows the whole number is no fraction: `.00%`, `%`, or nothing.
  private static func isNothing(_ text: String, from start: Int) -> Bool {
    var rest = text.utf8.dropFirst(start)
    if rest.last == 0x25 { rest.removeLast() }
    if rest.isEmpty { return true }
    return rest.count >= 2 && rest.first == 0x2E && rest.dropFirst().allSatisfy { $0 == 0x30 }
  }

  /// The digits that a text begins with, three at most, and how many they are.
  private static func whole(_ text: String) -> (value: Int, digits: Int)? {
    var value = 0
    var digits = 0
    for byte in text.utf8 {
      guard (0x30...0x39).contains(byte) else { break }
      if digits == 3 { return nil }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
    }
    return digits == 0 ? nil : (value, digits)
  }
}
