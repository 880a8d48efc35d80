import Digest
import JSON
import Provenance

/// What one document came to: whole lines.
struct StreamedResult: Sendable {
  var bytes: [UInt8]
  var isError: Bool
}

/// Converts one document of a stream after the other, on one thread.
struct StreamWorker: ~Copyable {
  private var converter: Converter
  private var reader: InputReader
  private let root: StreamRoot?
  private var buffer: [UInt8] = []

  init(_ converter: consuming Converter, _ reader: InputReader, root: StreamRoot?) {
    self.converter = converter
    self.reader = reader
    self.root = root
  }

  /// The lines to write for a line that was read.
  mutating func result(of line: InputLine) -> StreamedResult {
    var id: String?
    do throws(Failure) {
      guard let bytes = line.bytes else { throw .lineTooLong(line.number) }
      let request = try StreamedDocument(bytes, line: line.number, root: root, id: &id)
      let filings = try convert(request)
      var lines: [UInt8] = []
      for (index, filing) in filings.enumerated() {
        lines += StreamLine.filing(
          filing.bytes, filing.sha256, of: line, id: request.id, part: index + 1, parts: filings.count)
      }
      return StreamedResult(bytes: lines, isError: false)
    } catch {
      return StreamedResult(bytes: StreamLine.error(error, of: line, id: id), isError: true)
    }
  }

  private mutating func convert(
    _ request: StreamedDocument
  ) throws(Failure) -> [(bytes: [UInt8], sha256: SHA256)] {
    switch request.content {
    case .file(let location):
      try reader.read(location, request.path, into: &buffer)
      return try converter.canonicalFilings(of: buffer, path: request.path)
    case .inline(let bytes):
      if bytes.count > reader.limit { throw FileProblem.tooLarge.failure(request.path) }
      return try converter.canonicalFilings(of: bytes, path: request.path)
    }
  }
}

/// The lines that are written, as RFC 8785 has them.
enum StreamLine {
  /// The filing's bytes are canonical already and go in as they are.
  static func filing(
    _ filing: [UInt8], _ sha256: SHA256, of line: InputLine, id: String, part: Int, parts: Int
  ) -> [UInt8] {
    var rest = JSONWriter(.canonical)
    rest.beginObject()
    rest.key("id")
    rest.string(id)
    rest.key("line")
    rest.integer(line.number)
    rest.key("part")
    rest.integer(part)
    rest.key("parts")
    rest.integer(parts)
    rest.endObject()
    rest.finish()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(filing.count + 256 + id.utf8.count)
    bytes += "{\"canonicalSha256\":\"\(sha256.hex)\",\"document\":\(line.document),\"filing\":".utf8
    bytes += filing
    bytes.append(UInt8(ascii: ","))
    bytes += rest.bytes.dropFirst()
    bytes.append(0x0A)
    return bytes
  }

  static func error(_ failure: Failure, of line: InputLine, id: String?) -> [UInt8] {
    var json = JSONWriter(.canonical)
    json.beginObject()
    json.key("document")
    json.integer(line.document)
    json.key("error")
    json.beginObject()
    json.key("id")
    json.string(failure.id)
    json.key("message")
    json.beginObject()
    json.key("en")
    json.string(failure.message.en)
    json.key("zh")
    json.string(failure.message.zh)
    json.endObject()
    json.endObject()
    json.key("id")
    if let id { json.string(id) } else { json.null() }
    json.key("line")
    json.integer(line.number)
    json.endObject()
    json.finish()
    return json.bytes + [0x0A]
  }
}
