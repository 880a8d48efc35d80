import Foundation
import Ingestion

let folder = URL(filePath: CommandLine.arguments[1])
var converter = try FilingConverter()
