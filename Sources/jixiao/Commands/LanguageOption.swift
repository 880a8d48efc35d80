internal import ArgumentParser
internal import Publishing

struct LanguageOption: ParsableArguments {
  @Option(help: "界面语言：zh、en 或 both。默认按系统语言。 · Language of messages; by the locale unless given.")
  var language: Language?

  /// The language to speak.
  var chosen: Language { Terminal.language(language) }
}

extension Language: ExpressibleByArgument {}
