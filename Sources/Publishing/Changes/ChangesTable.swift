internal import Comparing
internal import JSON
internal import Provenance

/// The changes as a table for spreadsheets: CSV as RFC 4180 has it, in UTF-8 with a byte order mark.
package enum ChangesTable {
  package static let columns = [
    "年度甲", "年度乙", "部门编码", "部门", "项目编码甲", "项目甲", "项目编码乙", "项目乙", "指标甲", "指标乙", "变化", "类型", "原值", "新值",
    "增减额（元）", "增减（%）", "原因", "待确认", "出处甲", "出处乙", "连续编号",
  ]

  package static func bytes(_ years: [ComparedYears]) -> [UInt8] {
    var text = "\u{FEFF}" + CSVText.line(columns)
    for year in years {
      for change in year.comparison.changes { text += CSVText.line(row(change, year)) }
    }
    return Array(text.utf8)
  }

  private static func row(_ change: Change, _ years: ComparedYears) -> [String] {
    let (before, after) = (
      change.oldFiling.map { years.comparison.old[$0] }, change.newFiling.map { years.comparison.new[$0] }
    )
    let department = years.department(change)
    let (old, new) = (years.oldProject(change), years.newProject(change))
    let indicator = years.indicator(change)
    return [
      before?.year.map(String.init) ?? "", after?.year.map(String.init) ?? "", department.code ?? "",
      department.name ?? "", old?.code ?? "", old?.name ?? "", new?.code ?? "", new?.name ?? "",
      indicator.old?.name ?? "", indicator.new?.name ?? "", ChangeWording.title(change.kind).zh, change.kind.rawValue,
      change.old.map { cell($0, change) } ?? "", change.new.map { cell($0, change) } ?? "",
      change.amount.map(number) ?? "", change.percent.map(number) ?? "", ChangeWording.title(change.cause).zh,
      change.isAmbiguous ? "是" : "", place(change.old, change.oldFiling.map(years.document(old:))),
      place(change.new, change.newFiling.map(years.document(new:))), years.continuity(change) ?? "",
    ]
  }

  /// Amounts as numbers that a spreadsheet can add up.
  private static func cell(_ side: Change.Side, _ change: Change) -> String {
    if case .number(let value) = side.value { return number(value) }
    return ChangeWording.value(side.value, change).zh
  }

  private static func number(_ value: Double) -> String {
    if let whole = Int(exactly: value) { return String(whole) }
    return "\(value)"
  }

  private static func place(_ side: Change.Side?, _ document: String?) -> String {
    guard let side, let document else { return "" }
    if case .number(let line)? = side.places.first?["line"] { return "\(document):\(number(line))" }
    return document
  }
}
