import JSON
import Provenance

extension Entry {
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    if let bytes {
      writer.key("bytes")
      writer.integer(bytes)
    }
    if !claims.isEmpty {
      writer.key("claims")
      writer.beginArray()
      for claim in claims { claim.output.write(reason: claim.reason, to: &writer) }
      writer.endArray()
    }
    if let convertedBy {
      writer.key("convertedBy")
      writer.string(convertedBy)
    }
    if !decisions.isEmpty {
      writer.key("decisions")
      writer.beginArray()
      for key in decisions { writer.string(key) }
      writer.endArray()
    }
    if let failure {
      writer.key("error")
      failure.write(to: &writer)
    }
    writer.key("errors")
    writer.integer(errors)
    writer.key("notes")
    writer.integer(notes)
    writer.key("outputs")
    writer.beginArray()
    for output in outputs { output.write(reason: nil, to: &writer) }
    writer.endArray()
    writer.key("path")
    writer.string(path)
    writer.key("producerKey")
    writer.string(producer)
    if let sha256 {
      writer.key("sha256")
      writer.string(sha256)
    }
    writer.key("status")
    writer.string(status.rawValue)
    writer.key("warnings")
    writer.integer(warnings)
    writer.endObject()
  }

  /// Reads what `write` wrote; nil if the bytes are anything else.
  init?(parsing bytes: [UInt8]) {
    guard let json = try? JSONParser.parse(bytes) else { return nil }
    guard let path = json["path"]?.text, let producer = json["producerKey"]?.text,
      let outputs = json["outputs"]?.elements?.map(Output.init(json:))
    else { return nil }
    self.init(path: path, producer: producer)
    sha256 = json["sha256"]?.text
    self.bytes = json["bytes"]?.count
    convertedBy = json["convertedBy"]?.text
    decisions = json["decisions"]?.elements?.compactMap(\.text) ?? []
    failure = json["error"].flatMap(Failure.init(json:))
    errors = json["errors"]?.count ?? 0
    warnings = json["warnings"]?.count ?? 0
    notes = json["notes"]?.count ?? 0
    for output in outputs {
      guard let output else { return nil }
      self.outputs.append(output)
    }
    for claim in json["claims"]?.elements ?? [] {
      guard let output = Output(json: claim) else { return nil }
      claims.append(Claim(output: output, reason: claim["reason"].flatMap(Failure.init(json:))))
    }
  }
}

extension Entry.Output {
  fileprivate func write(reason: Failure?, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("bytes")
    writer.integer(bytes)
    writer.key("canonicalSha256")
    writer.string(canonical)
    writer.key("contentSha256")
    writer.string(content)
    writer.key("file")
    writer.string(file)
    writer.key("id")
    writer.string(id)
    if let reason {
      writer.key("reason")
      reason.write(to: &writer)
    }
    writer.key("sha256")
    writer.string(sha256)
    writer.endObject()
  }

  fileprivate init?(json: JSONValue) {
    guard let id = json["id"]?.text, let file = json["file"]?.text, let bytes = json["bytes"]?.count,
      let sha256 = json["sha256"]?.text, let canonical = json["canonicalSha256"]?.text,
      let content = json["contentSha256"]?.text
    else { return nil }
    self.init(id: id, file: file, bytes: bytes, sha256: sha256, canonical: canonical, content: content)
  }
}

extension Failure {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("id")
    writer.string(id)
    writer.key("message")
    writer.beginObject()
    writer.key("en")
    writer.string(message.en)
    writer.key("zh")
    writer.string(message.zh)
    writer.endObject()
    writer.endObject()
  }

  fileprivate init?(json: JSONValue) {
    guard let id = json["id"]?.text, let zh = json["message"]?["zh"]?.text, let en = json["message"]?["en"]?.text
    else { return nil }
    self.init(id, Message(zh: zh, en: en))
  }
}

extension JSONValue {
  fileprivate var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  fileprivate var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  fileprivate var count: Int? {
    if case .number(let number) = self { Int(exactly: number) } else { nil }
  }
}
