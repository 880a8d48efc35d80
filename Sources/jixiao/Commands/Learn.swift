internal import ArgumentParser
internal import Ingestion
internal import Provenance
internal import Publishing

struct Learn: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "统计文本用语，作为更正错字的依据。 · Counts the phrases of filings, as evidence for their spelling.",
    discussion: """
      结果与文件的先后无关；转换时用 --evidence 给出。一千份文本都这样写的用语，会成为那一份不这样写的反证。
      The result does not depend on the order of the files; `convert --evidence` takes it. What a thousand filings spell
      one way then speaks against the one that doesn't.

        jixiao learn Corpus -o evidence.json
        jixiao convert Corpus --evidence evidence.json
      """)

  @Argument(help: "文件和文件夹。 · Files and folders.", completion: .file())
  var paths: [String]

  @Option(name: [.short, .long], help: "输出文件。 · The output file.", completion: .file())
  var output = "evidence.json"

  @OptionGroup var office: OfficeOption

  @OptionGroup var limits: LimitOptions

  @OptionGroup var language: LanguageOption

  func run() throws {
    let language = language.chosen
    var arguments = RawArguments()
    var isFailed = false
    do {
      var learning = try Learning(office: office.office, limits: limits.docx)
      for input in InputFiles(arguments.paths(paths), maxBytes: limits.maxBytes, archives: limits.archives) {
        do throws(Failure) {
          try learning.learn(try input.content.get(), path: input.path)
        } catch {
          Terminal.complain(input.display, error, language)
          isFailed = true
        }
      }
      try writeFile(learning.bytes, to: arguments.path(output))
      Terminal.complain(
        language.choose(
          "统计了 \(learning.filings) 份文本、\(learning.count) 个用语，写入 \(output)。",
          "Counted \(learning.count) phrases of \(learning.filings) filings into \(output)."))
    } catch let error as Failure {
      Terminal.complain(output, error, language)
      throw Exit.trouble
    }
    if isFailed { throw Exit.found }
  }
}
