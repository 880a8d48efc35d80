extension Schema {
  /// One line of `jixiao check --suggestions --format jsonl`.
  static let suggestion = object([
    .required("after", after),
    .required("applied", bool.said("已采用", "否则仅为建议。", "Otherwise a suggestion.")),
    .required("before", before),
    .required("certainty", certainty),
    .required("column", integer(atLeast: 1).orNull.said("列", "列号。", "The column.")),
    .required("department", department),
    .required("evidence", array(of: evidence).said("依据", "支持这一更正的证据。", "The witnesses for it.")),
    .required("file", text.said("文件", "输入文件。", "The input file.")),
    .required("filed", anyText.said("原文", "该字段的原文全文。", "The whole text of the leaf as filed.")),
    .required("filing", text.said("标识", "绩效目标文本的标识。", "The filing's id.")),
    .required("key", key),
    .required("line", integer(atLeast: 1).orNull.said("行", "行号。", "The line.")),
    .required("path", pointer),
    .required("rule", name.said("规则", "规则的固定名称。", "The rule's stable name.")),
    .required("scope", constant("place").said("范围", "仅此处。", "This place.")),
  ]).said(
    "待决定的更正", "一处更正或建议；加上 decision 即为决定文件的一行。", "One repair or suggestion; with decision added, a line of decisions."
  )
  .document("suggestion:1", definitions: [("range", range)])

  /// One line of `decisions.jsonl`. What a suggestion's line holds besides is allowed, and passed over.
  static let decision = object([
    .optional(
      "after",
      anyText.said("更正后", "规则建议的文字；decision 为 edit 时是改写的文字。", "What the rule proposed; of an edit, the text to write.")),
    .optional("applied", context),
    .optional("at", text.orNull.said("时间", "何时决定的。", "When it was decided.")),
    .optional("before", before),
    .optional("by", text.orNull.said("决定人", "谁决定的。", "Who decided.")),
    .optional("certainty", context),
    .optional("column", context),
    .required(
      "decision",
      choice(["accept", "reject", "edit", "unsure"]).said(
        "决定", "accept：接受；reject：拒绝；edit：改写为 after；unsure：未定。",
        "To accept, to reject, to write after instead, or undecided.")),
    .optional("department", department),
    .optional("evidence", context),
    .optional("file", context),
    .optional(
      "filed",
      anyText.said(
        "原文", "作决定时该字段的原文全文；原文已改则决定失效。", "The leaf's text as filed; if it has changed, the decision is stale.")),
    .optional("filing", context),
    .optional("key", key),
    .optional("line", context),
    .optional("note", text.orNull.said("说明", "说明。", "A remark.")),
    .optional("path", context),
    .optional("rule", text.said("规则", "规则的固定名称。", "The rule's stable name.")),
    .required(
      "scope",
      choice(["place", "text", "rule"]).said(
        "范围", "place：仅此处（须有 key、filed）；text：同一规则的同样修改（须有 rule、before、after）；rule：本部门的整条规则（须有 rule、department）。",
        "This place (needs key and filed), the same change anywhere (rule, before, after), the rule in this department."
      )),
  ]).said("决定", "决定文件（decisions.jsonl）的一行。", "A line of the decisions file.")
    .document("decision:1")

  /// Of any kind: it is passed over.
  private static let context = Schema().said("参考", "建议行原有的内容，不影响决定。", "From the suggestion's line; it doesn't matter.")
  private static let after = anyText.said("更正后", "替换成的文字；删去文字时为空。", "What replaces it; empty for a deletion.")
  private static let before = anyText.said("更正前", "被替换的文字；补上文字时为空。", "What is replaced; empty for an insertion.")
  private static let key = text(matching: "^[0-9a-f]{16}$").said("键", "更正的键。", "The key of the correction.")
  private static let department = text.said(
    "部门", "部门代码或名称；前面可加地区，如 130304-131。", "The department's code or name; the region may precede it, as in 130304-131.")
}
