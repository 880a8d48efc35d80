internal import ArgumentParser
internal import Checking
internal import ICU
internal import Normalizing
internal import Publishing

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "列出更正规则和查验项目，或说明其中一项。 · Lists the rules and checks, or explains one.",
    discussion: """
        jixiao rules
        jixiao rules doubled-threshold
        jixiao rules cost-direction
      """)

  @Argument(help: "规则或查验项目的编号。 · The id of a rule or a check.")
  var id: String?

  @OptionGroup var language: LanguageOption

  func run() throws {
    let language = language.chosen
    var stream = StandardOutput()
    guard let id else {
      stream.write(language.choose("规则（按运行顺序）：", "Rules, in the order in which they run:") + "\n")
      for rule in Rule.all { stream.write("  \(rule.id)\t\(language.choose(rule.summary))\n") }
      for rule in SpellingRule.all { stream.write("  \(rule.id)\t\(language.choose(rule.summary))\n") }
      stream.write("\n" + language.choose("查验项目：", "Checks:") + "\n")
      for check in Checking.Check.all { stream.write("  \(check.id)\t\(language.choose(check.summary))\n") }
      try stream.end(language)
      return
    }
    if let rule = Rule.all.first(where: { $0.id == id }) {
      stream.write(RuleBook.markdown(of: rule))
    } else if let rule = SpellingRule.all.first(where: { $0.id == id }) {
      stream.write(RuleBook.markdown(of: rule))
    } else if let check = Checking.Check.all.first(where: { $0.id == id }) {
      stream.write(CheckBook.markdown(of: check, readings: try Readings()))
    } else {
      Terminal.complain(
        language.choose(
          "没有编号为“\(id)”的规则或查验项目。运行 jixiao rules 查看全部。",
          "No rule or check is called “\(id)”. Run `jixiao rules` for the list."))
      throw Exit.trouble
    }
    try stream.end(language)
  }
}
