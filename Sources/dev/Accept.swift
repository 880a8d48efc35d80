import ArgumentParser
import Foundation
import Ingestion

/// Writes `name.expected.json` beside each `name.txt` of a folder, and says which of them changed. What it writes is
/// what the program does now: whoever accepts it answers for its being right.
func accept(cases folder: String) throws {
  let review = ReviewCopy(try Pipeline())
  let folder = URL(filePath: folder, directoryHint: .isDirectory)
  let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension == "txt" }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
  for file in files {
    let output = Data(try review.text(of: Array(Data(contentsOf: file)), path: file.lastPathComponent))
    let expected = file.deletingPathExtension().appendingPathExtension("expected.json")
    if (try? Data(contentsOf: expected)) == output { continue }
    try output.write(to: expected)
    print(expected.lastPathComponent)
  }
}

struct Accept: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes what the program makes of the cases now for what it should make of them. Read the difference.")

  @Argument(help: "The folder of the cases.")
  var folder = "Tests/IngestionTests/Cases"

  func run() throws {
    try accept(cases: folder)
  }
}
