internal import ArgumentParser
internal import Exporting
internal import Ingestion
internal import Provenance
internal import Publishing

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "导出到数据库、电子表格和数据文件。 · Exports to databases, spreadsheets and data files.",
    discussion: """
      来源是 convert 的输出文件夹，也可以是绩效文本（在内存中转换）。同一目标可反复导出，只改动有变化的行。
      The source is an output folder of `convert`, or filings, which are converted in memory. A target of an earlier export
      is brought up to date; one that isn't ours is never overwritten without --force.

        jixiao export Output -o 绩效.sqlite
        jixiao export Output -o 绩效.xlsx
        jixiao export Output --to csv --bom -o 绩效表
        jixiao export Output --to jsonl -o rows
        jixiao export Output --to postgres -o load && (cd load && psql -f load.sql)
        jixiao export Output --to jsonl -o feed --since old-manifest.json    只导出变化 · only what changed
      """)

  @Argument(help: "输出文件夹、绩效文本，或变更文件（*changes.jsonl）。 · Output folders, filings, changes.", completion: .file())
  var sources: [String]

  @Option(help: "sqlite、excel、csv、jsonl 或 postgres；默认按目标的扩展名。 · The format; by the target's extension unless given.")
  var to: ExportTarget?

  @Option(
    name: [.short, .long], help: "目标文件（sqlite、excel）或文件夹（csv、jsonl、postgres）。 · The target file or folder.",
    completion: .file())
  var output: String

  @Option(help: "只导出自这份旧清单以来的变化。 · Only what changed since this older manifest.", completion: .file())
  var since: String?

  @Flag(help: "CSV 以 BOM 开头，供 Excel 识别。 · Begins CSV files with a byte order mark, for Excel.")
  var bom = false

  @Flag(help: "CSV 不防公式：文字一律照原样写。 · Writes CSV texts as they are, even those that look like formulas.")
  var noGuard = false

  @Flag(help: "保留数据库中本次没有导出的文本。 · Keeps filings in the database that are not exported this time.")
  var keep = false

  @Flag(help: "覆盖不是 jixiao 导出的目标。 · Overwrites a target that isn't ours.")
  var force = false

  @Option(help: "数据库被占用时等待的秒数。 · Seconds to wait for a locked database.")
  var wait = 10.0

  @Option(help: "年度，优先于文中所写（仅在内存转换时）。 · The filings' year, where they are converted.")
  var year: Int?

  @Flag(help: "不更正错字（仅在内存转换时）。 · Leaves the spelling alone, where filings are converted.")
  var noSpelling = false

  @Option(help: "决定文件（仅在内存转换时）。 · Decisions, where filings are converted.", completion: .file())
  var decisions: String?

  @Option(help: "单个文件的大小上限（字节）。 · The largest file that is read, in bytes.")
  var maxBytes = 64 << 20

  @Flag(name: [.short, .long], help: "只在有问题时显示信息。 · Says nothing unless something fails.")
  var quiet = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if output.isEmpty || sources.contains("") { throw ValidationError("路径不能为空。 · A path must not be empty.") }
    if to == nil, ExportTarget(inferredFrom: output) == nil {
      throw ValidationError("请用 --to 说明格式。 · Say the format with --to.")
    }
    if !(0...3600).contains(wait) {
      throw ValidationError("--wait 应在 0 到 3600 之间。 · --wait must be from 0 to 3600.")
    }
    if maxBytes < 1 { throw ValidationError("--max-bytes 应为正数。 · --max-bytes must be positive.") }
  }

  func run() throws {
    let language = language.chosen
    let result: ExportResult
    do {
      result = try export(try source(language))
    } catch let error as ExportError {
      Terminal.complain(language.choose(error.message))
      throw Exit.trouble
    } catch let error as Failure {
      Terminal.complain(language.choose(error.message))
      throw Exit.trouble
    }
    for failure in result.failures { Terminal.complain(language.choose(failure.message)) }
    for note in result.notes { Terminal.complain(language.choose(note)) }
    if !quiet { Terminal.complain(ExportSummary(result, output: output).text(language)) }
    if !result.failures.isEmpty { throw Exit.found }
  }

  private func source(_ language: Language) throws -> ExportSource {
    var arguments = RawArguments()
    let paths = sources.map { (text: $0, bytes: arguments.path($0)) }
    let old = since.map { (text: $0, bytes: arguments.path($0)) }
    let decided = try decisions.map { try CommandInput.read($0, maxBytes, language) }
    let changeFiles = paths.filter { $0.text.hasSuffix("changes.jsonl") }
    var changes: [[Cell]]?
    for file in changeFiles {
      let bytes = try CommandInput.read(file.text, max(maxBytes, 1 << 30), language)
      changes = (changes ?? []) + (try ChangesFile.rows(of: bytes, file.text))
    }
    let inputs = try ExportInputs(
      paths.filter { path in !changeFiles.contains { $0.text == path.text } }, since: old, maxBytes: maxBytes
    ) { [year, noSpelling, decisions] in
      try FilingConverter(
        year: year, decisions: decided, decisionsName: decisions ?? "decisions.jsonl", spelling: !noSpelling)
    }
    return ExportSource(inputs.items, removed: inputs.removed, changes: changes)
  }

  private func export(_ source: ExportSource) throws -> ExportResult {
    switch to ?? ExportTarget(inferredFrom: output) ?? .sqlite {
    case .sqlite:
      var export = SQLiteExport(path: output)
      export.force = force
      export.keep = keep
      export.patience = wait
      return try export.run(source)
    case .csv, .jsonl:
      var export = TextExport(folder: output, format: to == .jsonl ? .jsonl : .csv)
      export.force = force
      export.hasByteOrderMark = bom
      export.guardsFormulas = !noGuard
      return try export.run(source)
    case .excel:
      var export = WorkbookExport(path: output)
      export.force = force
      return try export.run(source)
    case .postgres:
      var export = PostgreSQLExport(folder: output)
      export.force = force
      export.keep = keep
      return try export.run(source)
    }
  }
}

extension ExportTarget: ExpressibleByArgument {}

/// What an export did, a line a table.
struct ExportSummary {
  private let result: ExportResult
  private let output: String

  init(_ result: ExportResult, output: String) {
    self.result = result
    self.output = output
  }

  func text(_ language: Language) -> String {
    language.choose(zh, en, separator: "\n")
  }

  private var zh: String {
    (["已导出到 \(output)："]
      + result.counts.map { name, title, counts in
        "  \(title.zh)（\(name)）：新增 \(counts.inserted)，更新 \(counts.updated)，未变 \(counts.unchanged)，删除 \(counts.removed)"
      }).joined(separator: "\n")
  }

  private var en: String {
    (["Exported to \(output):"]
      + result.counts.map { name, _, counts in
        "  \(name): \(counts.inserted) inserted, \(counts.updated) updated, \(counts.unchanged) unchanged, "
          + "\(counts.removed) removed"
      }).joined(separator: "\n")
  }
}
