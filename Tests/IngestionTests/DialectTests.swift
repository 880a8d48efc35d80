import Ingestion
import JSON
import Testing

/// One and the same filing in every layout that Tika gives it, and in other encodings, says the same.
@Suite struct DialectTests {
  @Test(arguments: Layout.allCases) func everyLayoutSaysTheSame(_ layout: Layout) throws {
    let review = ReviewCopy(try Pipeline())
    for filing in SampleFiling.all {
      let expected = content(try review.value(of: Array(filing.text(.cellPerLine).utf8), path: "a.txt"))
      let actual = content(try review.value(of: Array(filing.text(layout).utf8), path: "a.txt"))
      #expect(actual == expected, "\(filing.name)")
      #expect(shown(expected).contains("巡护里程"))
    }
  }

  @Test func lineEndsAndMarksOfByteOrderChangeNothing() throws {
    let review = ReviewCopy(try Pipeline())
    for file in try Case.all() + [Case.corpus()] {
      // A mark of byte order before GB18030 would be a lie.
      guard let text = String(validating: file.bytes, as: UTF8.self) else { continue }
      let expected = content(try review.value(of: file.bytes, path: "a.txt"))
      let windows = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
      for (kind, bytes) in [("CRLF", Array(windows.utf8)), ("BOM", [0xEF, 0xBB, 0xBF] + file.bytes)] {
        #expect(content(try review.value(of: bytes, path: "a.txt")) == expected, "\(file.name), \(kind)")
      }
    }
  }

  @Test func utf16ChangesNothing() throws {
    let review = ReviewCopy(try Pipeline())
    let file = try Case.corpus()
    let text = String(decoding: file.bytes, as: UTF8.self)
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let expected = content(try review.value(of: file.bytes, path: "a.txt"))
    #expect(content(try review.value(of: bytes, path: "a.txt")) == expected)
  }

  /// What a filing says, without how the text was laid out.
  private func content(_ value: JSONValue) -> JSONValue {
    guard case .array(let outputs) = value else { return value }
    return .array(
      outputs.map { output in
        guard case .object(var object) = output else { return output }
        for key in ["source", "corrections", "diagnostics"] { object[key] = nil }
        return .object(object)
      })
  }

  private func shown(_ value: JSONValue) -> String {
    var writer = JSONWriter(.canonical)
    value.write(to: &writer)
    writer.finish()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// How Tika lays out a Word file as text.
enum Layout: CaseIterable {
  /// D1: bookmarks, a cell a line.
  case cellPerLine
  /// D1b: the same without bookmarks.
  case bare
  /// D1c: as D1b, with line ends of an empty head in front.
  case headed
  /// D2: bookmarks, a row a line.
  case rowPerLine
  /// D2b: a row a line, without bookmarks.
  case bareRows
  /// D3: a cell a line, blank lines between paragraphs.
  case spaced

  var isRowPerLine: Bool { self == .rowPerLine || self == .bareRows }
  var hasBookmarks: Bool { self == .cellPerLine || self == .rowPerLine }
}

/// A filing as a Word file has it: paragraphs and tables.
struct SampleFiling {
  enum Block {
    case paragraph(String, bookmark: String? = nil)
    /// A page break, or an empty paragraph.
    case gap
    /// Rows of cells of paragraphs, which line feeds part.
    case table([[String]])
  }

  var name: String
  var blocks: [Block]

  func text(_ layout: Layout) -> String {
    var text = layout == .headed ? "\n\n\n\n\n\n" : ""
    for block in blocks {
      switch block {
      case .paragraph(let line, let bookmark):
        if layout.hasBookmarks, let bookmark { text += "[bookmark: \(bookmark)]" }
        text += line + (layout == .spaced ? "\n\n" : "\n")
      case .gap:
        if layout != .spaced { text += " \n" }
      case .table(let rows):
        for row in rows {
          for cell in row {
            if layout.isRowPerLine {
              let lines = cell.split(separator: "\n", omittingEmptySubsequences: false)
              text += "\t" + (lines.first ?? "")
              for line in lines.dropFirst() { text += "\n" + line + "\n" }
            } else if layout == .spaced {
              text += "\t" + cell.split(separator: "\n").joined(separator: "\n\n") + "\n"
            } else {
              text += "\t" + cell + "\n"
            }
          }
          text += "\n"
        }
        text += "\n"
      }
    }
    return text
  }

  static let all = [small, twoProjects]

  static let small = SampleFiling(
    name: "one project",
    blocks: [
      .paragraph("第一部分"), .paragraph("部门整体绩效目标"), .gap, .paragraph("一、总体绩效目标", bookmark: "_Toc1"),
      .paragraph("守住森林防火底线。"), .paragraph("完成国土绿化任务。"), .paragraph("二、分项绩效目标", bookmark: "_Toc2"),
      .paragraph("（一）森林资源保护"), .paragraph("绩效目标：火情早发现、早处置。"), .paragraph("绩效指标："),
      .paragraph("1、火情处置率；"), .paragraph("2、古树挂牌率。"), .paragraph("三、工作保障措施", bookmark: "_Toc3"),
      .paragraph("1、健全制度。修订防火值班制度。"), .paragraph("2、严格支出管理。按月通报支出进度。"), .gap,
      .paragraph("第二部分"), .paragraph("预算项目绩效目标"), .gap,
      .paragraph("1.森林防火绩效目标表", bookmark: "_Toc4"),
      .table(header("13030422A7K2M9PQ40XTB", "森林防火")), .gap, .table(indicators),
    ])

  static let twoProjects = SampleFiling(
    name: "two projects",
    blocks: small.blocks + [
      .gap, .paragraph("2.护林员补助绩效目标表", bookmark: "_Toc5"), .table(header("13030422A7K2M9PQ40XT2", "护林员补助")), .gap,
      .table(indicators),
    ])

  private static func header(_ code: String, _ name: String) -> [[String]] {
    [
      ["205001秦皇岛市北戴河区林业局(本级)", "单位：万元"],
      ["项目编码", code, "项目名称", name],
      ["预算规模及资金用途", "预算数", "36.50", "其中：财政资金", "30.00", "其他资金", "6.50"],
      ["", "预算安排36.5万元，用于防火物资采购和巡护人员补助。"],
      ["资金支出计划（%）", "3月底", "6月底", "10月底", "12月底"],
      ["", "25%", "50%", "75%", "100%"],
      ["绩效目标", "1.配齐扑火机具。\n2.全年不发生重大森林火灾。"],
    ]
  }

  private static let indicators: [[String]] = [
    ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"],
    ["产出指标", "数量指标", "巡护里程", "全年巡护道路的总里程", "≥3600公里", "年度工作计划"],
    ["", "质量指标", "火情处置率", "24小时内处置的\n火情占比", "≥98%", "行业标准"],
    ["效益指标", "生态效益指标", "森林受害率", "受害面积占森林面积的比例", "≤0.9‰", "行业标准"],
    ["满意度指标", "服务对象满意度指标", "林农满意度", "表示满意的林农占比", "≥90%", "问卷调查"],
  ]
}
