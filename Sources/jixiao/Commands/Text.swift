internal import ArgumentParser
internal import Documents
internal import Ingestion
internal import Provenance
internal import Publishing
internal import Reading

struct Text: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "打印读入的文档：段落、表格、行和单元格。 · Prints the document as the reader saw it.",
    discussion: """
      按 Tika 的版式输出：每段一行，单元格以制表符开头，行末、表末各有一个空行。
      In Tika's layout: a paragraph a line, a TAB before each cell, a line feed behind each row and each table.
      """)

  @Argument(help: "文件，或 -。 · A file, or -.", completion: .file())
  var path: String

  @OptionGroup var office: OfficeOption

  @OptionGroup var limits: LimitOptions

  @OptionGroup var language: LanguageOption

  func run() throws {
    let language = language.chosen
    let bytes = try CommandInput.read(path, limits.maxBytes, archives: limits.archives, language)
    var diagnostics: [Diagnostic] = []
    let document: Document
    do throws(Failure) {
      document = try readInput(bytes, office: office.office, limits: limits.docx, diagnostics: &diagnostics).read
        .document
    } catch {
      Terminal.complain(path, error, language)
      throw Exit.found
    }
    var stream = StandardOutput()
    stream.write(document.laidOut())
    try stream.end(language)
    for diagnostic in diagnostics {
      Terminal.complain(path, diagnostic, language)
    }
  }
}
