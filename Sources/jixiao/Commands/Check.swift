internal import ArgumentParser
internal import Ingestion
internal import Provenance
internal import Publishing
internal import Reviewing

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "列出文件中的问题，不写输出。 · Lists what is wrong with filings; writes nothing.",
    discussion: """
      文字格式附原文和位置标记；jsonl 每行一个问题；sarif 供编辑器和评审系统使用。
      As text with the source line and marks; as JSON Lines; as SARIF 2.1.0 for editors and review systems.

        jixiao check Corpus
        jixiao check 131.txt --corrections --suggestions
        jixiao check Corpus --suggestions --format jsonl   每行加上 "decision" 即为决定 · add "decision" to decide
        jixiao check Corpus --format sarif > findings.sarif
        jixiao check Corpus --letter 131 -o 函.docx   写给部门的函 · a letter to the department that filed
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl, sarif
  }

  /// The least severity that makes the exit status 1.
  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never
  }

  @Argument(help: "文件、文件夹，或 -。 · Files, folders, or -.", completion: .file())
  var paths: [String]

  @Option(help: "text、jsonl 或 sarif。 · text, jsonl or sarif.")
  var format = Format.text

  @Flag(help: "也列出已作的更正；jsonl 时只列更正。 · Lists the repairs, too; as JSON Lines, instead of the findings.")
  var corrections = false

  @Flag(help: "也列出待决定的建议；jsonl 时只列建议。 · Lists the suggestions that wait, too; as JSON Lines, instead.")
  var suggestions = false

  @Option(help: "为该部门（代码、名称或编号）写一份 Word 函件，列明须修改之处。 · Writes a letter to a department: its code, name or id.")
  var letter: String?

  @Option(name: [.short, .long], help: "函件的文件名。 · The letter's file.", completion: .file())
  var output = "letter.docx"

  @OptionGroup var decisions: DecisionsOption

  @OptionGroup var spelling: SpellingOption

  @OptionGroup var office: OfficeOption

  @Option(help: "达到此级别时退出码为 1：error、warning、note、never。 · What makes the exit status 1.")
  var failOn = Threshold.warning

  @Option(help: "年度，优先于文中所写。 · The filings' year, over what they say.")
  var year: Int?

  @OptionGroup var limits: LimitOptions

  @OptionGroup var language: LanguageOption

  func run() async throws {
    let language = language.chosen
    if format == .sarif, corrections || suggestions {
      Terminal.complain(
        language.choose("sarif 格式不列更正和建议。", "As SARIF, neither repairs nor suggestions are listed."))
    }
    let options = ConversionOptions(
      year: year, decisions: try decisions.read(limits.maxBytes, language),
      speller: try spelling.read(limits.maxBytes, language),
      refusesSpelling: spelling.noSpelling, office: office.office, limits: limits.docx)
    let pipeline = try Pipeline(options)
    if let letter { return try write(letter, pipeline, language) }
    var printer = FindingPrinter(format, language, corrections: corrections, suggestions: suggestions)
    if paths == ["-"] {
      let content = StandardInput.read(limit: limits.maxBytes)
      check(InputFiles.Input(path: "stdin", display: "-", content: content), pipeline, &printer)
    } else {
      var arguments = RawArguments()
      for input in InputFiles(arguments.paths(paths), maxBytes: limits.maxBytes, archives: limits.archives) {
        check(input, pipeline, &printer)
        if printer.isClosed { break }
      }
    }
    let counts = try printer.finish()
    let isFound =
      switch failOn {
      case .error: counts.errors > 0
      case .warning: counts.errors + counts.warnings > 0
      case .note: counts.errors + counts.warnings + counts.notes > 0
      case .never: false
      }
    if isFound { throw Exit.found }
  }

  /// Writes the letter instead of listing anything.
  private func write(_ letter: String, _ pipeline: Pipeline, _ language: Language) throws {
    var arguments = RawArguments()
    let inputs = paths == ["-"] ? nil : arguments.paths(paths)
    let (batch, isFailed) = ReviewInputs.read(inputs, pipeline, limits, language)
    let addressee: Addressee
    do throws(AddresseeProblem) {
      addressee = try Addressee(letter, in: batch)
    } catch {
      Terminal.complain(language.choose(error.message))
      throw Exit.trouble
    }
    guard let word = Letter.word(batch, to: addressee, rules: RuleDescriptions.all) else {
      Terminal.complain(language.choose("函件过大，无法写成一个文件。", "The letter would be too large for one file."))
      throw Exit.trouble
    }
    do throws(Failure) {
      try writeFile(word, to: arguments.path(output))
    } catch {
      Terminal.complain(output, error, language)
      throw Exit.trouble
    }
    Terminal.complain(
      language.choose("给“\(addressee.name)”的函已写入 \(output)。", "The letter to “\(addressee.name)” is in \(output)."))
    if isFailed { throw Exit.found }
  }

  private func check(_ input: InputFiles.Input, _ pipeline: Pipeline, _ printer: inout FindingPrinter) {
    do throws(Failure) {
      let bytes = try input.content.get()
      printer.print(
        try pipeline.filings(bytes, path: input.path), path: input.path, display: input.display, bytes: bytes)
    } catch {
      printer.print(error, path: input.display)
    }
  }
}
