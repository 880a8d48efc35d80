internal import ArgumentParser
internal import Ingestion
internal import Provenance
internal import Publishing

struct SpellingOption: ParsableArguments {
  @Flag(help: "不更正错字。 · Leaves the spelling alone.")
  var noSpelling = false

  @Option(
    help: "jixiao learn 得到的用语统计，可多次给出。 · What `jixiao learn` counted; may be given several times.",
    completion: .file())
  var evidence: [String] = []

  @Option(help: "保护词文件：每行一词，从不更正。 · A file of terms that are never repaired, one a line.", completion: .file())
  var protect: String?

  /// The engine; nil if none is wanted. Files that cannot be used end the command before anything is converted.
  func read(_ maxBytes: Int, _ language: Language) throws -> Speller? {
    if noSpelling { return nil }
    var files: [Speller.File] = []
    for path in evidence {
      files.append(Speller.File(name: path, bytes: try CommandInput.read(path, max(maxBytes, 1 << 30), language)))
    }
    var protection: Speller.File?
    if let protect {
      protection = Speller.File(name: protect, bytes: try CommandInput.read(protect, maxBytes, language))
    }
    do throws(Failure) {
      return try Speller(evidence: files, protection: protection)
    } catch {
      Terminal.complain(language.choose(error.message))
      throw Exit.trouble
    }
  }
}
