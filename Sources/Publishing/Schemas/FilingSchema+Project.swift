internal import JSON

extension Schema {
  /// One budget project's target table.
  static let project = object([
    .required("heading", text.orNull.said("表题", "表格上方的标题。", "The paragraph above the table.")),
    .required("code", text.orNull.said("项目编码", "通常为 21 位；照原文，不作校验。", "As filed; 21 characters as a rule.")),
    .required("name", text.orNull.said("项目名称", "项目名称。", "The project's name.")),
    .required("unit", spendingUnit),
    .required("budget", budget),
    .required("purpose", text.orNull.said("资金用途", "预算规模及资金用途的说明。", "What the money is for.")),
    .required(
      "schedule",
      array(
        of: object([
          .required("month", integer(1...12).orNull.said("月份", "截至该月底。", "By the end of this month.")),
          .required("percent", number.orNull.said("支出比例", "累计支出比例，百分数。", "The share spent by then, in per cent.")),
        ])
      ).said("资金支出计划", "按时间的累计支出计划。", "The spending plan, cumulative.")),
    .required("goals", array(of: text).said("绩效目标", "项目绩效目标，逐条。", "The project's goals.")),
    .required("indicators", array(of: indicator).said("绩效指标", "绩效指标表，逐行。", "The rows of the indicator table.")),
    .optional("details", details),
    .optional(
      "midterm",
      object([
        .required("budget", budget),
        .required("goals", array(of: text).said("中期目标", "中期目标，逐条。", "The goals of several years.")),
        .required("indicators", array(of: indicator).said("中期指标", "中期绩效指标，逐行。", "The indicators of several years.")),
      ]).said("中期", "与年度目标并列的中期目标。", "What is to be reached in several years, beside the year's.")),
  ]).said("预算项目", "一个预算项目的绩效目标表。", "The target table of one budget project.")

  static let details = array(
    of: object([
      .required("label", text.said("栏目", "表中印的栏目名。", "The label as the form prints it.")),
      .required("text", text.said("内容", "该栏的内容。", "What stands behind it.")),
    ]), atLeast: 1
  ).said("其他栏目", "表中没有专用字段的栏目。", "Labels that have no field of their own.")

  static let keptTable = object([
    .required(
      "rows",
      array(
        of: object([
          .required(
            "cells",
            array(
              of: object([
                .required("text", text.orNull.said("文字", "单元格的文字。", "What the cell says.")),
                .optional("span", integer(atLeast: 2).said("跨列", "所跨的列数。", "The columns that it spans.")),
                .optional(
                  "continued",
                  Schema().with("const", true).said("续上格", "与上一行的单元格合并。", "It goes on with the cell above.")),
              ])
            ).said("单元格", "从左到右。", "From left to right."))
        ])
      ).said("行", "从上到下。", "From top to bottom."))
  ]).said("表格", "整表照录，未作解读。", "A table as it stands, not interpreted.")

  static let spendingUnit = object([
    .required("code", text.orNull.said("单位编码", "预算单位编码。", "The unit's code.")),
    .required("name", text.orNull.said("单位名称", "预算单位名称。", "The unit's name.")),
    .required("scope", text.orNull.said("范围", "如“本级”。", "As in 本级: the department itself.")),
  ]).orNull.said("预算单位", "使用资金的单位；未写明时为 null。", "The unit that spends the money; null if it is not said.")

  static let budget = object([
    .required("total", amount("预算数", "预算总额，元。", "The total, in yuan.")),
    .required("fiscal", amount("财政资金", "其中财政资金，元。", "From public funds, in yuan.")),
    .required("other", amount("其他资金", "其中其他资金，元。", "From other funds, in yuan.")),
  ]).said("预算", "以元为单位；未填或无法读取时为 null。", "In yuan; null if absent or unreadable.")

  private static func amount(_ title: String, _ zh: String, _ en: String) -> Schema {
    number.orNull.said(title, zh, en)
  }

  static let indicator = object([
    .required("level1", text.orNull.said("一级指标", "规范名称，如产出指标。", "The canonical name of level 1.")),
    .required("level2", text.orNull.said("二级指标", "规范名称，如数量指标。", "The canonical name of level 2.")),
    .required("name", text.orNull.said("三级指标", "指标名称。", "The indicator's name.")),
    .required("description", text.orNull.said("指标描述", "绩效指标描述。", "What it measures.")),
    .required(
      "target",
      reference("target").orNull.said("指标值", "目标值；表中没有该栏时为 null。", "The target; null where the form has none.")),
    .required("basis", text.orNull.said("指标值确定依据", "确定指标值的依据。", "What the target is based on.")),
    .optional("operator", text.orNull.said("指标性质", "单独成栏的运算符号或“定性”。", "The operator, where it has a column.")),
    .optional("unit", text.orNull.said("度量单位", "单独成栏的计量单位。", "The unit, where it has a column.")),
    .optional("direction", text.orNull.said("指标方向性", "正向或反向。", "Whether more or less is better.")),
    .optional(
      "attribute", text.orNull.said("指标属性", "定量指标或定性指标，照表填写。", "Whether it is counted or described, as filed.")),
    .optional(
      "grades",
      array(
        of: object([
          .required("name", text.said("等级", "优、良、中或差。", "The grade.")),
          .required("text", text.said("标准", "达到该等级的标准。", "What it takes.")),
        ]), atLeast: 1
      ).said("评价标准", "各等级的评价标准。", "What each grade takes.")),
    .optional(
      "weight", text.said("分值", "分值或权重，照表填写；表中有该栏且填写时才有。", "What it counts for, as filed; only where the form has it.")),
    .optional(
      "note", text.said("备注", "备注；表中有该栏且填写时才有。", "A remark; only where the form has the column and it is filled in.")),
  ]).said("绩效指标", "指标表的一行。", "One row of the indicator table.")
}
