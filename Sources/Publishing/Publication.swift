package import JSON
package import Modeling

/// A filing with what its file says around it: where it was read, and by what it was made.
package struct Publication: Hashable, Sendable {
  package var filing: Filing
  package var source: SourceRecord
  package var producer: Producer

  package init(filing: Filing, source: SourceRecord, producer: Producer) {
    self.filing = filing
    self.source = source
    self.producer = producer
  }
}

/// The input that a filing was read from.
package struct SourceRecord: Hashable, Sendable {
  /// Relative to the input root, with `/` between the parts.
  package var path: String
  /// Of the file's own bytes, in hexadecimal digits.
  package var sha256: String
  package var bytes: Int
  package var charset: String
  package var reader: String
  package var dialect: String

  package init(path: String, sha256: String, bytes: Int, charset: String, reader: String, dialect: String) {
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.charset = charset
    self.reader = reader
    self.dialect = dialect
  }
}

/// What made an output, and everything besides the input that it depends on.
package struct Producer: Hashable, Sendable {
  package var name: String
  package var version: String
  package var icu: String
  package var unicode: String
  package var options: JSONValue
  package var evidence: [EvidenceFile]

  package struct EvidenceFile: Hashable, Sendable {
    package var name: String
    package var sha256: String

    package init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  package init(
    name: String, version: String, icu: String, unicode: String, options: JSONValue, evidence: [EvidenceFile]
  ) {
    self.name = name
    self.version = version
    self.icu = icu
    self.unicode = unicode
    self.options = options
    self.evidence = evidence
  }
}
