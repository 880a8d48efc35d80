internal import ArgumentParser
internal import Comparing
internal import Ingestion
internal import Provenance
internal import Publishing

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "比较两个或多个年度。 · Tells what changed between years.",
    discussion: """
      可给出旧、新两个文件或文件夹（转换所得的 JSON 或原文），也可给出一个含多个年度的文件夹。
      Two files or folders, the old and the new (converted JSON, or sources), or one folder with several years.

        jixiao diff Output/2021 Output/2022
        jixiao diff Output -o changes.json -o changes.csv -o changes.html
        jixiao diff Output --write-crosswalk crosswalk.csv   在电子表格中改正对应关系 · correct the matches in a spreadsheet
        jixiao diff Output --crosswalk crosswalk.csv --fail-on threshold.looser,project.ended

      退出码：0 没有变化，1 有变化，2 出错。 · Exit status: 0 same, 1 different, 2 trouble.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, csv, patch, html
  }

  @Argument(
    help: "旧、新两边，或一个含多个年度的文件夹。 · The old and the new side, or one folder with several years.", completion: .file())
  var paths: [String]

  @Option(help: "屏幕输出的格式：text、json、jsonl、csv、patch、html。 · The format on standard output.")
  var format = Format.text

  @Option(
    name: [.short, .customLong("output")],
    help: "写入文件，格式由扩展名决定；可多次给出。 · Writes a file, in the format that its name ends in; may be repeated.",
    completion: .file())
  var output: [String] = []

  @Option(
    help: "人工确认的对应表（crosswalk.csv）。 · What people said about which project is which.",
    completion: .file(extensions: ["csv"]))
  var crosswalk: String?

  @Option(help: "把找到的对应关系写成对应表。 · Writes the matches found as a crosswalk.", completion: .file(extensions: ["csv"]))
  var writeCrosswalk: String?

  @Option(
    help: "只有出现这些变化时退出码才为 1，如 threshold.looser,project.*。 · Exit status 1 only for these kinds of change.",
    transform: ChangeKinds.init(argument:))
  var failOn: ChangeKinds?

  @Option(help: "原文的年度，优先于文中所写。 · The year of sources, over what they say.")
  var year: Int?

  @OptionGroup var decisions: DecisionsOption

  @OptionGroup var spelling: SpellingOption

  @OptionGroup var office: OfficeOption

  @Option(help: "单个文件的大小上限（字节）。 · The largest file that is read, in bytes.")
  var maxBytes = 1 << 30

  @OptionGroup var language: LanguageOption

  mutating func validate() throws {
    guard (1...2).contains(paths.count) else {
      throw ValidationError("请给出一个或两个路径。 · Give one path or two.")
    }
    for name in output where OutputFormat(name) == nil {
      throw ValidationError(
        "无法从“\(name)”的扩展名得知格式（.json、.jsonl、.csv、.html、.patch）。 · The name \(name) doesn't say a format.")
    }
  }

  func run() async throws {
    let language = language.chosen
    var loader = ComparisonLoader(maxBytes: maxBytes, language: language) {
      [decisions, spelling, office, maxBytes, year] in
      ConversionOptions(
        year: year, decisions: try decisions.read(maxBytes, language), speller: try spelling.read(maxBytes, language),
        refusesSpelling: spelling.noSpelling, office: office.office)
    }
    let comparisons = try await loader.comparisons(paths, crosswalk: crosswalk)
    let report = ChangesReport(comparisons)
    if let writeCrosswalk {
      try loader.write(report.crosswalk(confirmed: loader.crosswalk).bytes, to: writeCrosswalk)
    }
    for name in output {
      guard let format = OutputFormat(name) else { continue }
      try loader.write(try report.bytes(format.format, language, loader), to: name)
    }
    var stream = StandardOutput()
    if format != .text {
      stream.write(try report.bytes(format, language, loader))
    } else if output.isEmpty {
      await report.writeText(language, to: &stream)
    }
    try stream.end(language)
    if loader.isTroubled { throw Exit.trouble }
    let kinds = comparisons.years.flatMap { $0.comparison.changes.map(\.kind) }
    let isFound = failOn.map { failOn in kinds.contains { failOn.kinds.contains($0) } } ?? !kinds.isEmpty
    if isFound { throw Exit.found }
  }

  /// The format that a file's name asks for.
  private struct OutputFormat {
    let format: Format

    init?(_ name: String) {
      guard let dot = name.lastIndex(of: "."), let format = Format(rawValue: String(name[name.index(after: dot)...])),
        format != .text
      else { return nil }
      self.format = format
    }
  }
}

/// Kinds of change as the command line names them: `threshold.looser`, or `project.*` for all that begin so.
struct ChangeKinds {
  let kinds: Set<Change.Kind>

  init(argument: String) throws {
    var kinds: Set<Change.Kind> = []
    for word in argument.split(whereSeparator: { $0 == "," || $0 == " " }) {
      let found = Change.Kind.allCases.filter { kind in
        word.hasSuffix("*") ? kind.rawValue.hasPrefix(word.dropLast()) : kind.rawValue == word
      }
      guard !found.isEmpty else {
        let known = Change.Kind.allCases.map(\.rawValue).joined(separator: "、")
        throw ValidationError("没有名为“\(word)”的变化；可用的有：\(known)。 · There is no kind of change \(word).")
      }
      kinds.formUnion(found)
    }
    self.kinds = kinds
  }
}
