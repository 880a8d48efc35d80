internal import ArgumentParser
internal import Ingestion
internal import Modeling
internal import Provenance
internal import Publishing

struct Trace: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "追溯一个值：出自原文何处，经过哪些更正。 · Shows where a value came from, and every correction on the way.",
    discussion: """
      给出原文或转换所得的 JSON 文件，以及 JSON 指针；指针指向一组值时，列出其下的全部。
      Give a source or a converted JSON file, and a JSON pointer; of a group of values, all are shown.

        jixiao trace Corpus/2021/131.txt /projects/0/budget/total
        jixiao trace Output/2021/130304-131.json /projects/0/indicators/0/target
      """)

  @Argument(help: "原文、转换所得的 JSON，或 -。 · A source, a converted JSON file, or -.", completion: .file())
  var path: String

  @Argument(help: "JSON 指针，如 /projects/0/code。 · A JSON pointer, such as /projects/0/code.")
  var pointer: String

  @Option(help: "文件中有多个部门时，指定编号。 · Which filing, where the file holds several: its id.")
  var id: String?

  @Option(help: "年度，优先于文中所写。 · The filing's year, over what it says.")
  var year: Int?

  @OptionGroup var decisions: DecisionsOption

  @OptionGroup var spelling: SpellingOption

  @OptionGroup var office: OfficeOption

  @OptionGroup var limits: LimitOptions

  @OptionGroup var language: LanguageOption

  func run() throws {
    let language = language.chosen
    let bytes = try CommandInput.read(path, limits.maxBytes, archives: limits.archives, language)
    let options = ConversionOptions(
      year: year, decisions: try decisions.read(limits.maxBytes, language),
      speller: try spelling.read(limits.maxBytes, language),
      refusesSpelling: spelling.noSpelling, office: office.office, limits: limits.docx)
    let filings = try filings(in: bytes, options, language)
    let wanted = filings.filter { id == nil || $0.publication.filing.identity.id == id }
    if wanted.isEmpty {
      let ids = filings.map(\.publication.filing.identity.id).joined(separator: "、")
      Terminal.complain(language.choose("文件中没有编号为该值的部门；有：\(ids)。", "No filing has that id; there are: \(ids)."))
      throw Exit.trouble
    }
    var stream = StandardOutput()
    var failure: TraceError?
    var isFound = false
    for (publication, view) in wanted {
      do throws(TraceError) {
        let trace = try trace(publication, view, pointer)
        if wanted.count > 1 { stream.write("== \(publication.filing.identity.id)\n") }
        stream.write(TraceText.text(of: trace, file: publication.source.path) { language.choose($0) })
        isFound = true
      } catch {
        failure = error
      }
    }
    try stream.end(language)
    if let failure, !isFound {
      Terminal.complain(language.choose(failure.message))
      throw Exit.trouble
    }
  }

  /// The filings of a converted file, or those that a source gives.
  private func filings(
    in bytes: [UInt8], _ options: ConversionOptions, _ language: Language
  ) throws -> [(publication: Publication, view: SourceView)] {
    // RTF begins like an object, too.
    if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"), !bytes.starts(with: #"{\rtf"#.utf8) {
      do {
        return [try PublicationReader.read(bytes)]
      } catch {
        Terminal.complain("\(path): \(language.choose(error.message))")
        throw Exit.trouble
      }
    }
    do throws(Failure) {
      return try publications(of: bytes, path: path, options: options)
    } catch {
      Terminal.complain(path, error, language)
      throw Exit.trouble
    }
  }
}
