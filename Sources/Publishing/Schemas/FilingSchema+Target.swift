internal import JSON

extension Schema {
  /// A target value, told apart by `kind`.
  static let target = oneOf([
    object([
      kind("quantity"), .required("operator", comparison),
      .required("value", number.said("数值", "目标数值。", "The number.")), .required("unit", unit),
      unitInferredFrom, corrected(text),
    ]).said("数量", "数值目标，如 ≥95%。", "A number, as in ≥95%."),
    object([
      kind("range"), .required("minimum", number.said("下限", "区间下限。", "The lower end.")),
      .required("maximum", number.said("上限", "区间上限。", "The upper end.")), .required("unit", unit),
      unitInferredFrom, corrected(text),
    ]).said("区间", "数值区间，如 14-24℃。", "A range, as in 14-24℃."),
    object([
      kind("date"), .required("operator", comparison), .required("earliest", date("最早", "The first day.")),
      .required("latest", date("最晚", "The last day.")), yearInferredFrom, corrected(text),
    ]).said("日期", "日期或时段，如 12月底前。", "A date or a span, as in 12月底前."),
    object([kind("qualitative"), corrected(text)]).said("定性", "文字目标，如明显提升。", "In words, as in 明显提升."),
    object([kind("none"), corrected(anyText)]).said("无", "未设目标：无、-、空白。", "Not applicable: 无, -, empty."),
    object([kind("unread"), corrected(text)]).said("未能读取", "无法可靠读取，照原文。", "Could not be read for sure."),
  ]).said("指标值", "目标值，按 kind 区分。", "The target, told apart by kind.")

  private static func kind(_ name: String) -> Member {
    .required("kind", constant(name).said("类型", "指标值的类型。", "The kind of target."))
  }

  private static func corrected(_ schema: Schema) -> Member {
    .required("text", schema.said("文本", "更正后的指标值文本。", "The text after repairs."))
  }

  private static let comparison = choice(["≥", ">", "=", "<", "≤"]).orNull
    .said("比较符", "未写比较符时为 null。", "Null where none is given.")
  private static let unit = text.orNull.said("单位", "计量单位；没有时为 null。", "The unit; null where there is none.")
  private static let unitInferredFrom = Member.optional(
    "unitInferredFrom", constant("name").said("单位来源", "单位由指标名称推断。", "The unit is implied by the indicator's name."))

  private static let yearInferredFrom = Member.optional(
    "yearInferredFrom",
    constant("year").said("年份来源", "文中没有写年份，取本文件的年度。", "The text names no year; the filing's was taken."))

  private static func date(_ title: String, _ en: String) -> Schema {
    text(matching: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$").with("format", .string("date")).orNull
      .said(title, "ISO 8601 日期。", en)
  }
}
