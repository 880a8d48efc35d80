import ArgumentParser

/// The developers' own tool.
@main
struct Dev: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dev",
    abstract: "What developers of Jixiao need besides the compiler.",
    subcommands: [
      Accept.self, Calibrate.self, CompareCommand.self, Docs.self, Evaluate.self, ReadingSpeed.self,
      ShapesCommand.self,
      SpellingSpeed.self,
    ])
}
