package import Provenance

extension Filing {
  /// What could not be read as a value once the texts are normalised: each stands as null beside its text. O(texts).
  package func unreadValues(_ targets: TargetReadings) -> [Diagnostic] {
    var result: [Diagnostic] = []
    for index in projects.indices {
      projects[index].budget.report(to: &result, in: index)
      for stage in projects[index].schedule.indices {
        projects[index].schedule[stage].report(to: &result, at: stage, in: index)
      }
      for row in projects[index].indicators.indices {
        guard case .unread(let reason)? = targets[index, row]?.value,
          let text = projects[index].indicators[row].target
        else { continue }
        result.append(.unreadTarget(text, reason, "/projects/\(index)/indicators/\(row)/target"))
      }
    }
    return result
  }
}

extension Budget {
  fileprivate func report(to diagnostics: inout [Diagnostic], in project: Int) {
    var withoutUnit: [Revision] = []
    func report(_ money: Money?, _ key: StaticString) {
      guard let money, case .unread(let reason) = money.reading else { return }
      if reason == .unitUnknown {
        withoutUnit.append(money.text)
      } else {
        diagnostics.append(.unreadAmount(money.text, reason, "/projects/\(project)/budget/\(key)"))
      }
    }
    report(total, "total")
    report(fiscal, "fiscal")
    report(other, "other")
    if !withoutUnit.isEmpty { diagnostics.append(.amountUnitMissing(withoutUnit, "/projects/\(project)/budget")) }
  }
}

extension Stage {
  fileprivate func report(to diagnostics: inout [Diagnostic], at stage: Int, in project: Int) {
    if let month, monthValue == nil {
      diagnostics.append(
        Diagnostic(
          "unread-schedule", .warning, path: "/projects/\(project)/schedule/\(stage)/month",
          Message(
            zh: "资金支出计划的时点\(quoted(month.text))读不出月份，记为空。应写成“3月底”“一季度”等。",
            en:
              "The point \(quoted(month.text)) of the spending plan names no month and is null. Expected is 3月底, 一季度 or the like."
          ), at: month.pieces))
    }
    if let percent, percentValue == nil {
      diagnostics.append(
        Diagnostic(
          "unread-schedule", .warning, path: "/projects/\(project)/schedule/\(stage)/percent",
          Message(
            zh: "资金支出计划的比例\(quoted(percent.text))读不出数值，记为空。应写成“25%”或“25”。",
            en:
              "The share \(quoted(percent.text)) of the spending plan is no number and is null. Expected is 25% or 25."),
          at: percent.pieces))
    }
  }
}

extension Diagnostic {
  fileprivate static func unreadAmount(_ text: Revision, _ reason: Amount.Unread, _ path: String) -> Diagnostic {
    let why =
      switch reason {
      case .brokenNumber: Message(zh: "其中的数字不成一个数", en: "its digits make no single number")
      case .tooManyDigits: Message(zh: "数字超过 15 位", en: "it has more than 15 digits")
      case .unexplained, .unitUnknown: Message(zh: "除数字和单位外还有别的内容", en: "it holds more than a number and a unit")
      }
    return Diagnostic(
      "unread-amount", .warning, path: path,
      Message(
        zh: "金额\(quoted(text.text))读不出数值（\(why.zh)），记为空。请核对原表。",
        en: "The amount \(quoted(text.text)) could not be read (\(why.en)) and is null. Check the table."),
      at: text.pieces)
  }

  fileprivate static func amountUnitMissing(_ texts: [Revision], _ path: String) -> Diagnostic {
    let list = texts.map { excerpt($0.text) }
    return Diagnostic(
      "amount-unit-missing", .warning, path: path,
      Message(
        zh: "金额 \(list.joined(separator: "、")) 没有注明单位是元还是万元，不能换算，记为空。请在原表补上“单位：万元”或“单位：元”。",
        en:
          "Nothing says whether \(list.joined(separator: ", ")) is in 元 or 万元; the amounts are null. Add 单位：万元 or 单位：元 to the table."
      ),
      at: texts.flatMap(\.pieces))
  }

  fileprivate static func unreadTarget(_ text: Revision, _ reason: Target.Unread, _ path: String) -> Diagnostic {
    let why = reason.explanation
    return Diagnostic(
      "unread-target", .warning, path: path,
      Message(
        zh: "指标值\(quoted(text.text))读不出数值：\(why.zh)。只保留原文，请核对。",
        en: "The target \(quoted(text.text)) could not be read: \(why.en). Only its text is kept; check it."),
      at: text.pieces
    )
  }
}

extension Target.Unread {
  /// In words for people; continues a sentence.
  package var explanation: Message {
    switch self {
    case .unitAlone: Message(zh: "只有单位，没有数", en: "it is a unit without a number")
    case .operatorAlone: Message(zh: "只有比较符号，没有数", en: "it is an operator without a number")
    case .brokenNumber: Message(zh: "数字被断开或混入了别的符号", en: "its digits make no single number")
    case .tooManyDigits: Message(zh: "数字超过 15 位", en: "it has more than 15 digits")
    case .severalNumbers: Message(zh: "有不止一个数，不知取哪一个", en: "it holds several numbers")
    case .contradiction: Message(zh: "比较符号与文字互相矛盾", en: "its operator and its words contradict each other")
    case .operatorWithRange: Message(zh: "区间前又有比较符号", en: "it is a range with an operator")
    case .descendingRange: Message(zh: "区间的后一个数小于前一个数", en: "it is a range that descends")
    case .unitsDiffer: Message(zh: "出现两个不同的单位", en: "it has two units that differ")
    case .unknownUnit: Message(zh: "数字后的文字不是认识的单位", en: "the words behind the number are no known unit")
    case .wordsAround: Message(zh: "数字前后有其他文字，不能确定数字就是指标值", en: "other words stand around the number")
    case .approximate: Message(zh: "是约数（左右、上下），没有明确界限", en: "it is approximate and has no limit")
    case .impossibleDate: Message(zh: "日期不存在", en: "the calendar has no such day")
    case .ambiguousDate: Message(zh: "可能是日期，也可能是数", en: "it may be a date or a number")
    case .unexplained: Message(zh: "含有无法解读的符号", en: "it holds signs that could not be interpreted")
    }
  }
}
