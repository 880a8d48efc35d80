import Foundation
import Testing

/// What a terminal shows, and what a pipe does not. `script` (util-linux) gives the program a terminal.
@Suite struct TerminalTests {
  let sandbox = Sandbox()

  init() {
    for number in 0..<6 { sandbox.write(SampleFiling(100 + number).text, to: "in/\(number).txt") }
  }

  private func inTerminal(_ command: String, environment: [String: String] = [:]) throws -> Outcome {
    try Program.shell(
      "script -qec \"$JIXIAO \(command)\" /dev/null < /dev/null", in: sandbox,
      environment: environment.merging(["TERM": "xterm"]) { $1 })
  }

  @Test func `a batch shows its progress on a terminal and clears it in the end`() throws {
    let outcome = try inTerminal("convert in")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("6/6 (100%)"))
    #expect(outcome.output.contains("\r\u{1B}[K共 6 个文件，转换 6 个"))
  }

  @Test func `progress is silent in a pipe, and when asked to be quiet`() throws {
    let piped = try Program.run(["convert", "in"], in: sandbox)
    #expect(!piped.errors.contains("\r") && !piped.errors.contains("\u{1B}"))
    #expect(piped.errors.split(separator: "\n").count == 1)
    let quiet = try inTerminal("convert in --force --quiet")
    #expect(quiet.output == "")
  }

  @Test func `findings are coloured on a terminal, unless the user does not want it`() throws {
    sandbox.write(Corpus.text, to: "a.txt")
    #expect(try inTerminal("check a.txt").output.contains("\u{1B}[1;33m警告"))
    #expect(try !inTerminal("check a.txt", environment: ["NO_COLOR": "1"]).output.contains("\u{1B}"))
    #expect(try !Program.run(["check", "a.txt"], in: sandbox).output.contains("\u{1B}"))
  }
}
