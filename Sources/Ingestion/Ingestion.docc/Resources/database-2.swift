import Foundation
import Ingestion

let folder = URL(filePath: CommandLine.arguments[1])
var converter = try FilingConverter()

let path = "2021/131.txt"
let bytes = [UInt8](try Data(contentsOf: folder.appending(path: path)))
for filing in try converter.convert(bytes, path: path) {
  print(filing.id, filing.bytes.count)
}
