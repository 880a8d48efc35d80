extension Schema {
  /// One line of `jixiao check --format json-lines`.
  static let finding = object([
    .required("column", integer(atLeast: 1).orNull.said("列", "第一处的列号。", "The column of the first place.")),
    .required("end", integer(atLeast: 0).orNull.said("终点", "第一处终点的字节偏移。", "Where the first place ends.")),
    .required("file", text.said("文件", "相对于输入文件夹的路径。", "The path relative to the input root.")),
    .required("id", name.said("种类", "检查项的固定名称。", "The stable name of the kind of finding.")),
    .required("line", integer(atLeast: 1).orNull.said("行", "第一处的行号。", "The line of the first place.")),
    .required("message", message),
    .required("path", pointer.orNull),
    .required("severity", severity),
    .required("source", array(of: range).said("原文位置", "涉及的各处，按原文顺序。", "Every place concerned, in reading order.")),
    .required("start", integer(atLeast: 0).orNull.said("起点", "第一处起点的字节偏移。", "Where the first place begins.")),
  ]).said("检查结果", "一条检查结果；针对整个文件的结果没有位置。", "One finding; one about a whole file has no place.")
    .document("finding:1")
}
