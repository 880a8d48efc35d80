internal import JSON

/// What a filing says of itself: where values stand, what was changed, what was found.
extension Schema {
  static let places = map(
    names: pointer,
    to: array(
      of: object(
        position + [
          .required("text", anyText.said("原文", "该处的文字，照原文。", "What stands there, as filed.")),
          .required(
            "role",
            choice(["value", "unit", "name", "code"]).said(
              "作用", "value：值本身；unit：单位；name、code：据以推断的名称、编码。",
              "What the place says: the value, its unit, or the name or code that implies it.")),
          .optional("part", Schema.text.said("部件", "Word 文件中的部件，如 word/document.xml。", "The part of a Word file.")),
          .optional(
            "paragraph", integer(atLeast: 1).said("段落", "部件中的第几段，从 1 数起。", "The paragraph in its part, from 1.")),
          .optional(
            "run",
            integer(atLeast: 0).said("文字块", "段落中的第几块；0 为自动编号。", "The run in its paragraph; 0 for a list's number.")),
          .optional(
            "character", integer(atLeast: 1).said("字", "块中的第几个字符，从 1 数起。", "The character in its run, from 1.")),
        ]), atLeast: 1)
  ).said("出处", "每个值在原文中的位置，以 JSON 指针为键。", "Where each value stands in the source, by JSON pointer.")

  static let correction = object([
    .required(
      "key",
      text(matching: "^[0-9a-f]{16}$").said("键", "各次运行、各版本间不变的键。", "The same in every run and version.")),
    .required("order", integer(atLeast: 0).said("次序", "采用的先后次序。", "The order in which it was applied.")),
    .required("path", pointer),
    .required("rule", name.said("规则", "规则的固定名称。", "The rule's stable name.")),
    .required("certainty", certainty),
    .required("applied", bool.said("已采用", "否则仅为建议。", "Otherwise a suggestion.")),
    .required(
      "at",
      integer(atLeast: 0).said("位置", "更正前文本中的 UTF-8 偏移。", "The UTF-8 offset in the leaf's text just before this edit.")),
    .required("filed", anyText.said("原文", "该字段的原文全文。", "The whole text of the leaf as filed.")),
    .required("before", anyText.said("更正前", "被替换的文字；补上文字时为空。", "What is replaced; empty for an insertion.")),
    .required("after", anyText.said("更正后", "替换成的文字；删去文字时为空。", "What replaces it; empty for a deletion.")),
    .required("source", array(of: reference("range")).said("原文位置", "更正对应的原文。", "What it stands for in the source.")),
    .required("evidence", array(of: evidence).said("依据", "支持这一更正的证据。", "The witnesses for it.")),
    .optional("verdict", verdict),
  ]).said("更正", "一处更正或建议。", "One repair or suggestion.")
    .with("if", certaintyIs("possible"))
    .with("then", Schema().with("properties", [("applied", Schema().with("const", false))]))

  private static func certaintyIs(_ name: String) -> Schema {
    Schema().with("properties", [("certainty", constant(name))]).with("required", strings: ["certainty"])
  }

  private static let verdict = object([
    .optional(
      "after", anyText.said("原建议", "人工改写时，规则原来建议的文字。", "What the rule proposed, where a person wrote something else.")),
    .optional("at", text.said("时间", "决定的时间，照决定文件。", "When it was decided, as the decisions file has it.")),
    .optional("by", text.said("决定人", "决定人，照决定文件。", "Who decided, as the decisions file has it.")),
    .optional("certainty", certainty),
    .required(
      "decision",
      choice(["accept", "reject", "edit", "unsure"]).said(
        "决定", "accept：接受；reject：拒绝，不采用；edit：改写；unsure：未定，照规则处理。",
        "Accepted; rejected, so not applied; applied with another text; undecided, so as the rule has it.")),
    .optional("note", text.said("说明", "决定的说明。", "A remark on the decision.")),
    .required(
      "scope",
      choice(["place", "text", "rule"]).said(
        "范围", "place：仅此处；text：同一规则的同样修改；rule：本部门的整条规则。",
        "This place; the same change by the same rule anywhere; the whole rule in this department.")),
    .optional(
      "undecided",
      anyText.said("未决定时的文字", "没有任何人工决定时该字段的全文；仅在不同时列出。", "The leaf's text without any decision, if another.")),
  ]).said("人工决定", "对这处更正的人工决定，取自决定文件。", "What a person decided about it, from the decisions file.")

  static let evidence = object([
    .required("kind", choice(kinds).said("种类", "证据的种类。", "The kind of evidence.")),
    .optional("text", anyText.said("内容", "证据的文字。", "What the witness saw.")),
    .optional("score", number.said("分值", "按种类定义，三位小数。", "As the kind defines it, with three decimals.")),
    .optional("source", reference("range")),
  ]).said("依据", "一条证据。", "One witness.")

  /// What can speak for a doubled value: words behind the number that repeat the condition, a percentage or a rate that
  /// would exceed 100, a unit that stands twice, words that need no number, or just two equal halves; and that in the Word file another run begins with the second half.
  /// For another spelling: the words before and after the repair with the logarithm of their probability, the syllables
  /// or the likeness of the shapes, a term of the domain, how often the filing has the phrase elsewhere as it is meant and
  /// as it is written, and where first, how much
  /// more often learned filings have it (a logarithm), and the probability that the repair is right.
  private static let kinds = [
    "tail", "percentage", "rate", "repetition", "qualitative", "halves", "run", "language-before", "language-after",
    "sound",
    "shape", "domain", "document", "document-written", "learned", "probability",
  ]

  static let diagnostic = object([
    .required("id", name.said("种类", "检查项的固定名称。", "The stable name of the kind of finding.")),
    .required("severity", severity),
    .required("path", pointer.orNull),
    .required("message", message),
    .required("source", array(of: reference("range")).said("原文位置", "涉及的各处。", "The places concerned.")),
  ]).said("检查结果", "一条检查结果。", "One finding.")

  static let source = object([
    .required("path", text.said("路径", "相对于输入文件夹的路径。", "The path relative to the input root.")),
    .required("sha256", hash),
    .optional(
      "asides",
      array(
        of: object([
          .required(
            "kind",
            choice(["header", "footer", "footnote", "endnote", "comment", "picture"]).said(
              "种类", "页眉、页脚、脚注、尾注、批注、图片说明。",
              "Header, footer, footnote, endnote, comment, or what a picture says that it shows.")),
          .required("part", text.said("部件", "文件中的部件名。", "The part of the file.")),
          .required("text", anyText.said("文字", "照原文。", "As filed.")),
          .optional("author", anyText.said("作者", "批注的作者。", "Who wrote the comment.")),
          .optional("anchor", reference("range")),
        ])
      ).said("正文以外", "Word 文件中正文以外的文字。", "What a Word file holds beside the text.")),
    .optional(
      "convertedBy",
      object([
        .required("name", text.said("程序", "如 LibreOffice。", "As in LibreOffice.")),
        .required("version", text.said("版本", "该程序的版本。", "The program's version.")),
        .required("textSha256", hash),
      ]).said(
        "先行转换", "读取前把文件转换为 .docx 的程序；各处位置指转换后的文字，textSha256 是该文字的散列值。",
        "The program that turned the file into a .docx first; places are in the text of that, whose hash is textSha256."
      )
    ),
    .required("bytes", integer(atLeast: 0).said("字节数", "输入文件的大小。", "The size of the input file.")),
    .required("charset", text.said("字符集", "读取时采用的字符集。", "The character set as read.")),
    .required("reader", text.said("读取方式", "如 tika-text、docx。", "As in tika-text, docx.")),
    .required("dialect", text.orNull.said("文本方言", "如 D1。", "The variety of text, as in D1.")),
    .required("accounted", number(0...1).said("归类比例", "已归类字符所占比例，1 为全部。", "The share of characters accounted for.")),
    .required(
      "characters",
      object([
        .required("fields", integer(atLeast: 0).said("字段字符数", "归入字段的字符数。", "Characters that fields took.")),
        .required("furniture", integer(atLeast: 0).said("格式字符数", "标签、编号等格式用字。", "Labels, list marks and the like.")),
        .required("unmapped", integer(atLeast: 0).said("未归类字符数", "列在 unmapped 中的字符数。", "Those under unmapped.")),
      ]).said("字符数", "全文字符（空白除外）的去向。", "Where the text's characters went, white space apart.")),
  ]).said("来源", "输入文件。", "The input file.")
}
