package import Digest
package import Provenance

/// Turns the bytes of one input into outputs. It depends on nothing but its arguments and what the
/// producer's description names, so that what is unchanged need not be converted again.
///
/// Each worker makes one for itself and calls it from one thread, so it may keep scratch memory.
/// `path` is relative to the input root.
package typealias Convert = (_ bytes: [UInt8], _ path: String) -> Conversion

/// What came of one input.
package struct Conversion: Sendable {
  package var outputs: [ConvertedOutput]
  /// Why there is no output; with it, `outputs` is not looked at.
  package var failure: Failure?
  package var errors: Int
  package var warnings: Int
  package var notes: Int
  /// The keys of the decisions about single places that hold here, sorted.
  package var decisions: [String] = []
  /// The program, with its version, that the input went through first.
  package var convertedBy: String?

  package init(
    outputs: [ConvertedOutput] = [], failure: Failure? = nil, errors: Int = 0, warnings: Int = 0, notes: Int = 0
  ) {
    self.outputs = outputs
    self.failure = failure
    self.errors = errors
    self.warnings = warnings
    self.notes = notes
  }
}

/// One file to write.
package struct ConvertedOutput: Sendable {
  package var id: String
  /// Relative to the output folder, such as `2021/130304-131.json`; one id has one file.
  package var file: String
  /// Canonical JSON, indented.
  package var bytes: [UInt8]
  /// Of `bytes`.
  package var sha256: SHA256
  /// Of the RFC 8785 bytes of the same value.
  package var canonical: SHA256
  /// Of what the filing says, without its source and places: the same for equal filings from different inputs.
  package var content: SHA256

  package init(
    id: String, file: String, bytes: [UInt8], sha256: SHA256, canonical: SHA256, content: SHA256
  ) {
    self.id = id
    self.file = file
    self.bytes = bytes
    self.sha256 = sha256
    self.canonical = canonical
    self.content = content
  }
}

/// Why an input has no output, or not all: a stable id and a text for people.
package struct Failure: Error, Hashable, Sendable {
  package var id: String
  package var message: Message

  package init(_ id: String, _ message: Message) {
    self.id = id
    self.message = message
  }
}
