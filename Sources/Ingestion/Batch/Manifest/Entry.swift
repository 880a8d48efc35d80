/// What became of one input: an element of the manifest's `inputs`.
struct Entry: Hashable, Sendable {
  enum Status: String, Sendable {
    case converted, duplicate, failed
  }

  /// A file that this input was turned into.
  struct Output: Hashable, Sendable {
    var id: String
    var file: String
    var bytes: Int
    var sha256: String
    /// Of the RFC 8785 bytes of the same value.
    var canonical: String
    /// Of what the filing says, whatever input it was read from.
    var content: String
  }

  /// An output that doesn't stand, or stands as another input's, and why.
  struct Claim: Hashable, Sendable {
    var output: Output
    /// Unknown until all inputs have been seen.
    var reason: Failure?
  }

  /// The path relative to the input root, as it is shown.
  var path: String
  /// Of the input's bytes; nil if they could not be read.
  var sha256: String?
  var bytes: Int?
  /// The beginning of the hash over the producer that this entry comes from.
  var producer: String
  var failure: Failure?
  var outputs: [Output] = []
  var claims: [Claim] = []
  /// The keys of the decisions about single places that hold for a correction in it, sorted.
  var decisions: [String] = []
  /// The program, with its version, that the input went through first.
  var convertedBy: String?
  var errors = 0
  var warnings = 0
  var notes = 0

  var status: Status { failure != nil ? .failed : outputs.isEmpty ? .duplicate : .converted }

  /// Whether the entry says something that is worth keeping when its input is not given again.
  var isWorthKeeping: Bool { !outputs.isEmpty || !claims.isEmpty || sha256 != nil }

  mutating func sortOutputs() {
    outputs.sort { $0.file < $1.file }
    claims.sort { $0.output.file < $1.output.file }
  }

  init(path: String, producer: String) {
    self.path = path
    self.producer = producer
  }
}
