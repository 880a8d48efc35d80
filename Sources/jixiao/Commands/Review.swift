internal import ArgumentParser
internal import Ingestion
internal import Normalizing
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
    var batch = ReviewBatch()
    if let decided { batch.decided = DecisionLine.lines(of: decided) }
    var arguments = RawArguments()
    var isFailed = false
    let inputs = paths == ["-"] ? nil : InputFiles(arguments.paths(paths), maxBytes: maxBytes)
    let standard = InputFiles.Input(path: "stdin", display: "-", content: .success([]))
    for input in inputs?.makeIterator() ?? AnyIterator(CollectionOfOne(standard).makeIterator()) {
      do throws(Failure) {
        let content = inputs == nil ? StandardInput.read(limit: maxBytes) : input.content
        let result = try pipeline.filings(try content.get(), path: input.path)
        do {
          try batch.add(result.filings, of: result.document, path: input.path)
        } catch {
          throw Failure.undigested
        }
      } catch {
        Terminal.complain(input.display, error, language)
        try? batch.add(unreadable: input.path, id: error.id, error.message)
        isFailed = true
      }
    }
    try write(batch, &arguments, language)
    if isFailed { throw Exit.found }
  }

  private func write(_ batch: ReviewBatch, _ arguments: inout RawArguments, _ language: Language) throws {
    let rules =
      FindingKinds.all
      + Rule.all.map { FindingKind(id: $0.id, summary: $0.summary, rationale: $0.rationale, severity: .note) }
      + SpellingRule.all.map { FindingKind(id: $0.id, summary: $0.summary, rationale: $0.rationale, severity: .note) }
    do {
      // The locale does not choose the page's language: the same inputs give the same page anywhere.
      let page = try ReviewPage.html(batch, rules: rules, language: self.language.language ?? .zh)
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
