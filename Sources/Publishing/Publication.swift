package import Documents
package import JSON
package import Modeling
package import Provenance

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
  /// The program that turned the file into one that can be read; nil if it was read as it is.
  package var convertedBy: Converter?
  /// What a Word file holds beside the text.
  package var asides: [Aside]

  package struct Aside: Hashable, Sendable {
    package var kind: Document.Aside.Kind
    /// The part of the file that holds it.
    package var part: String
    package var text: String
    package var author: String?
    /// Where in the text its mark stands.
    package var anchor: SourceRange?

    package init(kind: Document.Aside.Kind, part: String, text: String, author: String?, anchor: SourceRange?) {
      self.kind = kind
      self.part = part
      self.text = text
      self.author = author
      self.anchor = anchor
    }
  }

  /// The program that an input went through first. Places are in what it made.
  package struct Converter: Hashable, Sendable {
    package var name: String
    package var version: String
    /// Of the text that places point to, as `jixiao text` prints it, in hexadecimal digits. (The file that the program
    /// writes holds the time.)
    package var textSHA256: String

    package init(name: String, version: String, textSHA256: String) {
      self.name = name
      self.version = version
      self.textSHA256 = textSHA256
    }
  }

  package init(
    path: String, sha256: String, bytes: Int, charset: String, reader: String, dialect: String,
    convertedBy: Converter? = nil, asides: [Aside] = []
  ) {
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.charset = charset
    self.reader = reader
    self.dialect = dialect
    self.convertedBy = convertedBy
    self.asides = asides
  }
}

extension SourceRecord.Aside {
  /// The asides of a document.
  package static func all(of document: Document) -> [Self] {
    document.asides.map { aside in
      Self(
        kind: aside.kind,
        part: document.parts.indices.contains(Int(aside.part)) ? document.parts[Int(aside.part)] : "",
        text: aside.text, author: aside.author, anchor: aside.anchor)
    }
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
