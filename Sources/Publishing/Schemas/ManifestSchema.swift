extension Schema {
  /// The format `jixiao.manifest/1`.
  static let manifest = object([
    .required("format", constant("jixiao.manifest/1").said("格式", "格式名称与版本。", "The format and its version.")),
    .required("inputs", array(of: input).said("输入", "每个输入文件的结果，按路径排列。", "What became of each input, by path.")),
    .required("producer", producer),
    .required("producerKey", producerKey),
    .optional(
      "staleDecisions",
      array(
        of: object([
          .required("key", text.said("键", "决定所针对的更正的键。", "The key of the correction that was decided.")),
          .required("line", integer(atLeast: 1).said("行", "在决定文件中的行号。", "Its line in the decisions file.")),
        ]), atLeast: 1
      ).said("失效的决定", "没有任何更正与之相符的单处决定：原文已改，或文件不在其中。", "Decisions about places that hold for no correction.")),
    .required(
      "totals",
      object([
        .required("bytes", count("输入字节数", "Bytes of all inputs.")),
        .required("converted", count("已转换", "Inputs converted.")),
        .required("duplicates", count("重复", "Inputs that repeat another.")),
        .required("errors", count("错误数", "Errors found.")),
        .required("failed", count("失败", "Inputs that failed.")),
        .required("inputs", count("输入数", "Inputs.")),
        .required("notes", count("提示数", "Notes made.")),
        .required("outputs", count("输出数", "Files written.")),
        .required("warnings", count("警告数", "Warnings given.")),
      ]).said("合计", "清单各项的合计。", "The sums over the inputs.")),
  ]).said("转换清单", "一批转换的输入、输出与校验值。", "What a batch read and wrote, with hashes of each.")
    .document("manifest:1")

  private static let input = object([
    .optional(
      "bytes", integer(atLeast: 0).said("字节数", "输入文件的大小；无法读取时没有此项。", "The input's size; absent if unreadable.")),
    .optional(
      "claims",
      array(of: object(output + [.optional("reason", problem)]))
        .said("未写出的结果", "与其他输入相同或冲突、因而没有写出的结果。", "What another input stands for, or contradicts.")),
    .optional(
      "convertedBy",
      text.said("先行转换", "读取前把文件转换为 .docx 的程序及其版本。", "The program that turned the file into a .docx first.")),
    .optional(
      "decisions",
      array(of: text, atLeast: 1).said("已用的决定", "对本文件中某处更正有效的单处决定的键。", "The keys of the decisions that hold here.")),
    .optional("error", problem),
    .required("errors", count("错误数", "Errors found.")),
    .required("notes", count("提示数", "Notes made.")),
    .required("outputs", array(of: object(output)).said("输出", "写出的文件。", "The files written.")),
    .required("path", text.said("路径", "相对于输入文件夹的路径。", "The path relative to the input root.")),
    .required("producerKey", producerKey),
    .optional("sha256", hash),
    .required(
      "status",
      choice(["converted", "duplicate", "failed"]).said(
        "状态", "converted：已转换；duplicate：与另一输入重复；failed：失败。", "What became of the input.")),
    .required("warnings", count("警告数", "Warnings given.")),
  ]).said("输入", "一个输入文件。", "One input.")

  private static let output: [Member] = [
    .required("bytes", integer(atLeast: 0).said("字节数", "输出文件的大小。", "The file's size.")),
    .required("canonicalSha256", hash.said("规范校验值", "同一内容按 RFC 8785 书写时的 SHA-256。", "SHA-256 of the RFC 8785 bytes.")),
    .required(
      "contentSha256", hash.said("内容校验值", "不含来源与出处的内容的 SHA-256。", "SHA-256 of what it says, without source and places.")
    ),
    .required("file", text.said("文件", "相对于输出文件夹的路径。", "The path relative to the output folder.")),
    .required("id", text.said("标识", "绩效目标文本的标识。", "The filing's id.")),
    .required("sha256", hash),
  ]

  static let problem = object([
    .required("id", name.said("种类", "问题的固定名称。", "The stable name of the kind of problem.")),
    .required("message", message),
  ]).said("问题", "没有输出的原因。", "Why there is no output.")

  private static let producerKey = text(matching: "^[0-9a-f]+$")
    .said(
      "生成者键", "生成者描述的校验值开头；不同则须重新转换。",
      "The beginning of the hash over the producer; another one asks for another conversion.")

  private static func count(_ title: String, _ en: String) -> Schema {
    integer(atLeast: 0).said(title, "合计或个数。", en)
  }
}
