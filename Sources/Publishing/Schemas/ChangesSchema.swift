internal import Comparing

extension Schema {
  /// One line of `jixiao diff --format jsonl`.
  static let change = changeObject.document("change:1")

  /// What `jixiao diff --format json` writes.
  static let changes = object([
    .required(
      "comparisons",
      array(of: comparison).said("比较", "每两个相邻年度一项，按年度先后。", "One for each two years, in their order.")),
    .required("format", constant(ChangesDocument.format).said("格式", "固定为此值。", "Always this.")),
  ]).said("年度变化", "绩效目标文本在年度之间的变化。", "What changed between years.")
    .document("changes:1", definitions: [("change", changeObject), ("project", comparedProject)])

  /// What `jixiao history --format json` writes.
  static let history = object([
    .required("department", codeAndName.said("部门", "最近一年的编码和名称。", "Its latest code and name.")),
    .required("format", constant(HistoryDocument.format).said("格式", "固定为此值。", "Always this.")),
    .required(
      "projects",
      array(
        of: object([
          .required("continuity", continuity),
          .required(
            "indicators",
            array(
              of: object([
                .required("name", text.orNull.said("名称", "最近一年的名称。", "Its latest name.")),
                .required(
                  "series", array(of: series).said("字段", "指标的每个字段历年的值。", "Each of its fields through the years.")),
              ])
            ).said("指标", "该项目历年的指标。", "Its indicators through the years.")),
          .required("name", text.orNull.said("名称", "最近一年的名称。", "Its latest name.")),
          .required("origins", array(of: text).said("来源", "由哪些项目拆分或合并而来。", "What it was split from or merged of.")),
          .required("series", array(of: series).said("字段", "每个字段历年的值。", "Every field through the years.")),
        ])
      ).said("项目", "该部门历年的项目。", "The department's projects.")),
    .required("years", array(of: year).said("年度", "出现的年度，升序。", "The years that occur, ascending.")),
  ]).said("历年数据", "一个部门历年的每个项目、每个字段。", "One department through the years.")
    .document("history:1")

  private static let year = integer(1...9999).said("年度", "四位年度。", "A year.")
  private static let continuity = text.said(
    "连续编号", "贯穿各年度的项目编号：首次出现的文本标识、斜线、当时的项目编码。",
    "What follows a project through the years: the id of its first filing, a slash, its code there.")
  private static let codeAndName = object([
    .required("code", text.orNull.said("编码", "编码。", "The code.")),
    .required("name", text.orNull.said("名称", "名称。", "The name.")),
  ])
  private static let score = number(0...1).said("匹配度", "正确的概率，0 到 1。", "The probability of being right.")
  private static let ratio = number.orNull.said(
    "预算比", "各部分预算之和与整体之比。", "The sum of the parts' budgets over the whole's.")
  private static let value = Schema().said("值", "该字段的值。", "The field's value.")

  private static let series = object([
    .required("field", text.said("字段", "字段的路径。", "The field's path.")),
    .required(
      "values",
      array(
        of: object([
          .required("filing", text.said("标识", "绩效文本的标识。", "The filing's id.")),
          .required("path", text.said("路径", "该值的 JSON 指针。", "The value's JSON pointer.")),
          .required("value", value),
          .required("year", year),
        ])
      ).said("各年的值", "按年度先后。", "In the order of the years.")),
  ])

  private static let comparedProject = object([
    .required("code", text.orNull.said("项目编码", "项目编码。", "The project's code.")),
    .required("continuity", continuity),
    .required("filing", text.said("标识", "绩效文本的标识。", "The filing's id.")),
    .required("name", text.orNull.said("项目名称", "项目名称。", "The project's name.")),
    .required("path", text.said("路径", "项目的 JSON 指针。", "The project's JSON pointer.")),
    .required("total", number.orNull.said("预算数", "元。", "The budget in yuan.")),
  ]).said("项目", "某年的一个项目。", "A project in one year.")

  private static let part = reference("project")

  private static let pair = object([
    .required("ambiguous", bool.said("待确认", "匹配度或领先不足，不作断言。", "Too doubtful to assert.")),
    .required(
      "evidence",
      map(names: choice(Likeness.Field.allCases.map(\.rawValue)), to: number(0...1)).said(
        "依据", "各字段的相似度，0 到 1。", "How alike each field is.")),
    .required(
      "how", choice(ProjectPair.How.allCases.map(\.rawValue)).said("方式", "如何找到的。", "How it was found.")),
    .required("margin", number(-1...1).said("领先", "比次优高出多少。", "By how much it leads the runner-up.")),
    .required("moved", bool.said("划转", "换了部门。", "The department is another.")),
    .required("new", part),
    .required("old", part),
    .required(
      "runnerUp",
      object([
        .required("project", part), .required("score", score),
        .required("side", choice(["old", "new"]).said("一边", "次优的是旧项目还是新项目。", "Which side it is on.")),
      ]).orNull.said("次优", "次优的对应。", "The next best.")),
    .required("score", score),
  ])

  private static let comparison = object([
    .required("changes", array(of: reference("change")).said("变化", "全部变化。", "All changes.")),
    .required(
      "departments",
      array(
        of: object([
          .required("new", text.said("新", "新文本的标识。", "The new filing's id.")),
          .required("old", text.said("旧", "旧文本的标识。", "The old filing's id.")),
          .required(
            "relation",
            choice(FilingPair.Relation.allCases.map(\.rawValue)).said("关系", "相同、更名、并入。", "Same, renamed, merged.")),
        ])
      ).said("部门", "部门的对应。", "Which department is which.")),
    .required(
      "merges",
      array(
        of: object([
          .required("confirmed", bool.said("已确认", "由对应表确认。", "A crosswalk says so.")), .required("new", part),
          .required("old", array(of: part).said("旧", "旧项目。", "The old ones.")),
          .required("ratio", ratio), .required("score", score),
        ])
      ).said("合并", "几个项目合为一个。", "Several projects that became one.")),
    .required("new", array(of: comparedFiling).said("新", "新年度的文本。", "The new filings.")),
    .required("old", array(of: comparedFiling).said("旧", "旧年度的文本。", "The old filings.")),
    .required("pairs", array(of: pair).said("对应", "一一对应的项目。", "Projects that are one and the same.")),
    .required(
      "splits",
      array(
        of: object([
          .required("confirmed", bool.said("已确认", "由对应表确认。", "A crosswalk says so.")),
          .required("new", array(of: part).said("新", "新项目。", "The new ones.")), .required("old", part),
          .required("ratio", ratio), .required("score", score),
        ])
      ).said("拆分", "一个项目分为几个。", "Projects that became several.")),
    .required(
      "summary",
      map(names: kind, to: integer(atLeast: 1)).said("汇总", "每种变化的数量。", "How many there are of each kind.")),
  ])

  private static let comparedFiling = object([
    .required("file", text.said("文件", "文件。", "The file.")),
    .required("id", text.said("标识", "绩效文本的标识。", "The filing's id.")),
    .required("projects", integer(atLeast: 0).said("项目数", "项目数。", "How many projects it has.")),
    .required("year", year.orNull),
  ])

  private static let kind = choice(Change.Kind.allCases.map(\.rawValue)).said(
    "类型", "变化的类型，固定名称。", "The kind of change, a stable name.")

  private static let side = object([
    .required("document", text.orNull.said("原文", "source 所指的原文。", "The document that source points into.")),
    .required("file", text.said("文件", "文件。", "The file.")),
    .required("filing", text.said("标识", "绩效文本的标识。", "The filing's id.")),
    .required("path", anyText.said("路径", "该值的 JSON 指针。", "The value's JSON pointer.")),
    .required(
      "source", array(of: Schema()).said("位置", "该值在原文中的位置，同输出的 places。", "Its places, as the filing has them.")),
    .required("value", value),
    .required("year", year.orNull),
  ]).orNull

  private static let names = object([
    .required("code", text.orNull.said("编码", "编码。", "The code.")),
    .required("name", text.orNull.said("名称", "名称。", "The name.")),
  ]).orNull

  private static let changeObject = object([
    .required("ambiguous", bool.said("待确认", "项目的对应关系待确认。", "The projects are not surely the same.")),
    .optional("amount", number.said("增减额", "元，新减旧。", "In yuan, new less old.")),
    .required(
      "cause",
      choice(Change.Cause.allCases.map(\.rawValue)).said(
        "原因", "filing：文本变化；correction：更正不同；producer：程序版本或选项不同。", "Why they differ.")),
    .required("department", codeAndName.said("部门", "部门。", "The department.")),
    .required("id", text(matching: "^[0-9a-f]{16}$").said("变化编号", "每次运行都相同的编号。", "The same from run to run.")),
    .optional(
      "indicator",
      object([
        .required("new", text.orNull.said("新", "新的名称。", "The new name.")),
        .required("old", text.orNull.said("旧", "旧的名称。", "The old name.")),
      ]).said(
        "指标", "指标的名称。", "The indicator's names.")),
    .required("kind", kind),
    .required(
      "message",
      object([
        .required("en", text.said("英文", "英文说明。", "In English.")),
        .required("zh", text.said("中文", "中文说明。", "In Chinese.")),
      ]).said("说明", "一句话说明。", "One sentence.")),
    .required("new", side.said("新", "新的一边；没有则为 null。", "The new side; null if there is none.")),
    .required("old", side.said("旧", "旧的一边；没有则为 null。", "The old side; null if there is none.")),
    .optional("percent", number.said("增减百分比", "占旧值的百分比。", "In percent of the old amount.")),
    .optional(
      "project",
      object([
        .required("continuity", continuity.orNull),
        .required("new", names.said("新", "新的编码和名称。", "The new code and name.")),
        .required("old", names.said("旧", "旧的编码和名称。", "The old code and name.")),
      ]).said("项目", "所属项目。", "The project.")),
    .optional(
      "words",
      array(of: array(of: anyText)).said(
        "词语", "每项为 [\"=\" 保留 | \"-\" 删去 | \"+\" 加入, 文字]。", "Each is [kept, removed or inserted, text].")),
  ]).said("变化", "一处变化。", "One change.")
}
