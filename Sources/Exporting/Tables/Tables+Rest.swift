// What no field of the forms takes.
extension Tables {
  static let details = Table(
    "details", "其他栏目", "What forms say under labels of their own", key: ["filing", "pointer"],
    references: [.filing, .project], indices: [["filing", "project"]],
    [
      .filing, .pointer, .project,
      Column("label", .text, "栏目", "表中印的栏目名。", "The label as printed."),
      Column("text", .text, "内容", "该栏的内容。", "What stands behind it.", searched: true), .filed("text", "内容"), .line,
      .column,
    ])

  static let keptCells = Table(
    "kept_cells", "其他表格", "The cells of tables of no form that is read, which are kept whole",
    key: ["filing", "pointer"], references: [.filing],
    [
      .filing, .pointer,
      Column("table_number", .integer, "表序号", "文中第几张其他表格，从 1 数起。", "Which of these tables, from 1.", nullable: false),
      Column("row_number", .integer, "表内行", "表格的第几行，从 1 数起。", "Which row of the table, from 1.", nullable: false),
      Column(
        "cell_number", .integer, "格序号", "该行的第几个单元格，从 1 数起。", "Which cell of the row, from 1.", nullable: false),
      Column("text", .text, "文字", "单元格的文字。", "What the cell says.", searched: true), .filed("text", "文字"),
      Column("span", .integer, "跨列", "所跨的列数。", "The columns that it spans.", nullable: false),
      Column("continued", .boolean, "续上格", "与上一行的单元格合并。", "It goes on with the cell above.", nullable: false),
      .line, .column,
    ])

  static let unmapped = Table(
    "unmapped", "未归类文字", "Texts that no field took and no form explains", key: ["filing", "pointer"],
    references: [.filing],
    [
      .filing, .pointer, .number,
      Column("text", .text, "文字", "该处的文字。", "What stands there.", nullable: false, searched: true), .line, .column,
    ])
}
