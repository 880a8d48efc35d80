internal import Digest
package import JSON
internal import Publishing

/// What one file gives, cut down to what a person can check against its text line by line: the outputs without
/// places, hashes and versions; of a correction what was changed by which rule, of a finding what is found where.
package struct ReviewCopy: Sendable {
  private let pipeline: Pipeline

  package init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
  }

  /// A list of the file's outputs, or why it is refused; as indented JSON.
  package func text(of bytes: [UInt8], path: String) throws -> [UInt8] {
    var writer = JSONWriter(.indented)
    try value(of: bytes, path: path).write(to: &writer)
    writer.finish()
    return writer.bytes
  }

  package func value(of bytes: [UInt8], path: String) throws -> JSONValue {
    let result: Pipeline.Result
    do {
      result = try pipeline.filings(bytes, path: path)
    } catch {
      return ["refused": .string(error.id)]
    }
    let record = SourceRecord(
      path: path, sha256: "", bytes: bytes.count, charset: result.charset, reader: result.reader,
      dialect: result.dialect, convertedBy: result.convertedBy,
      asides: result.asides)
    let view = SourceView(result.document)
    var writer = PublicationWriter()
    var outputs: [JSONValue] = []
    for filing in result.filings {
      try writer.write(
        Publication(filing: filing, source: record, producer: Product.producer(options: .object(JSONObject()))), view)
      outputs.append(reduced(try JSONParser.parse(writer.bytes)))
    }
    return .array(outputs)
  }

  private func reduced(_ output: JSONValue) -> JSONValue {
    guard case .object(var object) = output else { return output }
    for key in ["format", "places", "producer"] { object[key] = nil }
    object["source"] = object["source"].map { kept(["accounted", "charset", "dialect"], of: $0) }
    object["corrections"] = object["corrections"].map {
      each($0) { kept(["after", "applied", "before", "path", "rule"], of: $0) }
    }
    object["diagnostics"] = object["diagnostics"].map { each($0) { kept(["id", "path"], of: $0) } }
    object["unmapped"] = object["unmapped"].map { each($0) { $0["text"] ?? $0 } }
    return .object(object)
  }

  private func each(_ value: JSONValue, _ change: (JSONValue) -> JSONValue) -> JSONValue {
    guard case .array(let elements) = value else { return value }
    return .array(elements.map(change))
  }

  private func kept(_ keys: [String], of value: JSONValue) -> JSONValue {
    .object(JSONObject(keys.compactMap { key in value[key].map { (key, $0) } }))
  }
}
