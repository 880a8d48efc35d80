package import Modeling
internal import Provenance

/// A small filing that a check reports, or about which it has nothing to say; written as text, a value a line.
///
///     年度 | 2021
///     地区 | 130304 | 河北省秦皇岛市北戴河区
///     总体目标 | 保障会议顺利召开
///     职责 | 政治协商 | 完成会议议程 | 会议组织率
///     措施 | 突出协商民主 | 健全协商机制
///     项目 | 政协会议 | 13030421DGDD9TGV0MA7O
///     标题 | 1.政协会议绩效目标表
///     单位 | 131001 | 政协秦皇岛市北戴河区委员会办公室
///     预算 | 10.00 | 10.00 | 0 | 单位：万元
///     用途 | 预算安排资金10万元
///     计划 | 3月底 | 25% | 12月底 | 100%
///     目标 | 提高会议质量
///     产出指标 | 质量指标 | 到会率 | 实到人数占应到人数的比例 | ≥95% | 年度工作计划
///
/// Any other first word is the first level of an indicator. An empty cell is a value that is missing.
package struct Example: Sendable {
  package let text: String
  /// Whether the check has something to say.
  package let isReported: Bool
  /// The JSON pointer of the first finding, where the example is about that too.
  package let path: String?
  package let fileID: String
  package let filePath: String
  package let line: Int

  package static func reported(
    at path: String? = nil, _ text: String, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line
  ) -> Example {
    Example(text: text, isReported: true, path: path, fileID: fileID, filePath: filePath, line: line)
  }

  package static func silent(
    _ text: String, fileID: String = #fileID, filePath: String = #filePath, line: Int = #line
  ) -> Example {
    Example(text: text, isReported: false, path: nil, fileID: fileID, filePath: filePath, line: line)
  }

  /// The filing that the text describes; its places are offsets into the text.
  package var filing: Filing { ExampleParser.filing(from: text) }
}

/// Reads the text of an ``Example``.
enum ExampleParser {
  static func filing(from text: String) -> Filing {
    var filing = Filing()
    var offset = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      read(cells(of: line, at: offset), into: &filing)
      offset += line.utf8.count + 1
    }
    return filing
  }

  private struct Cells {
    var label: Revision?
    var values: [Revision?]

    subscript(index: Int) -> Revision? { index < values.count ? values[index] : nil }
  }

  private static func cells(of line: Substring, at start: Int) -> Cells {
    var result: [Revision?] = []
    var offset = start
    for part in line.split(separator: "|", omittingEmptySubsequences: false) {
      let leading = part.utf8.prefix { $0 == 0x20 }.count
      var content = part.utf8.dropFirst(leading)
      while content.last == 0x20 { content.removeLast() }
      let text = String(Substring(content))
      let place = SourceRange(offset + leading, offset + leading + text.utf8.count)
      result.append(text.isEmpty ? nil : Revision(filed: text, source: place))
      offset += part.utf8.count + 1
    }
    return Cells(label: result.first ?? nil, values: Array(result.dropFirst()))
  }

  private static func read(_ cells: Cells, into filing: inout Filing) {
    guard let label = cells.label else { return }
    switch label.text {
    case "年度":
      if let year = cells[0].flatMap({ Int($0.text) }) { filing.identity.year = Inferred(year) }
    case "地区":
      filing.identity.regionCode = cells[0].map { Inferred($0.text) }
      filing.identity.regionName = cells[1].map { Inferred($0.text) }
    case "总体目标": filing.overall.goal = cells[0]
    case "职责":
      var duty = Duty(name: cells[0])
      duty.goal = cells[1]
      duty.indicators = cells.values.dropFirst(2).compactMap { $0 }
      filing.overall.goals.append(duty)
    case "措施": filing.overall.safeguards.append(Safeguard(name: cells[0], text: cells[1]))
    case "项目":
      var project = Project()
      project.name = cells[0]
      project.code = cells[1]
      filing.projects.append(project)
    default:
      guard var project = filing.projects.popLast() else { return }
      read(cells, into: &project)
      filing.projects.append(project)
    }
  }

  private static func read(_ cells: Cells, into project: inout Project) {
    switch cells.label?.text {
    case "标题": project.heading = cells[0]
    case "单位":
      var unit = Unit()
      unit.code = cells[0]
      unit.name = cells[1]
      project.unit = unit
    case "预算":
      project.budget.total = cells[0].map { Money(text: $0, unit: cells[3]) }
      project.budget.fiscal = cells[1].map { Money(text: $0, unit: cells[3]) }
      project.budget.other = cells[2].map { Money(text: $0, unit: cells[3]) }
    case "用途": project.purpose = cells[0]
    case "计划":
      for index in stride(from: 0, to: cells.values.count, by: 2) {
        project.schedule.append(Stage(month: cells[index], percent: cells[index + 1]))
      }
    case "目标": project.goals += cells.values.compactMap { $0 }
    default:
      var indicator = Indicator()
      indicator.level1 = cells.label
      indicator.level2 = cells[0]
      indicator.name = cells[1]
      indicator.description = cells[2]
      indicator.target = cells[3]
      indicator.basis = cells[4]
      project.indicators.append(indicator)
    }
  }
}
