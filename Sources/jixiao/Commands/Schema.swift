internal import ArgumentParser
internal import Publishing

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "打印输出的 JSON Schema。 · Prints the JSON Schema of an output.",
    discussion: "不给名称则列出全部。 · Without a name, lists them.")

  @Argument(help: "filing、manifest 或 finding。 · filing, manifest or finding.")
  var name: SchemaName?

  @OptionGroup var language: LanguageOption

  func run() throws {
    var stream = StandardOutput()
    if let name {
      stream.write(name.bytes())
    } else {
      for name in SchemaName.allCases {
        stream.write("\(name.rawValue)\t\(language.chosen.choose(name.summary))\n")
      }
    }
    try stream.end(language.chosen)
  }
}

extension SchemaName: ExpressibleByArgument {}
