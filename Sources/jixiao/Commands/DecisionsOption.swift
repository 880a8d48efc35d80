internal import ArgumentParser
internal import Ingestion
internal import Normalizing
internal import Provenance
internal import Publishing

struct DecisionsOption: ParsableArguments {
  @Option(
    help: "人工决定文件（decisions.jsonl）：接受、拒绝或改写更正。 · Decisions on repairs, one JSON object a line.",
    completion: .file())
  var decisions: String?

  /// As many bad lines are named.
  private static let namedLines = 20

  /// Reads the file that was given; one that cannot be used ends the command before anything is converted.
  func read(_ maxBytes: Int, _ language: Language) throws -> DecisionsFile? {
    try readWithBytes(maxBytes, language)?.file
  }

  /// The file, and its bytes as they are.
  func readWithBytes(_ maxBytes: Int, _ language: Language) throws -> (file: DecisionsFile, bytes: [UInt8])? {
    guard let decisions else { return nil }
    let bytes = try CommandInput.read(decisions, maxBytes, language)
    do throws(DecisionsProblems) {
      return (try DecisionsFile(bytes, name: decisions), bytes)
    } catch {
      for problem in error.problems.prefix(Self.namedLines) {
        Terminal.complain(
          "\(decisions):\(problem.line)", Diagnostic("decisions-line", .error, problem.message), language)
      }
      let rest = error.problems.count - Self.namedLines
      let more =
        rest > 0 ? language.choose("另有 \(rest) 行有误。", "\(rest) more lines are wrong.", separator: " ") + " " : ""
      Terminal.complain(
        more + language.choose("决定文件有误，什么也没有转换。", "The decisions cannot be used; nothing was converted."))
      throw Exit.trouble
    }
  }
}
