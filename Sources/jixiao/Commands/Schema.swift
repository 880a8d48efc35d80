internal import ArgumentParser
internal import Exporting
internal import Provenance
internal import Publishing

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "打印输出的 JSON Schema。 · Prints the JSON Schema of an output.",
    discussion: "不给名称则列出全部。 · Without a name, lists them.")

  @Argument(help: "如 filing、manifest、row-projects。 · Such as filing, manifest, row-projects.")
  var name: Name?

  /// Of what is converted, or of the rows that are exported.
  enum Name: ExpressibleByArgument {
    case published(SchemaName)
    case row(RowSchema)

    init?(argument: String) {
      if let name = SchemaName(rawValue: argument) {
        self = .published(name)
      } else if let row = RowSchema.named(argument) {
        self = .row(row)
      } else {
        return nil
      }
    }
  }

  @OptionGroup var language: LanguageOption

  func run() throws {
    var stream = StandardOutput()
    switch name {
    case .published(let name): stream.write(name.bytes())
    case .row(let row): stream.write(row.bytes)
    case nil:
      for name in SchemaName.allCases {
        stream.write("\(name.rawValue)\t\(language.chosen.choose(name.summary))\n")
      }
      for row in RowSchema.all { stream.write("\(row.name)\t\(language.chosen.choose(row.summary))\n") }
    }
    try stream.end(language.chosen)
  }
}
