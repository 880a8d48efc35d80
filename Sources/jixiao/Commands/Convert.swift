internal import ArgumentParser
internal import Ingestion
internal import Provenance
internal import Publishing

struct Convert: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "转换文件和文件夹。 · Converts files and folders.",
    discussion: """
      每个部门、每个年度输出一个 JSON 文件，另有 manifest.json 记录每个输入、输出及失败原因。未改动的输入不再转换。
      One JSON file a department and year, and manifest.json with every input, its outputs, and what failed and why.
      Inputs that have not changed are not converted again.

        jixiao convert Corpus -o Output
        jixiao convert a.txt b.txt --year 2022
        jixiao convert Corpus --decisions decisions.jsonl
        cat a.txt | jixiao convert -             结果写到标准输出 · prints the result
      """)

  @Argument(help: "文件、文件夹，或 - 表示标准输入。 · Files, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Option(name: [.short, .long], help: "输出文件夹。 · Output folder.", completion: .directory)
  var output: String?

  @Option(name: [.short, .long], help: "同时转换几个文件。默认为处理器数。 · Files at a time; the number of processors unless given.")
  var jobs: Int?

  @Option(help: "年度，优先于文中所写。 · The filings' year, over what they say.")
  var year: Int?

  @OptionGroup var decisions: DecisionsOption

  @OptionGroup var spelling: SpellingOption

  @OptionGroup var office: OfficeOption

  @Option(help: "编号相同、内容不同时以哪个为准：路径开头或扩展名，可多次给出。 · Which input wins an id: a path's beginning or ending.")
  var prefer: [String] = []

  @OptionGroup var limits: LimitOptions

  @Flag(help: "未改动的也重新转换。 · Converts what has not changed, too.")
  var force = false

  @Flag(help: "删除本次没有输入的旧输出。 · Removes outputs of inputs that are not given any more.")
  var prune = false

  @Flag(name: [.short, .long], help: "只在有失败时显示信息。 · Says nothing unless something fails.")
  var quiet = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs 应在 1 到 1024 之间。 · --jobs must be from 1 to 1024.")
    }
    if let year, !(1990...2099).contains(year) {
      throw ValidationError("--year 应在 1990 到 2099 之间。 · --year must be from 1990 to 2099.")
    }
    if output == "" || paths.contains("") {
      throw ValidationError("路径不能为空。 · A path must not be empty.")
    }
    if paths.contains("-"), paths.count > 1 {
      throw ValidationError("- 不能与其他路径一起给出。 · - cannot be given with other paths.")
    }
  }

  func run() async throws {
    let language = language.chosen
    let options = ConversionOptions(
      year: year, decisions: try decisions.read(limits.maxBytes, language),
      speller: try spelling.read(limits.maxBytes, language),
      refusesSpelling: spelling.noSpelling, office: office.office, limits: limits.docx)
    if paths == ["-"] {
      try convertStandardInput(options, language)
      return
    }
    var arguments = RawArguments()
    var batch = Batch(
      converting: arguments.paths(paths), into: arguments.path(output ?? "Output"), options: options)
    batch.jobs = jobs ?? Terminal.processors
    batch.archives = limits.archives
    batch.maxBytes = limits.maxBytes
    batch.force = force
    batch.prune = prune
    batch.prefer = prefer
    let meter = quiet ? nil : ProgressMeter(language: language)
    let interruption = Interruption.atSignals()
    let result: BatchResult
    do {
      result = try await batch.run(until: interruption) { meter?.show($0) }
    } catch {
      meter?.clear()
      Terminal.complain("\(output ?? "Output"): \(language.choose(error.message))")
      throw Exit.trouble
    }
    meter?.clear()
    report(result, language)
    if result.isInterrupted { throw ExitCode(128 + max(2, interruption.signal)) }
    if result.failed > 0 { throw Exit.found }
  }

  private func report(_ result: BatchResult, _ language: Language) {
    for failed in result.failures {
      Terminal.complain(failed.path, failed.failure, language)
    }
    if case let rest = result.untold, rest > 0 {
      Terminal.complain(language.choose("另有 \(rest) 个失败，见 manifest.json。", "\(rest) more failed; see manifest.json."))
    }
    reportStale(result.staleDecisions, language)
    if quiet, result.failed == 0, !result.isInterrupted { return }
    Terminal.complain(BatchSummary(result, output: output ?? "Output").text(language))
  }

  /// As many are named one by one.
  private static let namedDecisions = 20

  private func reportStale(_ stale: [PlaceDecision], _ language: Language) {
    let file = decisions.decisions ?? ""
    for decision in stale.prefix(Self.namedDecisions) {
      Terminal.complain(
        "\(file):\(decision.line)",
        Diagnostic(
          "decision-stale", .warning,
          Message(
            zh: "没有与键“\(decision.key)”相符的更正，这条决定未采用：原文或建议可能已改，或所属文件不在输入之中。请核对后删去或重新决定。",
            en:
              "No correction has the key \(decision.key), so the decision was not obeyed: the text or the proposal has "
              + "changed, or its file is not among the inputs. Check it, then remove it or decide again.")), language)
    }
    let rest = stale.count - Self.namedDecisions
    if rest > 0 {
      Terminal.complain(
        language.choose("另有 \(rest) 条决定失效，见 manifest.json。", "\(rest) more decisions are stale; see manifest.json."))
    }
  }

  /// Prints the filings of standard input, one JSON text after the other; or writes each into the output folder.
  private func convertStandardInput(_ options: ConversionOptions, _ language: Language) throws {
    let bytes = try CommandInput.read("-", limits.maxBytes, language)
    let conversion = try Ingestion.convert(bytes, path: "stdin", options: options)
    if let failure = conversion.failure {
      Terminal.complain("-", failure, language)
      throw Exit.found
    }
    reportStale(conversion.staleDecisions(options), language)
    if let output {
      do throws(Failure) {
        var arguments = RawArguments()
        try conversion.write(into: arguments.path(output))
      } catch {
        Terminal.complain(output, error, language)
        throw Exit.trouble
      }
    } else {
      var stream = StandardOutput()
      for output in conversion.outputs { stream.write(output.bytes) }
      try stream.end(language)
    }
  }
}
