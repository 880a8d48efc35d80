internal import ArgumentParser
internal import Ingestion
internal import Provenance
internal import Publishing
internal import Reviewing

struct Review: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "生成审核页面：逐条查看并决定更正和建议。 · Makes a page on which people decide about repairs.",
    discussion: """
      一个网页文件，不联网，用浏览器打开即可；决定保存在浏览器里，导出为 decisions.jsonl 后由 convert --decisions 执行。
      One page that needs no network: open it in a browser. Decisions stay in the browser and are exported as
      decisions.jsonl, which `convert --decisions` obeys.

        jixiao review Corpus -o review.html
        jixiao review Corpus --decisions decisions.jsonl      接着审核 · goes on from there
        jixiao convert Corpus --decisions decisions.jsonl
      """)

  @Argument(help: "文件、文件夹，或 -。 · Files, folders, or -.", completion: .file())
  var paths: [String]

  @Option(name: [.short, .long], help: "输出的网页文件。 · The page to write.", completion: .file())
  var output = "review.html"

  @Option(help: "年度，优先于文中所写。 · The filings' year, over what they say.")
  var year: Int?

  @Option(help: "人工确认的对应表（crosswalk.csv），接着审核。 · The matches confirmed so far.", completion: .file(extensions: ["csv"]))
  var crosswalk: String?

  @OptionGroup var decisions: DecisionsOption

  @OptionGroup var spelling: SpellingOption

  @OptionGroup var office: OfficeOption

  @OptionGroup var limits: LimitOptions

  @OptionGroup var language: LanguageOption

  func run() async throws {
    let language = language.chosen
    // Read as `convert` will; but the page shows what there is to decide about, and what was decided beside it.
    let decided = try decisions.readWithBytes(limits.maxBytes, language)?.bytes
    let options = ConversionOptions(
      year: year, speller: try spelling.read(limits.maxBytes, language), refusesSpelling: spelling.noSpelling,
      office: office.office, limits: limits.docx)
    let pipeline = try Pipeline(options)
    var arguments = RawArguments()
    var (batch, isFailed) = ReviewInputs.read(
      paths == ["-"] ? nil : arguments.paths(paths), pipeline, limits, language)
    if let decided { batch.decided = DecisionLine.lines(of: decided) }
    if paths != ["-"], Set(batch.filings.map(\.year)).count > 1 {
      // What cannot be compared (a filing without a year, one given twice) costs the matches alone, and is said.
      var loader = ComparisonLoader(maxBytes: limits.maxBytes, language: language) { options }
      if let comparisons = try? await loader.years(paths, crosswalk: crosswalk) {
        batch.matches = ReviewMatches.items(of: comparisons)
      }
    }
    try write(batch, &arguments, language)
    if isFailed { throw Exit.found }
  }

  private func write(_ batch: ReviewBatch, _ arguments: inout RawArguments, _ language: Language) throws {
    do {
      // The locale does not choose the page's language: the same inputs give the same page anywhere.
      let page = try ReviewPage.html(batch, rules: RuleDescriptions.all, language: self.language.language ?? .zh)
      try writeFile(page, to: arguments.path(output))
    } catch let error as Failure {
      Terminal.complain(output, error, language)
      throw Exit.trouble
    }
    let count = batch.items.count
    Terminal.complain(
      language.choose(
        "\(batch.filings.count) 份文本、\(count) 条待审核，写入 \(output)；请用浏览器打开。",
        "\(count) items of \(batch.filings.count) filings in \(output); open it in a browser."))
  }
}
