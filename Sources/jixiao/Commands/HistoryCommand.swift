internal import ArgumentParser
internal import Comparing
internal import Ingestion
internal import Provenance
internal import Publishing

struct HistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "一个部门历年的每个项目、每个字段。 · One department through the years, field by field.",
    discussion: """
      部门可用编码、名称或标识（130304-131）指明；路径是含多个年度的文件夹。
      The department is meant by its code, its name or its id (130304-131); the paths hold several years.

        jixiao history 131 Output
        jixiao history 131 Output --format csv > 131.csv
        jixiao history 130304-131 Corpus --crosswalk crosswalk.csv --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  @Argument(help: "部门的编码、名称或标识。 · The department's code, name or id.")
  var department: String

  @Argument(help: "含多个年度的文件夹，或文件。 · Folders or files with several years.", completion: .file())
  var paths: [String]

  @Option(help: "text、json 或 csv。 · text, json or csv.")
  var format = Format.text

  @Option(help: "人工确认的对应表。 · What people said about which project is which.", completion: .file(extensions: ["csv"]))
  var crosswalk: String?

  @OptionGroup var decisions: DecisionsOption

  @OptionGroup var spelling: SpellingOption

  @OptionGroup var office: OfficeOption

  @Option(help: "单个文件的大小上限（字节）。 · The largest file that is read, in bytes.")
  var maxBytes = 1 << 30

  @OptionGroup var language: LanguageOption

  func run() async throws {
    let language = language.chosen
    var loader = ComparisonLoader(maxBytes: maxBytes, language: language) { [decisions, spelling, office, maxBytes] in
      ConversionOptions(
        decisions: try decisions.read(maxBytes, language), speller: try spelling.read(maxBytes, language),
        refusesSpelling: spelling.noSpelling, office: office.office)
    }
    let comparisons = try await loader.years(paths, crosswalk: crosswalk)
    let history = History(comparisons.filings.map(\.snapshots), comparisons.continuity) { isMeant($0) }
    guard let history else {
      let known = Set(comparisons.filings.flatMap { $0.snapshots.map(name) }).sorted()
      Terminal.complain(
        language.choose(
          "没有部门“\(department)”；有：\(known.prefix(20).joined(separator: "、"))\(known.count > 20 ? "……" : "")。",
          "There is no department \(department); there are \(known.prefix(20).joined(separator: ", "))."))
      throw Exit.trouble
    }
    var stream = StandardOutput()
    switch format {
    case .text:
      stream.write(HistoryTable(history, language).text(isColoured: Terminal.showsColour(Terminal.output)))
    case .json: stream.write(HistoryDocument.bytes(history))
    case .csv: stream.write(HistoryTable(history, language).csv)
    }
    try stream.end(language)
    if loader.isTroubled { throw Exit.trouble }
  }

  private func isMeant(_ snapshot: Snapshot) -> Bool {
    snapshot.department.code == department || snapshot.department.name == department
      || snapshot.id.hasPrefix(department + "-")
  }

  private func name(_ snapshot: Snapshot) -> String {
    [snapshot.department.code, snapshot.department.name].compactMap(\.self).joined(separator: " ")
  }
}
