extension Schema {
  /// One line of what `jixiao worker` writes: a filing, or why a document gave none.
  static let workerLine = oneOf([
    object(
      [
        .required(
          "canonicalSha256",
          hash.said("规范校验值", "filing 按 RFC 8785 书写时的 SHA-256。", "SHA-256 of the RFC 8785 bytes of the filing.")),
        .required("filing", reference("filing")),
        .required(
          "part", integer(atLeast: 1).said("第几份", "该文档的第几份文本，从 1 数起。", "Which filing of the document, from 1.")),
        .required("parts", integer(atLeast: 1).said("份数", "该文档共有几份文本。", "How many filings the document holds.")),
      ] + workerCommon(text.said("标识", "输入行所给的标识。", "The id that the input line gave."))
    ).said("文本", "一份绩效目标文本。", "A filing."),
    object(
      [.required("error", problem)]
        + workerCommon(
          text.orNull.said(
            "标识", "输入行所给的标识；该行读不出时为 null。", "The id that the input line gave; null where it could not be read."))
    ).said("错误", "该文档没有结果的原因。", "Why a document gave nothing."),
  ]).said("输出行", "一份文本，或一个错误。", "A filing, or an error.")
    .document("worker-line:1", definitions: filingDefinitions + [("filing", filingObject)])

  private static func workerCommon(_ id: Schema) -> [Member] {
    [
      .required(
        "document",
        integer(atLeast: 1).said("文档序号", "输入中的第几个文档，空行不计。", "Which document of the input; blank lines do not count.")),
      .required("id", id),
      .required("line", integer(atLeast: 1).said("行号", "输入中的行号。", "The line of the input.")),
    ]
  }
}
