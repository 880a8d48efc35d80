internal import Documents
package import Digest
package import JSON
package import Modeling
internal import Normalizing
internal import Provenance

/// Writes publications as canonical JSON, one after the other, into a buffer that it keeps.
package struct PublicationWriter: ~Copyable {
  private var json: JSONWriter
  private var content: [UInt8] = []

  package init() {
    json = JSONWriter(.both)
  }

  private init(json: consuming JSONWriter, content: consuming [UInt8] = []) {
    self.json = json
    self.content = content
  }

  /// The format that this writer writes and ``PublicationReader`` reads.
  package static var format: String { "jixiao.filing/1" }

  /// Writes `publication`; `view` knows its places, `targets` is what its targets say, if that has been read already.
  /// What was written before is forgotten.
  package mutating func write(
    _ publication: Publication, _ view: SourceView, _ targets: TargetReadings? = nil
  ) throws(DigestError) {
    json.removeAll(keepingCapacity: true)
    let filing = publication.filing
    let targets = targets ?? TargetReadings(of: filing)
    json.beginObject()
    putValues(.contents, filing, targets)
    json.key("corrections")
    json.beginArray()
    let failure = putCorrections(filing, id: filing.undecidedID(path: publication.source.path), view)
    json.endArray()
    putValues(.cover, filing, targets)
    putValues(.department, filing, targets)
    json.key("diagnostics")
    json.beginArray()
    for diagnostic in filing.diagnostics { put(diagnostic, view) }
    json.endArray()
    json.key("format")
    json.string(Self.format)
    json.key("id")
    json.string(filing.identity.id)
    putValues(.overall, filing, targets)
    json.key("places")
    json.beginObject()
    putPlaces(filing, view, targets)
    json.endObject()
    put(publication.producer)
    putValues(.projects, filing, targets)
    putValues(.region, filing, targets)
    put(publication.source, filing.account, view)
    putValues(.tables, filing, targets)
    json.key("unmapped")
    json.beginArray()
    for range in filing.unmapped { put(unmapped: range, view) }
    json.endArray()
    putValues(.year, filing, targets)
    json.endObject()
    json.finish()
    if let failure { throw failure }
  }

  /// True if a number could not be written: the output must not be used.
  package var failed: Bool { json.failed }

  /// A copy of the indented bytes.
  package var bytes: [UInt8] { json.bytes }

  /// A copy of the RFC 8785 bytes of the same value.
  package var canonicalBytes: [UInt8] { json.canonicalBytes }

  /// The indented bytes, as they stand in the file.
  package borrowing func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result { json.withBytes(body) }

  /// The RFC 8785 bytes of the same value.
  package borrowing func withCanonicalBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try json.withCanonicalBytes(body)
  }

  /// The SHA-256 of the indented bytes and of the RFC 8785 bytes.
  package borrowing func digests() throws(DigestError) -> (file: SHA256, canonical: SHA256) {
    let file = try json.withBytes { bytes throws(DigestError) in try SHA256(of: bytes) }
    return (file, try json.withCanonicalBytes { bytes throws(DigestError) in try SHA256(of: bytes) })
  }

  /// The SHA-256 of the RFC 8785 bytes.
  package borrowing func canonicalDigest() throws(DigestError) -> SHA256 {
    try json.withCanonicalBytes { bytes throws(DigestError) in try SHA256(of: bytes) }
  }

  /// The SHA-256 of what a filing says, without its source, places and corrections: the same for equal filings from
  /// different files.
  package mutating func content(of filing: Filing) throws(DigestError) -> SHA256 {
    var sink = ContentSink(content)
    for section in FilingSection.allCases { walk(section, of: filing, into: &sink) }
    content = sink.finish()
    return try SHA256(of: content)
  }

  // A sink takes the writer along and hands it back: there is one buffer, and never two owners.

  private mutating func putValues(_ section: FilingSection, _ filing: Filing, _ targets: TargetReadings) {
    var sink = ValueSink(consume json, targets)
    walk(section, of: filing, into: &sink)
    self = PublicationWriter(json: sink.finish(), content: content)
  }

  private mutating func putPlaces(_ filing: Filing, _ view: SourceView, _ targets: TargetReadings) {
    var sink = PlaceSink(consume json, view, targets)
    for section in FilingSection.allCases { walk(section, of: filing, into: &sink) }
    self = PublicationWriter(json: sink.finish(), content: content)
  }

  private mutating func putCorrections(_ filing: Filing, id: String, _ view: SourceView) -> DigestError? {
    var sink = CorrectionSink(consume json, view, filingID: id)
    for section in FilingSection.allCases { walk(section, of: filing, into: &sink) }
    let failure = sink.failure
    self = PublicationWriter(json: sink.finish(), content: content)
    return failure
  }

  private mutating func put(_ diagnostic: Diagnostic, _ view: SourceView) {
    json.beginObject()
    json.key("id")
    json.string(diagnostic.id)
    json.key("message")
    json.beginObject()
    json.key("en")
    json.string(diagnostic.message.en)
    json.key("zh")
    json.string(diagnostic.message.zh)
    json.endObject()
    json.key("path")
    if let path = diagnostic.path { json.string(path) } else { json.null() }
    json.key("severity")
    json.string(diagnostic.severity.rawValue)
    json.key("source")
    json.beginArray()
    for range in diagnostic.source { json.place(range, view) }
    json.endArray()
    json.endObject()
  }

  private mutating func put(_ producer: Producer) {
    json.key("producer")
    producer.write(to: &json)
  }

  private mutating func put(_ aside: SourceRecord.Aside, _ view: SourceView) {
    json.beginObject()
    if let anchor = aside.anchor {
      json.key("anchor")
      json.place(anchor, view)
    }
    if let author = aside.author {
      json.key("author")
      json.string(author)
    }
    json.key("kind")
    json.string(aside.kind.rawValue)
    json.key("part")
    json.string(aside.part)
    json.key("text")
    json.string(aside.text)
    json.endObject()
  }

  private mutating func put(_ source: SourceRecord, _ account: Account, _ view: SourceView) {
    json.key("source")
    json.beginObject()
    json.key("accounted")
    json.number(account.accounted)
    if !source.asides.isEmpty {
      json.key("asides")
      json.beginArray()
      for aside in source.asides { put(aside, view) }
      json.endArray()
    }
    json.key("bytes")
    json.integer(source.bytes)
    json.key("characters")
    json.beginObject()
    json.key("fields")
    json.integer(account.fields)
    json.key("furniture")
    json.integer(account.furniture)
    json.key("unmapped")
    json.integer(account.unmapped)
    json.endObject()
    json.key("charset")
    json.string(source.charset)
    if let converter = source.convertedBy {
      json.key("convertedBy")
      json.beginObject()
      json.key("name")
      json.string(converter.name)
      json.key("textSha256")
      json.string(converter.textSHA256)
      json.key("version")
      json.string(converter.version)
      json.endObject()
    }
    json.key("dialect")
    json.string(source.dialect)
    json.key("path")
    json.string(source.path)
    json.key("reader")
    json.string(source.reader)
    json.key("sha256")
    json.string(source.sha256)
    json.endObject()
  }

  private mutating func put(unmapped range: SourceRange, _ view: SourceView) {
    let position = view.position(of: range)
    json.beginObject()
    json.key("column")
    json.integer(position.column)
    json.key("end")
    json.integer(range.end)
    json.key("line")
    json.integer(position.line)
    json.key("start")
    json.integer(range.start)
    json.key("text")
    view.write(textOf: range, to: &json)
    json.endObject()
  }
}

extension Producer {
  /// The value of `producer`, in a filing and in the manifest.
  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("evidence")
    json.beginArray()
    for file in evidence {
      json.beginObject()
      json.key("name")
      json.string(file.name)
      json.key("sha256")
      json.string(file.sha256)
      json.endObject()
    }
    json.endArray()
    json.key("icu")
    json.string(icu)
    json.key("name")
    json.string(name)
    json.key("options")
    options.write(to: &json)
    json.key("unicode")
    json.string(unicode)
    json.key("version")
    json.string(version)
    json.endObject()
  }
}
