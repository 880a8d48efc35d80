extension Tables {
  static let departments = Table(
    "departments", "部门", "Departments, each once, with the names that its latest filing gives", key: ["id"],
    indices: [["name"]],
    [
      Column("id", .text, "部门编号", "地区与部门，如 130304-131。", "Region and department, as in 130304-131.", nullable: false),
      regionCode, regionName, departmentCode, departmentName,
    ])

  static let filings = Table(
    "filings", "绩效目标文本", "Filings: one department's performance targets for one year", key: ["id"],
    references: [Table.Reference(columns: ["department"], table: "departments", target: ["id"])],
    indices: [["department", "year"], ["year"]],
    [
      Column(
        "id", .text, "编号", "地区、部门与年度，如 130304-131-2021。", "Region, department and year, as in 130304-131-2021.",
        nullable: false),
      Column("department", .text, "部门编号", "所属部门的编号。", "The department's id.", nullable: false),
      Column("year", .integer, "年度", "预算年度；文中无从得知时为空。", "The budget year; null if nothing tells it."),
      Column("year_inferred", .boolean, "年度系推断", "年度由项目编码等推断而得。", "The year is implied, not said.", nullable: false),
      Column("region_code", .text, "地区代码", "行政区划代码。", "The region's code."),
      Column("region_name", .text, "地区", "地区全称。", "The region's name."),
      Column("region_inferred", .boolean, "地区系推断", "地区由编码等推断而得。", "The region is implied.", nullable: false),
      Column("department_code", .text, "部门代码", "部门预算代码。", "The department's code."),
      Column("department_name", .text, "部门名称", "部门全称。", "The department's name."),
      Column(
        "department_inferred", .boolean, "部门系推断", "部门由单位编码等推断而得。", "The department is implied.", nullable: false),
      Column("goal", .text, "总体绩效目标", "部门总体绩效目标。", "The department's overall goal.", searched: true),
      .filed("goal", "总体绩效目标"),
      Column(
        "source_path", .text, "来源文件", "源文件相对于输入文件夹的路径。", "The source, relative to the input root.", nullable: false),
      Column(
        "source_sha256", .text, "来源文件校验值", "源文件的 SHA-256。", "The SHA-256 of the source.", nullable: false),
      Column("source_bytes", .integer, "来源文件大小（字节）", "源文件的字节数。", "The bytes of the source.", nullable: false),
      Column("charset", .text, "字符集", "源文件的字符编码。", "The source's encoding.", nullable: false),
      Column("reader", .text, "读取方式", "所用的读取器。", "What read the source.", nullable: false),
      Column(
        "accounted", .number, "已归位比例", "源文件的字符已归入字段或表格框架的比例，1 为全部。",
        "The share of the source's characters that is accounted for; 1 is all.", nullable: false),
      Column(
        "producer_version", .text, "程序版本", "转换所用的 jixiao 版本。", "The version of jixiao that converted it.",
        nullable: false),
      Column(
        "sha256", .text, "JSON 校验值", "规范 JSON 文件的 SHA-256，据此判断是否变化。",
        "The SHA-256 of the canonical JSON file, by which changes are noticed.", nullable: false),
    ])

  static let units = Table(
    "units", "预算单位", "The units that spend the money, as each filing names them", key: ["filing", "pointer"],
    references: [.filing], indices: [["code"]],
    [
      .filing, .pointer,
      Column("code", .text, "单位编码", "预算单位编码。", "The unit's code."),
      Column("name", .text, "单位名称", "预算单位名称。", "The unit's name."),
      Column("scope", .text, "单位范围", "如“本级”。", "As in 本级: the department itself."),
      .line, .column,
    ])

  private static let regionCode = Column("region_code", .text, "地区代码", "行政区划代码。", "The region's code.")
  private static let regionName = Column("region_name", .text, "地区", "地区全称。", "The region's name.")
  private static let departmentCode = Column("code", .text, "部门代码", "部门预算代码。", "The department's code.")
  private static let departmentName = Column("name", .text, "部门名称", "部门全称。", "The department's name.")
}
