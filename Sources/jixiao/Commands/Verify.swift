internal import ArgumentParser
internal import Ingestion
internal import Provenance
internal import Publishing

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "核验输出：重放并撤销全部更正。 · Verifies outputs: replays and undoes every correction.",
    discussion: """
      重放更正得到输出的文字，撤销更正得到原文；重新读出的数值和重新写出的字节与文件一致。给出原文的文件夹时，还核对散列值、每处位置和字符数。
      Replaying the corrections gives the published texts, undoing them the filed ones; values read again and bytes
      written again are those of the file. With the folder of the sources, hashes, places and characters are compared.
      文件夹中有 manifest.json 时，还核对所列的输出是否齐全、有无改动。
      Where a folder has a manifest.json, its outputs must all be there, with the hashes that it records.

        jixiao verify Output
        jixiao verify Output --sources Corpus
      """)

  @Argument(help: "转换所得的 JSON 文件，或其文件夹。 · Converted JSON files, or their folders.", completion: .file())
  var paths: [String]

  @Option(help: "原文的文件夹。 · The folder of the sources.", completion: .directory)
  var sources: String?

  @OptionGroup var office: OfficeOption

  @OptionGroup var limits: LimitOptions

  @OptionGroup var language: LanguageOption

  func run() throws {
    let language = language.chosen
    var arguments = RawArguments()
    let files = InputFiles(
      paths.map { arguments.path($0) }, maxBytes: max(limits.maxBytes, 1 << 30), isInput: OutputNames.isFiling)
    let office = office.office
    var listed = ListedOutputs(paths.map { arguments.path($0) })
    var count = 0
    var problems = 0
    for file in files {
      count += 1
      var found = verify(file, office, language)
      let isAsListed = listed.take(file)
      if found.isEmpty, !isAsListed { found = [language.choose(ListedOutputs.changed)] }
      problems += found.count
      for line in found { Terminal.complain("\(file.display): \(line)") }
    }
    for (display, message) in listed.left() {
      problems += 1
      Terminal.complain("\(display): \(language.choose(message))")
    }
    if count == 0, problems == 0 {
      Terminal.complain(language.choose("没有找到转换所得的 JSON 文件。", "No converted JSON files were found."))
      throw Exit.trouble
    }
    var stream = StandardOutput()
    stream.write(
      language.choose("核验 \(count) 个文件，发现 \(problems) 个问题。\n", "\(count) files verified, \(problems) problems found.\n")
    )
    try stream.end(language)
    if problems > 0 { throw Exit.found }
  }

  /// What is wrong with a file, in words.
  private func verify(_ file: InputFiles.Input, _ office: Office, _ language: Language) -> [String] {
    do throws(Failure) {
      let bytes = try file.content.get()
      let source = try sources.map { folder throws(Failure) in
        var arguments = RawArguments()
        return try sourceFile(
          of: bytes, in: arguments.path(folder), maxBytes: limits.maxBytes, archives: limits.archives,
          limits: limits.docx, office: office)
      }
      return Publishing.verify(bytes, source: source).map { problem in
        (problem.pointer.isEmpty ? "" : "\(problem.pointer): ") + language.choose(problem.message)
      }
    } catch {
      return ["[\(error.id)] \(language.choose(error.message))"]
    }
  }
}
