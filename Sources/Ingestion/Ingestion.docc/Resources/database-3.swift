import Foundation
import Ingestion

let folder = URL(filePath: CommandLine.arguments[1])
let output = URL(filePath: CommandLine.arguments[2])
var converter = try FilingConverter()

for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".txt") {
  let bytes = [UInt8](try Data(contentsOf: folder.appending(path: path)))
  do {
    for filing in try converter.convert(bytes, path: path) {
      let file = output.appending(path: filing.file)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(filing.bytes).write(to: file)
    }
  } catch let failure as ConversionFailure {
    print("\(path): \(failure.id): \(failure.chinese)")
  }
}
