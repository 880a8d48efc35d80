package import Comparing
internal import ICU
internal import JSON
internal import Provenance

/// One department through the years as a table: a row for each field, a column for each year.
package struct HistoryTable {
  private struct Row {
    var project: String
    var continuity: String
    var indicator: String
    var field: String
    var values: [String]
  }

  private let years: [Int]
  private let department: CodeAndName
  private let rows: [Row]
  private let language: Language

  package init(_ history: History, _ language: Language) {
    self.language = language
    years = history.years
    department = history.department
    rows = history.projects.flatMap { project -> [Row] in
      func row(_ indicator: String, _ series: History.Series) -> Row {
        Row(
          project: project.name ?? "", continuity: project.continuity, indicator: indicator,
          field: language.choose(Self.title(series.field)),
          values: history.years.map { year in
            series.values.first { $0.year == year }.map { Self.text($0.value) } ?? ""
          })
      }
      return project.series.map { row("", $0) }
        + project.indicators.flatMap { indicator in indicator.series.map { row(indicator.name ?? "", $0) } }
    }
  }

  /// For spreadsheets: CSV with a byte order mark.
  package var csv: [UInt8] {
    var text = "\u{FEFF}" + CSVText.line(["连续编号", "项目", "指标", "字段"] + years.map(String.init))
    for row in rows { text += CSVText.line([row.continuity, row.project, row.indicator, row.field] + row.values) }
    return Array(text.utf8)
  }

  /// For a terminal: what can be read in columns; long texts stand in the other formats.
  package func text(isColoured: Bool) -> String {
    let display = DisplayWidth()
    let width = 22
    func cell(_ text: String, _ width: Int) -> String {
      let bytes = Array(text.utf8)
      let cells = display.cells(of: bytes.span)
      var columns = 0
      var count = 0
      while count < cells.count, columns + cells[count].columns <= width - (count + 1 < cells.count ? 1 : 0) {
        columns += cells[count].columns
        count += 1
      }
      var shown = display.show(cells[..<count], of: bytes)
      if count < cells.count {
        shown += "…"
        columns += 1
      }
      return shown + String(repeating: " ", count: max(1, width + 1 - columns))
    }
    func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    let name = [department.code, department.name].compactMap(\.self).joined(separator: " ")
    var output = bold(name) + "\n"
    var project = ""
    var indicator = ""
    for row in rows {
      if row.continuity != project {
        project = row.continuity
        indicator = ""
        output += "\n" + bold(row.project) + "  " + project + "\n"
        output += "  " + cell("", 30) + years.map { cell(String($0), width) }.joined() + "\n"
      }
      if row.indicator != indicator {
        indicator = row.indicator
        output += "  · \(indicator)\n"
      }
      let label = (row.indicator.isEmpty ? "" : "    ") + row.field
      output += Self.trimmed("  " + cell(label, 30) + row.values.map { cell($0, width) }.joined()) + "\n"
    }
    return output
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func title(_ field: String) -> Message {
    switch field {
    case "code": Message(zh: "项目编码", en: "code")
    case "name": Message(zh: "名称", en: "name")
    case "unit/name": Message(zh: "单位", en: "unit")
    case "budget/total": Message(zh: "预算数（元）", en: "budget (yuan)")
    case "budget/fiscal": Message(zh: "财政资金（元）", en: "fiscal (yuan)")
    case "budget/other": Message(zh: "其他资金（元）", en: "other (yuan)")
    case "purpose": Message(zh: "资金用途", en: "purpose")
    case "schedule": Message(zh: "支出计划", en: "schedule")
    case "goals": Message(zh: "绩效目标", en: "goals")
    case "level1": Message(zh: "一级指标", en: "level 1")
    case "level2": Message(zh: "二级指标", en: "level 2")
    case "description": Message(zh: "指标描述", en: "description")
    case "target/text": Message(zh: "指标值", en: "target")
    case "basis": Message(zh: "确定依据", en: "basis")
    default: Message(field)
    }
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: return ""
    case .bool(let value): return value ? "true" : "false"
    case .number(let number):
      if let whole = Int(exactly: number) { return String(whole) }
      return "\(number)"
    case .string(let text): return text
    case .array(let elements): return elements.map(text).joined(separator: "；")
    case .object(let object):
      if case .number(let month)? = object["month"], case .number(let percent)? = object["percent"] {
        return "\(text(.number(month)))月底 \(text(.number(percent)))%"
      }
      return object.members.map { text($0.value) }.joined(separator: " ")
    }
  }
}
