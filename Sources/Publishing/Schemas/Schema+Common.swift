internal import JSON

/// What several schemas, or several places of one, have in common.
extension Schema {
  /// RFC 6901, of a value below the top.
  static let pointer = text(matching: "^(/([^~/]|~[01])*)+$")
    .said("JSON 指针", "指向输出中一个值的 JSON 指针（RFC 6901）。", "A JSON pointer to a value of the output.")
  /// Of rules, checks and kinds of evidence.
  static let name = text(matching: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
  static let hash = text(matching: "^[0-9a-f]{64}$")
    .said("SHA-256", "SHA-256 值，小写十六进制。", "SHA-256 in lower-case hexadecimal.")
  static let certainty = choice(["certain", "likely", "possible"])
    .said(
      "把握", "certain：确定，意思不变；likely：很可能，已采用并列出供复核；possible：可能，未采用，仅为建议。",
      "How sure the rule is; what is only possible is not applied.")
  static let severity = choice(["error", "warning", "note"])
    .said("严重程度", "error：错误；warning：警告；note：提示。", "How grave the finding is.")

  static let message = object([
    .required("en", text.said("英文", "英文说明。", "In English.")),
    .required("zh", text.said("中文", "中文说明。", "In Chinese.")),
  ]).said("说明", "发现了什么、在哪里、应当怎样、如何处理。", "What was found, where, what was expected, what to do.")

  /// A position in the source: line and column for people, offsets for programs.
  static let position: [Member] = [
    .required("column", integer(atLeast: 1).said("列", "从 1 数起，按 Unicode 字符计。", "From 1, in Unicode scalars.")),
    .required(
      "end", integer(atLeast: 0).said("终点", "终点（不含）在 UTF-8 文本中的字节偏移。", "Byte offset in the UTF-8 text, exclusive.")),
    .required("line", integer(atLeast: 1).said("行", "从 1 数起。", "From 1.")),
    .required("start", integer(atLeast: 0).said("起点", "起点在 UTF-8 文本中的字节偏移。", "Byte offset in the UTF-8 text.")),
  ]
  static let range = object(position).said("原文位置", "原文中的一段。", "A stretch of the source.")

  static let producer = object([
    .required(
      "evidence",
      array(
        of: object([
          .required("name", text.said("名称", "文件名。", "The file's name.")), .required("sha256", hash),
        ])
      ).said("参考资料", "影响结果的词库、决定等文件及其校验值。", "The named files that the result depends on.")),
    .required("icu", text.said("ICU 版本", "ICU 库的版本。", "The version of ICU.")),
    .required("name", constant("jixiao").said("程序", "程序名。", "The program.")),
    .required(
      "options",
      Schema().with("type", .string("object")).said("选项", "影响结果的选项。", "The options that the result depends on.")),
    .required("unicode", text.said("Unicode 版本", "Unicode 标准的版本。", "The version of Unicode.")),
    .required(
      "version",
      text(matching: "^[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?$").said("版本", "程序的版本。", "The program's version.")),
  ]).said("生成者", "生成本文件的程序；相同的输入与生成者得到相同的字节。", "What made this file; the same input and producer give the same bytes.")

  /// A whole schema, ready to be printed.
  func document(_ name: String, definitions: [(String, Schema)] = []) -> Schema {
    let schema = with("$schema", .string("https://json-schema.org/draft/2020-12/schema"))
      .with("$id", .string("urn:jixiao:schema:" + name))
    return definitions.isEmpty ? schema : schema.with("$defs", definitions)
  }
}
