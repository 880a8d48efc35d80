import ArgumentParser
import Foundation

/// Makes the table of characters that look alike anew, from another version of Unihan.
struct ShapesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shapes",
    abstract: "Makes the table of characters that look alike from the Unihan database (Debian: unicode-data, bzip2).")

  @Argument(help: "The folder that holds Unihan_DictionaryLikeData.txt.bz2 and the other files.")
  var folder = "/usr/share/unicode"

  func run() throws {
    let names = ["DictionaryLikeData", "IRGSources", "OtherMappings"]
    let properties = try names.flatMap { try lines(of: "\(folder)/Unihan_\($0).txt.bz2") }
    let path = "Sources/LanguageModel/Shapes/Shapes.generated.swift"
    try generateShapes(from: properties).write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func lines(of path: String) throws -> [String] {
    let unpacking = Process()
    unpacking.executableURL = URL(filePath: "/usr/bin/env")
    unpacking.arguments = ["bzip2", "-dc", path]
    let output = Pipe()
    unpacking.standardOutput = output
    try unpacking.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    unpacking.waitUntilExit()
    guard unpacking.terminationStatus == 0 else {
      throw ValidationError("\(path) cannot be unpacked; install the Debian packages unicode-data and bzip2.")
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
