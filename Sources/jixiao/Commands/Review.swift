internal import ArgumentParser
internal import Ingestion
internal import Provenance
internal import Publishing
internal import Reviewing

struct Review: ParsableCommand {
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

  @OptionGroup var decisions: DecisionsOption

  @OptionGroup var spelling: SpellingOption

  @Option(help: "单个文件的大小上限（字节）。 · The largest file that is read, in bytes.")
  var maxBytes = 64 << 20

  @OptionGroup var language: LanguageOption

  func run() throws {
    let language = language.chosen
    // Read as `convert` will; but the page shows what there is to decide about, and what was decided beside it.
    let decided = try decisions.readWithBytes(maxBytes, language)?.bytes
    let pipeline = try Pipeline(
      ConversionOptions(
        year: year, speller: try spelling.read(maxBytes, language), refusesSpelling: spelling.noSpelling))
    var arguments = RawArguments()
    var (batch, isFailed) = ReviewInputs.read(
      paths == ["-"] ? nil : arguments.paths(paths), pipeline, maxBytes, language)
    if let decided { batch.decided = DecisionLine.lines(of: decided) }
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
