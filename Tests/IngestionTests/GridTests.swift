import Ingestion
import JSON
import TestSupport
import Testing

/// The grid of a Word file's table tells which columns the cells of a short row stand in.
@Suite struct GridTests {
  private static let head = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"]

  /// The indicators of a filing whose table has these rows: each cell a text and how many columns it spans.
  private func indicators(
    _ rows: [[(text: String, span: Int)]], before: Int = 0, head: [(text: String, span: Int)] = head.map { ($0, 1) }
  ) throws -> [[String]] {
    func row(_ cells: [(text: String, span: Int)], _ before: Int) -> String {
      "<w:tr>" + (before > 0 ? "<w:trPr><w:gridBefore w:val=\"\(before)\"/></w:trPr>" : "")
        + cells.map { cell in
          "<w:tc><w:tcPr><w:gridSpan w:val=\"\(cell.span)\"/></w:tcPr><w:p><w:r><w:t>\(cell.text)</w:t></w:r></w:p></w:tc>"
        }.joined() + "</w:tr>"
    }
    let first = row(zip(Self.head, ["产出指标", "数量指标", "会议次数", "召开的会议", "≥4次", "计划"]).map { ($0.1, 1) }, 0)
    let file = WordFile(
      "<w:p><w:r><w:t>第二部分 预算项目绩效目标</w:t></w:r></w:p><w:p><w:r><w:t>1.会议服务绩效目标表</w:t></w:r></w:p>"
        + "<w:tbl>" + row(head, 0) + (head.count == 6 && head.allSatisfy { $0.span == 1 } ? first : "")
        + rows.map { row($0, before) }.joined() + "</w:tbl><w:p/>")
    var converter = try FilingConverter(spelling: false)
    let filing = try #require(try converter.convert(file.bytes, path: "2021/a.docx").first)
    guard case .array(let projects)? = try JSONParser.parse(filing.bytes)["projects"],
      case .array(let indicators)? = projects.first?["indicators"]
    else { return [] }
    return indicators.map { indicator in
      ["level1", "level2", "name", "description", "basis"].map { key in
        if case .string(let text)? = indicator[key] { text } else { "-" }
      }
    }
  }

  @Test func aMergedCellDoesNotShiftTheOthers() throws {
    let found = try indicators([[("产出指标", 1), ("质量指标", 1), ("会议质量", 2), ("≥95%", 1), ("计划", 1)]])
    #expect(found.last == ["产出指标", "质量指标", "会议质量", "-", "计划"])
  }

  @Test func columnsThatARowDoesNotHaveAreEmpty() throws {
    let found = try indicators([[("会议人数", 1), ("参会人数", 1), ("≥90人", 1), ("计划", 1)]], before: 2)
    #expect(found.last == ["产出指标", "数量指标", "会议人数", "参会人数", "计划"])
  }

  @Test func aHeadOfSpansIsHeldToItsGrid() throws {
    let head = [("一级指标", 1), ("二级指标", 2), ("三级指标", 1), ("绩效指标描述", 1), ("指标值", 2), ("指标值确定依据", 1)]
      .map { (text: $0.0, span: $0.1) }
    let found = try indicators(
      [[("产出指标", 1), ("数量指标", 2), ("会议次数", 2), ("≥4次", 2), ("计划", 1)]], head: head)
    #expect(found.last == ["产出指标", "数量指标", "会议次数", "-", "计划"])
  }

  @Test func aRowThatTheGridDoesNotExplainIsNotGuessed() throws {
    // One column is missing, and nothing says which.
    let found = try indicators([[("产出指标", 1), ("质量指标", 1), ("会议质量", 1), ("≥95%", 1), ("计划", 1)]])
    #expect(found.count == 1)
  }
}
