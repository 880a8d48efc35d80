import ArgumentParser
import Foundation
import Normalizing

/// Measures how fast the spelling engine reads.
struct SpellingSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spelling-speed",
    abstract: "Spells the lines of files, each line a text, and prints characters a second of one thread.",
    discussion:
      "Equal lines are taken once, so that in the first round every one is new; the second finds all remembered.")

  @Argument(help: "Text files; of lines with a TAB, what stands before it.") var files: [String]

  func run() throws {
    var lines: [String] = []
    var seen: Set<String> = []
    for file in files {
      for line in try String(contentsOfFile: file, encoding: .utf8).split(whereSeparator: \.isNewline) {
        let text = String(line.prefix { $0 != "\t" })
        if seen.insert(text).inserted { lines.append(text) }
      }
    }
    let characters = lines.reduce(0) { $0 + $1.unicodeScalars.count }
    let start = ContinuousClock.now
    let engine = try SpellingEngine()
    let loading = (ContinuousClock.now - start) / .milliseconds(1)
    print("\(lines.count) texts, \(characters) characters; the engine was made in \(Int(loading)) ms")
    var worker = SpellingWorker(engine)
    for name in ["never seen before", "remembered"] {
      let start = SpellingTrial.processorTime()
      for line in lines { _ = worker.repairs(of: [line]) }
      let time = SpellingTrial.processorTime() - start
      print("\(name): \(Int(Double(characters) / max(time, 1e-9))) characters a second")
    }
  }
}
