internal import Modeling
internal import Provenance

/// Says a JSON pointer in words: 项目 3（政协会议）› 指标 2（会议组织率）› 指标值.
struct PlaceWords {
  private let filing: Filing

  init(_ filing: Filing) {
    self.filing = filing
  }

  func words(_ pointer: String?) -> Message {
    guard let pointer, !pointer.isEmpty else { return Message(zh: "全文", en: "the whole file") }
    let keys = pointer.split(separator: "/").map(String.init)
    var (zh, en): ([String], [String]) = ([], [])
    var index = 0
    while index < keys.count {
      let key = keys[index]
      var word = Self.words[key] ?? Message(zh: key, en: key)
      if key == "name", zh.isEmpty == false { word = Self.nameOf(keys, index) }
      if key == "goals", keys.first == "overall" { word = Message(zh: "分项绩效目标", en: "goal by duty") }
      // The text of a target is the target.
      if key == "text", keys[..<index].last == "target" {
        index += 1
        continue
      }
      if index + 1 < keys.count, let number = Int(keys[index + 1]), (0..<1_000_000).contains(number) {
        let name = name(Array(keys[...(index + 1)])).map { excerpt($0, limit: 24) }
        zh.append("\(word.zh) \(number + 1)" + (name.map { "（\($0)）" } ?? ""))
        en.append("\(word.en) \(number + 1)" + (name.map { " (\($0))" } ?? ""))
        index += 2
      } else {
        zh.append(word.zh)
        en.append(word.en)
        index += 1
      }
    }
    return Message(zh: zh.joined(separator: " › "), en: en.joined(separator: " › "))
  }

  /// Where a pointer leads on the printed pages, in Chinese.
  func spot(_ pointer: String?) -> ReviewItem.Spot {
    let said = words(pointer).zh
    let steps = said.split(separator: "›").map { $0.drop { $0 == " " } }
    guard let project = project(pointer) else {
      guard steps.count > 1 else { return ReviewItem.Spot(heading: said) }
      let rest = steps.dropFirst().joined(separator: "› ")
      return ReviewItem.Spot(heading: String(steps[0].prefix { $0 != " " }), cell: rest)
    }
    let heading = project.heading?.text ?? project.name.map { $0.text + "绩效目标表" } ?? String(steps[0])
    guard let (number, indicator) = indicator(pointer) else {
      return ReviewItem.Spot(heading: heading, cell: steps.dropFirst().joined(separator: "› "))
    }
    return ReviewItem.Spot(
      heading: heading, row: number, rowName: indicator.name.map { excerpt($0.text, limit: 24) },
      cell: steps.dropFirst(2).joined(separator: "› "))
  }

  /// The project that a pointer leads into.
  func project(_ pointer: String?) -> Project? {
    let keys = pointer?.split(separator: "/") ?? []
    guard keys.count > 1, keys[0] == "projects", let number = Int(keys[1]) else { return nil }
    return filing.projects.indices.contains(number) ? filing.projects[number] : nil
  }

  /// The indicator that a pointer leads into, and its number from 1.
  func indicator(_ pointer: String?) -> (number: Int, indicator: Indicator)? {
    let keys = pointer?.split(separator: "/") ?? []
    guard keys.count > 3, keys[2] == "indicators", let number = Int(keys[3]), let project = project(pointer),
      project.indicators.indices.contains(number)
    else { return nil }
    return (number + 1, project.indicators[number])
  }

  /// What the element calls itself.
  private func name(_ keys: [String]) -> String? {
    let pointer = "/" + keys.joined(separator: "/")
    if keys.count == 2 { return project(pointer)?.name?.text }
    if keys.count == 4 { return indicator(pointer)?.indicator.name?.text }
    return nil
  }

  private static func nameOf(_ keys: [String], _ index: Int) -> Message {
    switch index >= 2 ? keys[index - 2] : keys[index - 1] {
    case "projects": Message(zh: "项目名称", en: "project name")
    case "indicators": Message(zh: "三级指标名称", en: "indicator name")
    default: Message(zh: "名称", en: "name")
    }
  }

  private static let words: [String: Message] = {
    let table: [(String, String, String)] = [
      ("attribute", "指标属性", "attribute"), ("basis", "确定依据", "basis"), ("budget", "预算", "budget"),
      ("cells", "单元格", "cell"),
      ("code", "编码", "code"), ("contents", "目录", "contents"), ("cover", "封面", "cover"), ("date", "日期", "date"),
      ("department", "部门", "department"), ("description", "指标描述", "description"), ("details", "其他栏目", "detail"),
      ("direction", "指标方向", "direction"), ("fiscal", "财政资金", "fiscal funds"), ("goal", "绩效目标", "goal"),
      ("goals", "绩效目标", "goal"), ("grades", "分档", "grade"), ("heading", "标题", "heading"),
      ("indicators", "指标", "indicator"), ("label", "栏目名", "label"), ("level1", "一级指标", "level 1"),
      ("level2", "二级指标", "level 2"), ("midterm", "中期目标", "midterm"), ("month", "月份", "month"),
      ("name", "名称", "name"), ("note", "备注", "note"), ("operator", "符号", "operator"), ("other", "其他资金", "other funds"),
      ("overall", "部门整体绩效目标", "overall goals"), ("page", "页码", "page"), ("percent", "支出比例", "percent"),
      ("preparedBy", "编制单位", "prepared by"), ("projects", "项目", "project"), ("purpose", "资金用途", "purpose"),
      ("region", "地区", "region"), ("reviewedBy", "审核单位", "reviewed by"), ("rows", "行", "row"),
      ("safeguards", "工作保障措施", "safeguard"), ("schedule", "资金支出计划", "schedule stage"), ("scope", "范围", "scope"),
      ("tables", "表格", "table"), ("target", "指标值", "target"), ("tasks", "工作任务", "task"), ("text", "内容", "text"),
      ("title", "标题", "title"), ("total", "预算数", "total"), ("unit", "单位", "unit"), ("weight", "权重", "weight"),
      ("year", "年度", "year"),
    ]
    return Dictionary(uniqueKeysWithValues: table.map { ($0.0, Message(zh: $0.1, en: $0.2)) })
  }()
}
