import Documents
import Foundation
import Ingestion
import JSON
import Provenance
import Publishing
import Reading

@testable import Reviewing

/// A filing as it was filed, and what a person is to look at in it.
enum Sample {
  static let text: String = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Corpus/2021")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let data = names.first { $0.hasSuffix(".txt") }.flatMap { try? Data(contentsOf: folder.appending(path: $0)) }
    return String(decoding: data ?? Data(), as: UTF8.self)
  }()

  static func batch(_ texts: [String: String] = ["2021/131.txt": text]) throws -> ReviewBatch {
    let pipeline = try Pipeline()
    var batch = ReviewBatch()
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      let result = try pipeline.filings(Array(text.utf8), path: path)
      try batch.add(result.filings, of: result.document, path: path)
    }
    return batch
  }

  static func batch(replacing part: String, by other: String) throws -> ReviewBatch {
    try batch(["2021/131.txt": text.replacingOccurrences(of: part, with: other)])
  }

  /// The page's data, as the page parses it.
  static func data(_ batch: ReviewBatch) throws -> JSONValue {
    let page = String(decoding: try ReviewPage.html(batch, rules: []), as: UTF8.self)
    return try JSONParser.parse(Array((page.between("id=\"data\">", "</script>") ?? "").utf8))
  }
}

/// What a Word file says, read by the project's own reader.
func read(word bytes: [UInt8]) throws -> String {
  var diagnostics: [Diagnostic] = []
  return String(decoding: try Reading.read(bytes, diagnostics: &diagnostics).document.source.utf8, as: UTF8.self)
}
