package import Comparing
package import JSON
package import Provenance

/// Changes in words.
package enum ChangeWording {
  /// What a kind of change is called.
  package static func title(_ kind: Change.Kind) -> Message {
    let (zh, en) =
      switch kind {
      case .filingAdded: ("新增部门", "department added")
      case .filingEnded: ("部门不再出现", "department ended")
      case .departmentRenamed: ("部门更名", "department renamed")
      case .departmentMerged: ("部门并入", "department merged")
      case .taxonomyChanged: ("指标分类调整", "taxonomy changed")
      case .overallAdded: ("整体目标新增", "overall part added")
      case .overallRemoved: ("整体目标删除", "overall part removed")
      case .overallReworded: ("整体目标改写", "overall part reworded")
      case .projectAdded: ("新增项目", "project added")
      case .projectEnded: ("项目结束", "project ended")
      case .projectRenamed: ("项目更名", "project renamed")
      case .projectMoved: ("项目划转", "project moved")
      case .projectSplit: ("项目拆分", "project split")
      case .projectMerged: ("项目合并", "projects merged")
      case .projectAmbiguous: ("项目对应待确认", "project to be confirmed")
      case .unitChanged: ("单位变化", "unit changed")
      case .budgetChanged: ("预算变化", "budget changed")
      case .scheduleChanged: ("支出计划变化", "schedule changed")
      case .purposeReworded: ("资金用途改写", "purpose reworded")
      case .goalsAdded: ("绩效目标新增", "goal added")
      case .goalsRemoved: ("绩效目标删除", "goal removed")
      case .goalsReworded: ("绩效目标改写", "goal reworded")
      case .detailChanged: ("其他栏目变化", "detail changed")
      case .indicatorAdded: ("指标新增", "indicator added")
      case .indicatorRemoved: ("指标删除", "indicator removed")
      case .indicatorReworded: ("指标改名", "indicator reworded")
      case .indicatorMoved: ("指标改类", "indicator moved")
      case .thresholdTighter: ("指标值收紧", "threshold tighter")
      case .thresholdLooser: ("指标值放宽", "threshold looser")
      case .thresholdSame: ("指标值写法不同", "threshold the same, written otherwise")
      case .thresholdIncomparable: ("指标值变化（不可比）", "threshold changed, incomparable")
      case .descriptionReworded: ("指标描述改写", "description reworded")
      case .basisReworded: ("确定依据改写", "basis reworded")
      case .weightChanged: ("分值变化", "weight changed")
      }
    return Message(zh: zh, en: en)
  }

  package static func title(_ cause: Change.Cause) -> Message {
    switch cause {
    case .filing: Message(zh: "文本变化", en: "filed otherwise")
    case .correction: Message(zh: "更正不同", en: "corrected otherwise")
    case .producer: Message(zh: "程序版本或选项不同", en: "read by another version or with other options")
    }
  }

  /// One sentence on a change: what it was and what it is.
  package static func sentence(_ change: Change) -> Message {
    let title = title(change.kind)
    let before = change.old.map { value($0.value, change) }
    let after = change.new.map { value($0.value, change) }
    switch (before, after) {
    case (let before?, let after?):
      var zh = "\(title.zh)：\(before.zh) → \(after.zh)"
      var en = "\(title.en): \(before.en) → \(after.en)"
      if let amount = change.amount {
        let percent = change.percent.map { "，\(signed($0))%" } ?? ""
        zh += "（\(signed(amount)) 元\(percent)）"
        en += " (\(signed(amount)) yuan\(change.percent.map { ", \(signed($0))%" } ?? ""))"
      }
      return Message(zh: zh, en: en)
    case (let before?, nil): return Message(zh: "\(title.zh)：\(before.zh)", en: "\(title.en): \(before.en)")
    case (nil, let after?): return Message(zh: "\(title.zh)：\(after.zh)", en: "\(title.en): \(after.en)")
    case (nil, nil): return title
    }
  }

  /// A value as a reader sees it.
  package static func value(_ value: JSONValue, _ change: Change) -> Message {
    switch value {
    case .null: return Message(zh: "（空）", en: "(empty)")
    case .bool(let value): return Message(value ? "true" : "false")
    case .number(let number): return Message(zh: yuan(number) + "元", en: yuan(number) + " yuan")
    case .string(let text): return Message(zh: text, en: text)
    case .array(let elements):
      let parts = elements.map { part($0, change) }
      return Message(zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
    case .object: return part(value, change)
    }
  }

  private static func part(_ value: JSONValue, _ change: Change) -> Message {
    func text(_ key: String) -> String? {
      if case .string(let text)? = value[key] { text } else { nil }
    }
    func number(_ key: String) -> Double? {
      if case .number(let number)? = value[key] { number } else { nil }
    }
    if let month = number("month") {
      let percent = number("percent").map(plain) ?? "—"
      return Message(zh: "\(plain(month))月底 \(percent)%", en: "\(percent)% by the end of month \(plain(month))")
    }
    if let level2 = text("level2"), let level1 = text("level1") {
      if let name = text("name") {
        let target = text("target").map { " \($0)" } ?? ""
        return Message("\(level2)“\(name)”\(target)")
      }
      let rows = number("rows")
      return Message(
        zh: "\(level1) › \(level2)" + (rows.map { "（\(plain($0)) 行）" } ?? ""),
        en: "\(level1) › \(level2)" + (rows.map { " (\(plain($0)) rows)" } ?? ""))
    }
    if let name = text("name") {
      let amount = number("total").map { (zh: "（\(yuan($0))元）", en: " (\(yuan($0)) yuan)") }
      return Message(zh: name + (amount?.zh ?? ""), en: name + (amount?.en ?? ""))
    }
    let texts = ["label", "text", "goal", "code"].compactMap(text)
    return Message(texts.isEmpty ? "—" : texts.joined(separator: "："))
  }

  /// With thousands separators and at most two decimals.
  package static func yuan(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 9e15 else { return plain(number) }
    let cents = Int64((abs(number) * 100).rounded())
    let digits = String(cents / 100)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    var decimals = String(cents % 100)
    if decimals.utf8.count < 2 { decimals = "0" + decimals }
    return (number < 0 && cents > 0 ? "-" : "") + grouped + (cents % 100 == 0 ? "" : "." + decimals)
  }

  private static func signed(_ number: Double) -> String { (number > 0 ? "+" : "") + yuan(number) }

  private static func plain(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return "\(number)"
  }
}
