import Digest
import Foundation
import Ingestion
import JSON
import Modeling
import Provenance
import Publishing

/// The real filing, as the program publishes it; or the beginning of each of its parts, which has every kind of value
/// and can be verified thousands of times.
struct CorpusSample {
  let publication: Publication
  let source: SourceFile
  let output: [UInt8]

  init(isCut: Bool = false) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Corpus/2021")
    let name = "131-政协秦皇岛市北戴河区委员会办公室.txt"
    let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
    let result = try Pipeline().run(bytes, path: "2021/\(name)")
    source = SourceFile(
      bytes: bytes, text: result.text, charset: result.charset, reader: result.reader, dialect: result.dialect)
    var filing = result.filings[0]
    if isCut {
      filing.overall.goals.removeSubrange(3...)
      filing.overall.safeguards.removeSubrange(4...)
      filing.projects.removeSubrange(1...)
      for index in filing.projects.indices { filing.projects[index].indicators.removeSubrange(2...) }
      filing = identify(filing, Hints(path: "2021/\(name)"))[0]
      // They speak of what was cut.
      filing.diagnostics = []
    }
    // One of each, whatever the checks find.
    filing.diagnostics.append(
      Diagnostic(
        "sample", .warning, path: "/projects/0/indicators/0/target", Message(zh: "样例", en: "a sample"),
        at: [SourceRange(4747, 4763)]))
    publication = Publication(
      filing: filing,
      source: SourceRecord(
        path: "2021/\(name)", sha256: try SHA256(of: bytes).hex, bytes: bytes.count, charset: result.charset,
        reader: result.reader, dialect: result.dialect),
      producer: Product.producer(options: .object(JSONObject())))
    output = try write(publication, SourceView(result.text))
  }
}

func write(_ publication: Publication, _ view: SourceView) throws -> [UInt8] {
  var writer = PublicationWriter()
  try writer.write(publication, view)
  return writer.bytes
}

/// A JSON value as a file: indented as the writer does it.
func file(_ value: JSONValue) -> [UInt8] {
  var writer = JSONWriter(.indented)
  value.write(to: &writer)
  writer.finish()
  return writer.bytes
}

extension JSONValue {
  /// The value with the one at `tokens` replaced; nil removes it.
  func replacing(_ tokens: ArraySlice<String>, with value: JSONValue?) -> JSONValue {
    guard let token = tokens.first else { return value ?? self }
    let rest = tokens.dropFirst()
    switch self {
    case .object(var object):
      object[token] = rest.isEmpty ? value : object[token]?.replacing(rest, with: value)
      return .object(object)
    case .array(var elements):
      guard let index = Int(token), elements.indices.contains(index) else { return self }
      if rest.isEmpty {
        if let value { elements[index] = value } else { elements.remove(at: index) }
      } else {
        elements[index] = elements[index].replacing(rest, with: value)
      }
      return .array(elements)
    default: return self
    }
  }

  func replacing(_ pointer: String, with value: JSONValue?) -> JSONValue {
    replacing((JSONPointer(parsing: pointer)?.tokens ?? [])[...], with: value)
  }

  /// The pointers of all scalars, empty containers among them, in order.
  var scalars: [(pointer: JSONPointer, value: JSONValue)] {
    switch self {
    case .object(let object) where !object.isEmpty:
      object.members.flatMap { member in
        member.value.scalars.map { (JSONPointer([member.key] + $0.pointer.tokens), $0.value) }
      }
    case .array(let elements) where !elements.isEmpty:
      elements.enumerated().flatMap { index, element in
        element.scalars.map { (JSONPointer(["\(index)"] + $0.pointer.tokens), $0.value) }
      }
    default: [(JSONPointer(), self)]
    }
  }
}
