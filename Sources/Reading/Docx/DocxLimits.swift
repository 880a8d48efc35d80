internal import Archives

/// What a Word file may ask for, beyond which it is refused.
package struct DocxLimits: Hashable, Sendable {
  /// The columns of a table; Word allows 63.
  package static let columns = 1024

  /// The entries of the archive.
  package var entries = 10_000
  /// The bytes of one part, inflated.
  package var partBytes = 512 << 20
  /// How many bytes one of a long compressed part may give.
  package var ratio = 500
  /// The bytes of the text.
  package var textBytes = 64 << 20

  package init() {}

  var archive: ArchiveLimits {
    var limits = ArchiveLimits()
    limits.entries = entries
    limits.entryBytes = partBytes
    limits.ratio = ratio
    return limits
  }
}
