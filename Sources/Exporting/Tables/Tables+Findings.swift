extension Tables {
  static let corrections = Table(
    "corrections", "更正与建议", "Corrections and suggestions", key: ["filing", "pointer"],
    references: [.filing, .project], indices: [["key"], ["rule"], ["filing", "project"]],
    [
      .filing, .pointer, .project, .number,
      Column("key", .text, "更正键", "各次运行间不变的键。", "The same in every run.", nullable: false),
      Column("path", .text, "被更正的值", "被更正文字的位置指针。", "The pointer of the text.", nullable: false),
      Column("rule", .text, "规则", "规则的固定名称（见 jixiao rules）。", "The rule's name.", nullable: false),
      Column("certainty", .text, "把握", "certain：确定；likely：很可能；possible：可能。", "How sure the rule is.", nullable: false),
      Column("applied", .boolean, "已采用", "否则仅为建议。", "Otherwise a suggestion.", nullable: false),
      Column("before", .text, "更正前", "被替换的文字；补上文字时为空。", "What is replaced; empty for an insertion."),
      Column("after", .text, "更正后", "替换成的文字；删去文字时为空。", "What replaces it; empty for a deletion."),
      Column("filed", .text, "原文全文", "该字段更正前的全文。", "The whole text as filed.", nullable: false),
      Column(
        "corrected", .text, "更正后全文", "该字段输出的全文；字段不是文字时为空。", "The whole text as published; null where the value is none."
      ),
      .line, .column,
      Column("evidence", .json, "依据", "支持这一更正的证据。", "The witnesses for it.", nullable: false),
      Column("decision", .text, "人工决定", "accept、reject、edit 或 unsure。", "What a person decided."),
      Column("decided_by", .text, "决定人", "决定人。", "Who decided."),
      Column("decided_at", .text, "决定时间", "决定的时间，照决定文件。", "When, as the decisions file has it."),
      Column("decision_note", .text, "决定说明", "决定的说明。", "A remark on the decision."),
    ])

  static let diagnostics = Table(
    "diagnostics", "检查结果", "Findings: what an auditor would ask about", key: ["filing", "pointer"],
    references: [.filing, .project], indices: [["kind"], ["filing", "project"]],
    [
      .filing, .pointer, .project, .number,
      Column("kind", .text, "种类", "检查项的固定名称。", "The name of the kind of finding.", nullable: false),
      Column("severity", .text, "严重程度", "error：错误；warning：警告；note：提示。", "How grave it is.", nullable: false),
      Column("path", .text, "涉及的值", "所涉值的位置指针；针对整个文件时为空。", "The pointer of the value; null for the whole file."),
      Column("message_zh", .text, "说明", "中文说明。", "The message in Chinese.", nullable: false),
      Column("message_en", .text, "说明（英文）", "英文说明。", "The message in English.", nullable: false), .line, .column,
    ])

  static let changes = Table(
    "changes", "变更", "Changes between filings", key: ["id"], indices: [["old_filing"], ["new_filing"]],
    [
      Column("id", .text, "变更编号", "变更的编号。", "The change's id.", nullable: false),
      Column("kind", .text, "变更种类", "变更的种类。", "The kind of change.", nullable: false),
      Column("old_filing", .text, "旧文本", "旧文本的编号。", "The id of the older filing."),
      Column("new_filing", .text, "新文本", "新文本的编号。", "The id of the newer filing."),
      Column("old_pointer", .text, "旧位置", "旧文本中的位置指针。", "The pointer in the older filing."),
      Column("new_pointer", .text, "新位置", "新文本中的位置指针。", "The pointer in the newer filing."),
      Column("old_value", .text, "旧值", "变更前的值。", "The value before."),
      Column("new_value", .text, "新值", "变更后的值。", "The value after."),
      Column("cause", .text, "原因", "变更的原因。", "What caused it."),
      Column("message", .text, "说明", "变更的说明。", "The change in words."),
      Column("department", .text, "部门", "部门的名称。", "The department's name."),
      Column("project_continuity", .text, "项目连续编号", "贯穿各年度的项目编号。", "What follows the project through the years."),
      Column("project_name", .text, "项目", "项目名称；更名的为新名称。", "The project's name, the new one if it was renamed."),
      Column("indicator_name", .text, "指标", "指标名称；改名的为新名称。", "The indicator's name, the new one if it was reworded."),
      Column("amount", .number, "增减额（元）", "新值减旧值，元。", "In yuan, new less old."),
      Column("percent", .number, "增减（%）", "占旧值的百分比。", "In percent of the old amount."),
      Column("ambiguous", .boolean, "待确认", "项目的对应关系待确认。", "Whether the projects are not surely the same."),
    ])
}
