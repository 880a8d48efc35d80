extension Tables {
  static let projects = Table(
    "projects", "预算项目", "Budget projects", key: ["filing", "pointer"],
    references: [
      .filing, Table.Reference(columns: ["filing", "unit"], table: "units", target: ["filing", "pointer"]),
    ],
    indices: [["code"], ["name"]],
    [
      .filing, .pointer, .number,
      Column("code", .text, "项目编码", "项目编码，照原文。", "The project's code, as filed."),
      Column("code_line", .integer, "编码行", "项目编码所在的行。", "The line of the code."),
      Column("code_column", .integer, "编码列", "项目编码所在的列。", "The column of the code."),
      Column("name", .text, "项目名称", "项目名称。", "The project's name.", searched: true), .filed("name", "项目名称"),
      .line, .column,
      Column("heading", .text, "表题", "表格上方的标题。", "The paragraph above the table."),
      Column("unit", .text, "预算单位", "所属预算单位的位置指针（表 units）。", "The pointer of its unit, in units."),
      Column("purpose", .text, "资金用途", "预算规模及资金用途的说明。", "What the money is for.", searched: true),
      .filed("purpose", "资金用途"),
    ])

  static let budgets = Table(
    "budgets", "预算金额", "Amounts of money, each with where it stands", key: ["filing", "pointer"],
    references: [.filing, .project], indices: [["filing", "project"]],
    [
      .filing, .pointer, .project,
      Column(
        "term", .text, "所属", "annual：项目年度预算；midterm：项目中期预算；overall：部门整体；task：年度主要任务。",
        "Whose it is: the project's for the year or the midterm, the department's, or a main task's.", nullable: false),
      Column(
        "kind", .text, "类别", "total：预算数；fiscal：财政资金；other：其他资金。",
        "The total, or what of it comes from public or other funds.",
        nullable: false),
      Column("amount", .number, "金额（元）", "金额，元；无法读取时为空。", "In yuan; null if it cannot be read."),
      Column("text", .text, "金额原文", "源文件中的金额文字。", "The amount as printed."),
      Column("unit_text", .text, "单位原文", "金额单位的出处，如“单位：万元”。", "Where its unit is said, as printed."),
      .line, .column,
    ])

  static let schedule = Table(
    "schedule", "资金支出计划", "The spending plan, cumulative", key: ["filing", "pointer"],
    references: [.filing, .project], indices: [["filing", "project"]],
    [
      .filing, .pointer, .project, .number,
      Column("month", .integer, "月份", "截至该月底。", "By the end of this month."),
      Column("percent", .number, "支出比例（%）", "累计支出比例，百分数。", "The share spent by then, in per cent."),
      .line, .column,
    ])

  static let goals = Table(
    "goals", "绩效目标", "Goals in words: of projects, of duties, measures and tasks of the department",
    key: ["filing", "pointer"], references: [.filing, .project], indices: [["filing", "project"]],
    [
      .filing, .pointer, .project,
      Column(
        "kind", .text, "类别", "project：项目目标；midterm：项目中期目标；duty：分项（职责）目标；safeguard：工作保障措施；task：年度主要任务。",
        "A project's goal for the year or the midterm; a duty's; a safeguard; a main task.", nullable: false),
      .number,
      Column("name", .text, "名称", "职责、措施或任务的名称。", "The name of the duty, measure or task.", searched: true),
      Column("text", .text, "目标内容", "目标的文字。", "The goal.", searched: true), .filed("text", "目标内容"),
      Column("indicators", .json, "对应指标", "分项目标所列的指标名称。", "The names of the indicators that a duty lists."), .line,
      .column,
    ])

  static let indicators = Table(
    "indicators", "绩效指标", "Rows of the indicator tables", key: ["filing", "pointer"],
    references: [.filing, .project], indices: [["filing", "project"], ["name"]],
    [
      .filing, .pointer, .project,
      Column(
        "kind", .text, "类别", "project：项目年度指标；midterm：项目中期指标；overall：部门整体指标。",
        "A project's for the year or the midterm, or the department's.", nullable: false),
      .number,
      Column("level1", .text, "一级指标", "规范名称，如产出指标。", "The canonical name of level 1."),
      Column("level2", .text, "二级指标", "规范名称，如数量指标。", "The canonical name of level 2."),
      Column("name", .text, "三级指标", "指标名称。", "The indicator's name.", searched: true), .filed("name", "三级指标"),
      .line, .column,
      Column("description", .text, "指标描述", "绩效指标描述。", "What it measures.", searched: true),
      .filed("description", "指标描述"),
      Column("basis", .text, "指标值确定依据", "确定指标值的依据。", "What the target is based on."),
      Column("operator", .text, "指标性质", "单独成栏的运算符号或“定性”。", "The operator, where it has a column."),
      Column("unit", .text, "度量单位", "单独成栏的计量单位。", "The unit, where it has a column."),
      Column("direction", .text, "指标方向性", "正向或反向。", "Whether more or less is better."),
      Column("weight", .text, "分值", "分值或权重，照表填写。", "What it counts for, as filed."),
      Column("note", .text, "备注", "备注。", "A remark."),
      Column("grades", .json, "评价标准", "各等级的评价标准。", "What each grade takes."),
      Column(
        "attribute", .text, "指标属性", "定量指标或定性指标，照表填写。", "Whether it is counted or described, as filed.", later: true),
    ])

  static let targets = Table(
    "targets", "指标值", "The targets of the indicators, as read", key: ["filing", "pointer"],
    references: [
      .filing,
      Table.Reference(columns: ["filing", "indicator"], table: "indicators", target: ["filing", "pointer"]),
    ], indices: [["filing", "indicator"]],
    [
      .filing, .pointer,
      Column("indicator", .text, "所属指标", "所属指标的位置指针。", "The pointer of its indicator.", nullable: false),
      Column(
        "kind", .text, "值类型",
        "quantity：数量；range：区间；date：日期；qualitative：定性；none：无；unread：无法解读。",
        "A quantity, range, date, quality, nothing, or text that could not be read.", nullable: false),
      Column("operator", .text, "比较", "≥、>、=、<、≤ 之一。", "One of ≥ > = < ≤."),
      Column("value", .number, "数值", "目标数值。", "The value of a quantity."),
      Column("minimum", .number, "下限", "区间的下限。", "The lower end of a range."),
      Column("maximum", .number, "上限", "区间的上限。", "The upper end of a range."),
      Column("unit", .text, "单位", "数值的单位。", "The unit."),
      Column("unit_inferred_from", .text, "单位推断自", "单位推断自何处，如 name。", "What the unit was inferred from."),
      Column("earliest", .date, "最早日期", "最早的日期。", "The earliest day."),
      Column("latest", .date, "最晚日期", "最晚的日期。", "The latest day."),
      Column("text", .text, "指标值文字", "更正后的指标值文字。", "The text of the target, as corrected."), .filed("text", "指标值文字"),
      .line, .column,
    ])
}
