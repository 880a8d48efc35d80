import ArgumentParser
import Foundation
import Provenance
import Reading

/// Measures how fast files are read.
struct ReadingSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reading-speed",
    abstract: "Reads each file again and again, and prints the median and the least time in milliseconds.",
    discussion: "From bytes in memory to the document with its text; nothing is modelled or written.")

  @Argument(help: "Files of a kind that the program reads.") var files: [String]

  @Option(help: "How many seconds to read each file, warm.") var seconds = 2.0

  func run() throws {
    for file in files {
      let bytes = Array(try Data(contentsOf: URL(filePath: file)))
      var times: [Double] = []
      let clock = ContinuousClock()
      let start = clock.now
      while times.count < 5 || clock.now - start < .seconds(seconds) {
        let began = clock.now
        var diagnostics: [Diagnostic] = []
        _ = try read(bytes, diagnostics: &diagnostics)
        times.append((clock.now - began) / .milliseconds(1))
      }
      times.sort()
      print("\(file)\t\(String(format: "%.3f\t%.3f", times[times.count / 2], times[0]))")
    }
  }
}
