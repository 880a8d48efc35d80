internal import ArgumentParser
internal import Ingestion
internal import Provenance
internal import Publishing

struct WorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "在数据管道中逐行转换。 · Converts documents line by line, in any pipe.",
    discussion: """
      从标准输入逐行读取文档，每得到一份文本立即写出一行 JSON，次序与输入一致；有问题的文档在其位置写出一行 error，其余照常。
      Reads a document a line from standard input and writes a line of JSON for each filing as soon as it is known, in the
      order of the input. A document with a problem gives a line with `error` in its place, and the rest goes on.

      输入 · Input:
        {"id": "131", "path": "/data/2021/131.txt"}
        {"id": "131", "path": "2021/131.txt", "bytes": "5ZCN56ew…"}      Base64
        {"id": "131", "path": "2021/131.txt", "text": "第一部分……"}
        /data/2021/131.txt                                               绝对路径 · an absolute path

      输出 · Output (jixiao schema worker-line):
        {"canonicalSha256":"…","document":1,"filing":{…},"id":"131","line":1,"part":1,"parts":1}
        {"document":2,"error":{"id":"not-a-filing","message":{…}},"id":"132","line":2}

        find /data -name '*.txt' | jixiao worker --root /data > filings.jsonl
      """)

  @Option(help: "相对路径所在的文件夹；输出记录相对于它的路径。默认为 /。 · What paths are relative to, and recorded by; / unless given.")
  var root: String?

  @Option(name: [.short, .long], help: "同时转换几个文档，次序不变。 · Documents at a time; the order stays.")
  var jobs = 1

  @Option(help: "年度，优先于文中所写。 · The filings' year, over what they say.")
  var year: Int?

  @Flag(help: "只要有文档出错，结束时退出码为 1。 · Exits with 1 at the end if any document gave an error.")
  var strict = false

  @Flag(help: "遇到第一个错误即停止，退出码为 1。 · Stops at the first error, and exits with 1.")
  var failFast = false

  @OptionGroup var decisions: DecisionsOption

  @OptionGroup var spelling: SpellingOption

  @OptionGroup var office: OfficeOption

  @OptionGroup var limits: LimitOptions

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if !(1...1024).contains(jobs) {
      throw ValidationError("--jobs 应在 1 到 1024 之间。 · --jobs must be from 1 to 1024.")
    }
    if let year, !(1990...2099).contains(year) {
      throw ValidationError("--year 应在 1990 到 2099 之间。 · --year must be from 1990 to 2099.")
    }
    if root == "" || decisions.decisions == "-" {
      throw ValidationError(
        "--root 不能为空，决定文件不能来自标准输入。 · --root must not be empty, and decisions cannot come from standard input.")
    }
  }

  func run() async throws {
    let language = language.chosen
    var stream = DocumentStream(
      ConversionOptions(
        year: year, decisions: try decisions.read(limits.maxBytes, language),
        speller: try spelling.read(limits.maxBytes, language), refusesSpelling: spelling.noSpelling,
        office: office.office, limits: limits.docx))
    stream.jobs = jobs
    stream.maxBytes = limits.maxBytes
    stream.archives = limits.archives
    stream.failsFast = failFast
    let result: DocumentStream.Result
    do throws(Failure) {
      var arguments = RawArguments()
      if let root { stream.root = try StreamRoot(arguments.path(root)) }
      result = try await stream.run()
    } catch {
      Terminal.complain(language.choose(error.message))
      throw Exit.trouble
    }
    if result.isOutputIncomplete {
      Terminal.complain(StandardOutput.incomplete(language))
      throw Exit.trouble
    }
    if let failure = result.inputFailure {
      Terminal.complain("-", failure, language)
      throw Exit.trouble
    }
    if result.errors > 0, strict || failFast {
      Terminal.complain(
        language.choose(
          "\(result.errors) 个文档未能转换，见输出中的 error。",
          "\(result.errors) documents could not be converted; see `error` in the output."))
      throw Exit.found
    }
  }
}
