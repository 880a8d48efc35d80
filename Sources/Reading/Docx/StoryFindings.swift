import Provenance

/// What a story holds that its text alone does not show.
struct StoryFindings {
  var insertions = 0
  var deletions = 0
  var deletedCharacters = 0
  var deletedRows = 0
  var deletedCells = 0
  var moves = 0
  /// Ends of paragraphs that were inserted, deleted or moved.
  var marks = 0
  /// Spans that are no number of columns.
  var badSpans = 0
  /// Documents of other formats inside this one.
  var chunks = 0
  /// What pictures say that they show.
  var pictures: [String] = []

  var hasChanges: Bool { insertions + deletions + deletedRows + deletedCells + moves + marks > 0 }

  func report(hidden: [SourceRange], to diagnostics: inout [Diagnostic]) {
    if hasChanges { diagnostics.append(.trackedChanges(self)) }
    if !hidden.isEmpty { diagnostics.append(.hiddenText(hidden)) }
    if badSpans > 0 { diagnostics.append(.badSpans(badSpans)) }
    if chunks > 0 { diagnostics.append(.chunks(chunks)) }
  }
}

extension Diagnostic {
  fileprivate static func trackedChanges(_ findings: StoryFindings) -> Diagnostic {
    Diagnostic(
      "tracked-changes", .note,
      Message(
        zh: """
          文件中有未接受的修订：插入 \(findings.insertions) 处，删除 \(findings.deletions) 处（共 \(findings.deletedCharacters) 字，\
          含整行 \(findings.deletedRows) 行、单元格 \(findings.deletedCells) 个），移动 \(findings.moves) 处，增删段落标记 \(findings.marks) 个。已按接受全部修订后的内容读取，\
          请确认这就是定稿。
          """,
        en: """
          The file holds tracked changes: \(findings.insertions) insertions, \(findings.deletions) deletions \
          (\(findings.deletedCharacters) characters in all, with \(findings.deletedRows) whole rows and \
          \(findings.deletedCells) cells), \(findings.moves) moves, and changes to \(findings.marks) ends of paragraphs. It was read as if all were \
          accepted; make sure that this is the final text.
          """))
  }

  fileprivate static func hiddenText(_ places: [SourceRange]) -> Diagnostic {
    Diagnostic(
      "hidden-text", .note,
      Message(
        zh: "文件中有 \(places.count) 处设为“隐藏”的文字，已照样读取。请确认它们属于正文。",
        en: "\(places.count) stretches of the text are formatted as hidden; they were read. Make sure that they belong."
      ),
      at: Array(places.prefix(20)))
  }

  fileprivate static func badSpans(_ count: Int) -> Diagnostic {
    Diagnostic(
      "span-out-of-range", .warning,
      Message(
        zh: "有 \(count) 个单元格跨列的数目不在 1 至 \(DocxLimits.columns) 之间，已按最近的合理数目处理。请检查文件是否损坏。",
        en: """
          \(count) cells span a number of columns that is not within 1 and \(DocxLimits.columns); the nearest was taken. \
          Check whether the file is damaged.
          """))
  }

  fileprivate static func chunks(_ count: Int) -> Diagnostic {
    Diagnostic(
      "embedded-document", .warning,
      Message(
        zh: "文件中嵌有 \(count) 个其他格式的文档片段，其内容没有读取。请在 Word 或 WPS 中打开并另存为 .docx。",
        en: """
          \(count) documents of other formats are embedded in the file, and were not read. Open it in Word or WPS and save \
          it as .docx.
          """))
  }
}
