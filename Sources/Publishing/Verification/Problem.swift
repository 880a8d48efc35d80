package import Provenance

/// A law that a published filing breaks.
package struct Problem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// It can't be read back.
    case unreadable(PublicationError.Kind)
    /// Written again it has other bytes, though the same value.
    case notCanonical
    /// A value that is not what the rest of the file, or the source, gives.
    case differs
    /// A value is missing, or one is there too many.
    case missing, superfluous
    /// A correction whose certainty says that it is applied, and that it is not, or the other way round.
    case certainty
    /// Undoing the corrections of a text does not give what was filed.
    case undo
    /// The file that is at hand is not the one that was read.
    case source
    /// Characters of the source that are not accounted for, or twice.
    case account
    /// A place that lies outside the source.
    case outside
    /// A finding about a value that doesn't exist.
    case danglingPath
    /// No SHA-256 can be computed.
    case digest
  }

  package var kind: Kind
  /// The JSON pointer of what is wrong; empty if it is the whole file.
  package var pointer: String
  package var message: Message

  init(_ kind: Kind, at pointer: String, _ message: Message) {
    self.kind = kind
    self.pointer = pointer
    self.message = message
  }

  init(_ error: PublicationError) {
    self.init(.unreadable(error.kind), at: error.pointer, error.message)
  }
}
