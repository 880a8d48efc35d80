import Ingestion
import Publishing
import Provenance
import JSON
import Foundation

let path = CommandLine.arguments[1]
let bytes = Array(try Data(contentsOf: URL(filePath: path)))
let pipeline = try Pipeline()
let result = try pipeline.run(bytes, path: "2021/x.txt")
var writer = PublicationWriter()
let view = SourceView(result.text)
for filing in result.filings {
  let p = Publication(filing: filing, source: SourceRecord(path: path, sha256: "", bytes: bytes.count, charset: result.charset, reader: result.reader, dialect: result.dialect), producer: Product.producer(options: .object(.init())))
  try writer.write(p, view)
  writer.withBytes { span in
    let s = (0..<span.count).map { span[$0] }
    print(String(decoding: s, as: UTF8.self))
  }
}
