internal import ArgumentParser
internal import Glibc
internal import Ingestion
internal import Publishing

@main
struct Jixiao: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jixiao",
    abstract: "把部门预算绩效文本转换为规范 JSON，并查验、追溯。 · Turns performance-target filings into canonical JSON.",
    discussion: """
      示例 · Examples:
        jixiao convert Corpus -o Output          转换整个文件夹 · converts a folder
        jixiao check 2021/131.txt                列出问题，附原文 · lists findings with the source line
        jixiao review Corpus -o review.html      生成审核页面 · makes a page to decide on
        jixiao trace 2021/131.txt /projects/0/budget/total
        jixiao diff Output                       各年度之间的变化 · what changed between years
        jixiao history 131 Output                一个部门的历年数据 · one department through the years
        jixiao verify Output                     重放并撤销全部更正 · replays and undoes every correction
        jixiao rules doubled-threshold           说明一条规则 · explains a rule

      退出码 · Exit status: 0 正常 fine · 1 有文件失败或有问题 some input failed, or something was found ·
      2 无法进行 the run could not be made · 64 用法有误 usage · 130 被中断 interrupted
      """,
    version: Product.versionText,
    subcommands: [
      Convert.self, Check.self, Review.self, Diff.self, HistoryCommand.self, Export.self, Learn.self, Trace.self,
      Verify.self, Text.self, Rules.self, Schema.self, WorkerCommand.self,
    ])

  static func main() async {
    // A limit on the size of files is then an error like a full disk, and not the end of the program.
    _ = signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      // The argument parser speaks English only.
      if exitCode(for: error) == .validationFailure, Terminal.language(nil) != .en {
        Terminal.complain("用法有误：参数不对或不全，详见下面的英文说明；运行 jixiao --help 查看用法和示例。")
      }
      exit(withError: error)
    }
  }
}

/// Exit statuses beside 0; see `jixiao --help`.
enum Exit {
  static let found = ExitCode(1)
  static let trouble = ExitCode(2)
}
