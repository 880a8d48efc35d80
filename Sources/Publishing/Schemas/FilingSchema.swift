extension Schema {
  /// The format `jixiao.filing/1`.
  static let filing = filingObject.document("filing:1", definitions: filingDefinitions)

  /// What the parts of a filing refer to.
  static let filingDefinitions = [("range", range), ("target", target)]

  static let filingObject = object([
    .required("format", constant("jixiao.filing/1").said("格式", "格式名称与版本。", "The format and its version.")),
    .required(
      "id",
      text(matching: "^.+-.+-([0-9]{4}|undated)$").said(
        "标识", "区划、部门、年度；如 130304-131-2021。", "Region, department and year, as in 130304-131-2021.")),
    .required("year", year),
    .required(
      "region",
      party(
        code: text(matching: "^[0-9]{6}$").orNull.said("区划代码", "六位行政区划代码（GB/T 2260）。", "Six digits, GB/T 2260.")
      ).said("地区", "部门所在的行政区划。", "The place whose department filed.")),
    .required(
      "department",
      party(code: text.orNull.said("部门代码", "部门预算编码。", "The department's code in the budget."))
        .said("部门", "编报部门。", "The department that filed.")),
    .optional("cover", cover),
    .optional("contents", contents),
    .required("overall", overall),
    .required(
      "projects",
      array(of: project).said("预算项目", "第二部分：预算项目绩效目标，按原文顺序。", "Part two: the budget projects, in the order filed.")),
    .optional(
      "tables", array(of: keptTable).said("其他表格", "不属于已知格式的表格，整表照录。", "Tables of no form that is read, whole.")),
    .required("places", places),
    .required(
      "corrections", array(of: correction).said("更正", "按先后顺序列出的全部更正与建议。", "All repairs and suggestions, in order.")),
    .required("diagnostics", array(of: diagnostic).said("检查结果", "供阅读者核对的问题。", "What a reader should look at.")),
    .required(
      "unmapped",
      array(
        of: object(position + [.required("text", text.said("原文", "该处的文字。", "What stands there."))])
      ).said("未归类文字", "没有归入任何字段、也不是表格固有文字的内容。", "What no field took and no form explains.")),
    .required("source", source),
    .required("producer", producer),
  ]).said("绩效目标文本", "一个部门一个年度的绩效目标文本。", "One department's performance targets for one year.")

  private static let inferredFrom = Member.optional(
    "inferredFrom",
    array(of: text, atLeast: 1).said(
      "推断依据", "原文未直接写明时，据哪些字段推断。", "The fields that imply it, where it is not said or given."))

  private static let year = object([
    .required("value", integer(1990...2100).orNull.said("年度值", "四位年份；无法确定时为 null。", "The year; null if unknown.")),
    inferredFrom,
  ]).said("年度", "预算年度。", "The budget year.")

  private static func party(code: Schema) -> Schema {
    object([
      .required("code", code), .required("name", text.orNull.said("名称", "名称全文。", "The name.")), inferredFrom,
      .optional(
        "nameInferredFrom",
        array(of: text, atLeast: 0).said(
          "名称推断依据", "名称与代码的推断依据不同时，名称据哪些字段推断。", "The fields that imply the name, where others imply the code.")),
    ])
  }

  private static let cover = object([
    .required("title", text.orNull.said("标题", "封面标题。", "The title.")),
    .required("preparedBy", text.orNull.said("编制单位", "如“某某局编制”。", "Who drew it up.")),
    .required("reviewedBy", text.orNull.said("审核单位", "如“某某财政局审核”。", "Who checked it.")),
    .required("date", text.orNull.said("日期", "封面日期，照原文。", "The date as printed.")),
  ]).said("封面", "封面上的文字。", "The first page.")

  private static let contents = array(
    of: object([
      .required("title", text.said("标题", "目录条目。", "The entry.")),
      .required("page", integer(atLeast: 0).orNull.said("页码", "目录所列页码。", "The page that it gives.")),
    ])
  ).said("目录", "目录各条。", "The table of contents.")

  private static let overall = object([
    .required("goal", text.orNull.said("总体绩效目标", "部门总体绩效目标。", "The goal of the department as a whole.")),
    .required(
      "goals",
      array(
        of: object([
          .required("name", text.orNull.said("职责", "职责名称。", "The duty.")),
          .required("goal", text.orNull.said("绩效目标", "该职责的目标。", "Its goal.")),
          .required("indicators", array(of: text).said("绩效指标", "衡量该目标的指标名称。", "The names of its indicators.")),
        ])
      ).said("分项绩效目标", "按职责分列的目标。", "Goals by duty.")),
    .required(
      "safeguards",
      array(
        of: object([
          .required("name", text.orNull.said("名称", "首句，不含句号。", "The first sentence, without its full stop.")),
          .required("text", text.orNull.said("内容", "措施内容。", "What is to be done.")),
        ])
      ).said("工作保障措施", "实现目标的保障措施。", "What is to make sure that the goals are reached.")),
    .optional("heading", text.said("表题", "整体支出绩效目标表上方的标题。", "The paragraph above a table of the whole.")),
    .optional("unit", spendingUnit),
    .optional("budget", budget),
    .optional("details", details),
    .optional(
      "tasks",
      array(
        of: object([
          .required("name", text.orNull.said("任务名称", "任务的名称。", "The task's name.")),
          .required("text", text.orNull.said("主要内容", "任务的内容。", "What is to be done.")),
          .required("budget", budget),
        ]), atLeast: 1
      ).said("年度主要任务", "部门整体支出绩效目标表所列的任务。", "The year's main tasks.")),
    .optional(
      "indicators", array(of: indicator, atLeast: 1).said("整体绩效指标", "部门整体的绩效指标，逐行。", "The department's own indicators.")
    ),
  ]).said("部门整体绩效目标", "第一部分。", "Part one: the department as a whole.")
}
