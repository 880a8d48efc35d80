private import Provenance

/// The listings, in the order of the workbook's sheets.
package enum Listings {
  package static let all: [Listing] = [
    filings, projects, budgets, goals, schedule, indicators, details, keptCells, corrections, diagnostics, unmapped,
    changes,
  ]

  package static func named(_ name: String) -> Listing? { all.first { $0.name == name } }

  private static func listing(
    _ name: String, _ sheet: String, _ en: String, of table: Table, references: [(field: String, listing: String)] = [],
    _ fields: (Table) -> [Listing.Field]
  ) -> Listing {
    Listing(
      name: name, title: Message(zh: sheet, en: en), view: "\(sheet)一览", table: table.name, fields: fields(table),
      references: references)
  }

  /// The columns that say whose a row is.
  private static func whose(_ table: Table) -> [Listing.Field] {
    [
      Listing.Field(.own("filing"), in: table, width: 18), Listing.Field(.filing("year"), in: table, width: 7),
      Listing.Field(.filing("department_code"), in: table, width: 9),
      Listing.Field(.filing("department_name"), in: table, width: 34),
    ]
  }

  private static func project(_ table: Table) -> [Listing.Field] {
    [
      Listing.Field(.reference("project"), in: table, as: "project", "项目编号", width: 28),
      Listing.Field(.project("code"), in: table, as: "project_code", "项目编码", width: 24),
      Listing.Field(.project("name"), in: table, as: "project_name", "项目名称", width: 28),
    ]
  }

  private static func place(_ table: Table) -> [Listing.Field] {
    [Listing.Field(.own("line"), in: table, width: 7), Listing.Field(.own("column"), in: table, width: 7)]
  }

  static let filings = listing("filings", "部门", "Departments' filings", of: Tables.filings) { table in
    [
      Listing.Field(.own("id"), in: table, width: 18), Listing.Field(.own("year"), in: table, width: 7),
      Listing.Field(.own("region_code"), in: table, width: 10),
      Listing.Field(.own("region_name"), in: table, width: 26),
      Listing.Field(.own("department_code"), in: table, width: 9),
      Listing.Field(.own("department_name"), in: table, width: 34), Listing.Field(.own("goal"), in: table, width: 60),
      Listing.Field(.own("goal_filed"), in: table, width: 30), Listing.Field(.own("source_path"), in: table, width: 40),
      Listing.Field(.own("source_sha256"), in: table, width: 20),
      Listing.Field(.own("accounted"), in: table, width: 11),
      Listing.Field(.own("producer_version"), in: table, width: 10),
      Listing.Field(.own("sha256"), in: table, width: 20),
    ]
  }

  static let projects = listing(
    "projects", "项目", "Budget projects with their money", of: Tables.projects, references: [("filing", "filings")]
  ) { table in
    [Listing.Field(.id, in: table, width: 28)] + whose(table) + [
      Listing.Field(.own("number"), in: table, width: 6), Listing.Field(.own("code"), in: table, width: 24),
      Listing.Field(.own("name"), in: table, width: 28), Listing.Field(.own("name_filed"), in: table, width: 20),
      Listing.Field(.unit("code"), in: table, as: "unit_code", "单位编码", width: 10),
      Listing.Field(.unit("name"), in: table, as: "unit_name", "单位名称", width: 34),
      Listing.Field(.unit("scope"), in: table, as: "unit_scope", "单位范围", width: 8),
      Listing.Field(.budget("total"), in: table, as: "total", "预算数（元）", width: 16),
      Listing.Field(.budget("fiscal"), in: table, as: "fiscal", "财政资金（元）", width: 16),
      Listing.Field(.budget("other"), in: table, as: "other", "其他资金（元）", width: 16),
      Listing.Field(.own("purpose"), in: table, width: 50), Listing.Field(.own("purpose_filed"), in: table, width: 30),
    ] + place(table)
  }

  static let budgets = listing(
    "budgets", "金额", "Amounts of money, those of the midterm and of the department included", of: Tables.budgets,
    references: [("filing", "filings"), ("project", "projects")]
  ) { table in
    [Listing.Field(.id, in: table, width: 28)] + whose(table) + project(table) + [
      Listing.Field(.own("term"), in: table, width: 9), Listing.Field(.own("kind"), in: table, width: 8),
      Listing.Field(.own("amount"), in: table, width: 16), Listing.Field(.own("text"), in: table, width: 14),
      Listing.Field(.own("unit_text"), in: table, width: 14),
    ] + place(table)
  }

  static let goals = listing(
    "goals", "目标", "Goals in words", of: Tables.goals, references: [("filing", "filings"), ("project", "projects")]
  ) { table in
    [Listing.Field(.id, in: table, width: 28)] + whose(table) + project(table) + [
      Listing.Field(.own("kind"), in: table, width: 10), Listing.Field(.own("number"), in: table, width: 6),
      Listing.Field(.own("name"), in: table, width: 20), Listing.Field(.own("text"), in: table, width: 60),
      Listing.Field(.own("text_filed"), in: table, width: 40), Listing.Field(.own("indicators"), in: table, width: 30),
    ] + place(table)
  }

  static let schedule = listing(
    "schedule", "支出计划", "The spending plan", of: Tables.schedule,
    references: [("filing", "filings"), ("project", "projects")]
  ) { table in
    [Listing.Field(.id, in: table, width: 28)] + whose(table) + project(table) + [
      Listing.Field(.own("number"), in: table, width: 6), Listing.Field(.own("month"), in: table, width: 7),
      Listing.Field(.own("percent"), in: table, width: 14),
    ] + place(table)
  }

  static let indicators = listing(
    "indicators", "指标", "Indicators with their targets", of: Tables.indicators,
    references: [("filing", "filings"), ("project", "projects")]
  ) { table in
    [Listing.Field(.id, in: table, width: 28)] + whose(table) + project(table) + [
      Listing.Field(.own("kind"), in: table, width: 10), Listing.Field(.own("number"), in: table, width: 6),
      Listing.Field(.own("level1"), in: table, width: 12), Listing.Field(.own("level2"), in: table, width: 14),
      Listing.Field(.own("name"), in: table, width: 28), Listing.Field(.own("name_filed"), in: table, width: 20),
      Listing.Field(.own("description"), in: table, width: 40),
      Listing.Field(.own("description_filed"), in: table, width: 24),
      Listing.Field(.target("text"), in: table, as: "target", "指标值", width: 14),
      Listing.Field(.target("text_filed"), in: table, as: "target_filed", "指标值（原文）", width: 16),
      Listing.Field(.target("kind"), in: table, as: "target_kind", "值类型", width: 10),
      Listing.Field(.target("operator"), in: table, as: "target_operator", "比较", width: 6),
      Listing.Field(.target("value"), in: table, as: "target_value", "数值", width: 12),
      Listing.Field(.target("minimum"), in: table, as: "target_minimum", "下限", width: 10),
      Listing.Field(.target("maximum"), in: table, as: "target_maximum", "上限", width: 10),
      Listing.Field(.target("unit"), in: table, as: "target_unit", "单位", width: 8),
      Listing.Field(.target("unit_inferred_from"), in: table, as: "target_unit_inferred_from", "单位推断自", width: 10),
      Listing.Field(.target("earliest"), in: table, as: "target_earliest", "最早日期", width: 12),
      Listing.Field(.target("latest"), in: table, as: "target_latest", "最晚日期", width: 12),
      Listing.Field(.own("basis"), in: table, width: 24), Listing.Field(.own("weight"), in: table, width: 8),
      Listing.Field(.own("note"), in: table, width: 16),
    ] + place(table)
  }

  static let details = listing(
    "details", "其他栏目", "What forms say under labels of their own", of: Tables.details,
    references: [("filing", "filings"), ("project", "projects")]
  ) { table in
    [Listing.Field(.id, in: table, width: 28)] + whose(table) + project(table) + [
      Listing.Field(.own("label"), in: table, width: 16), Listing.Field(.own("text"), in: table, width: 60),
      Listing.Field(.own("text_filed"), in: table, width: 30),
    ] + place(table)
  }

  static let keptCells = listing(
    "kept_cells", "其他表格", "The cells of tables of no form that is read", of: Tables.keptCells,
    references: [("filing", "filings")]
  ) { table in
    [Listing.Field(.id, in: table, width: 28)] + whose(table) + [
      Listing.Field(.own("table_number"), in: table, width: 8), Listing.Field(.own("row_number"), in: table, width: 8),
      Listing.Field(.own("cell_number"), in: table, width: 8), Listing.Field(.own("text"), in: table, width: 40),
      Listing.Field(.own("text_filed"), in: table, width: 30), Listing.Field(.own("span"), in: table, width: 6),
      Listing.Field(.own("continued"), in: table, width: 8),
    ] + place(table)
  }

  static let corrections = listing(
    "corrections", "更正", "Corrections and suggestions, before and after", of: Tables.corrections,
    references: [("filing", "filings"), ("project", "projects")]
  ) { table in
    [Listing.Field(.id, in: table, width: 28)] + whose(table) + project(table) + [
      Listing.Field(.own("path"), in: table, width: 34), Listing.Field(.own("rule"), in: table, width: 22),
      Listing.Field(.own("certainty"), in: table, width: 9), Listing.Field(.own("applied"), in: table, width: 8),
      Listing.Field(.own("before"), in: table, width: 16), Listing.Field(.own("after"), in: table, width: 16),
      Listing.Field(.own("filed"), in: table, width: 44), Listing.Field(.own("corrected"), in: table, width: 44),
      Listing.Field(.own("key"), in: table, width: 18), Listing.Field(.own("evidence"), in: table, width: 30),
      Listing.Field(.own("decision"), in: table, width: 10), Listing.Field(.own("decided_by"), in: table, width: 10),
      Listing.Field(.own("decided_at"), in: table, width: 12),
      Listing.Field(.own("decision_note"), in: table, width: 16),
    ] + place(table)
  }

  static let diagnostics = listing(
    "diagnostics", "问题", "Findings", of: Tables.diagnostics,
    references: [("filing", "filings"), ("project", "projects")]
  ) { table in
    [Listing.Field(.id, in: table, width: 28)] + whose(table) + project(table) + [
      Listing.Field(.own("severity"), in: table, width: 9), Listing.Field(.own("kind"), in: table, width: 22),
      Listing.Field(.own("message_zh"), in: table, width: 60), Listing.Field(.own("message_en"), in: table, width: 40),
      Listing.Field(.own("path"), in: table, width: 34),
    ] + place(table)
  }

  static let unmapped = listing(
    "unmapped", "未归类文字", "Texts that no field took", of: Tables.unmapped, references: [("filing", "filings")]
  ) { table in
    [Listing.Field(.id, in: table, width: 28)] + whose(table) + [
      Listing.Field(.own("number"), in: table, width: 6), Listing.Field(.own("text"), in: table, width: 60),
    ] + place(table)
  }

  static let changes = listing("changes", "变更", "Changes between filings", of: Tables.changes) { table in
    table.columns.map { Listing.Field(.own($0.name), in: table, width: 18) }
  }
}
