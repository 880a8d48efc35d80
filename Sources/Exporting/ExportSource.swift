package import Provenance

/// What is exported: filings one by one, and changes between them.
package struct ExportSource {
  /// A filing that cannot be had is a failure; the others are exported without it.
  package var items: AnySequence<Result<ExportItem, ExportError>>
  /// Nil for all filings; for a feed those that are gone, in order.
  package var removed: [String]?
  /// Rows of `Tables.changes`; nil if none are given.
  package var changes: [[Cell]]?

  package init(
    _ items: some Sequence<Result<ExportItem, ExportError>>, removed: [String]? = nil, changes: [[Cell]]? = nil
  ) {
    self.items = AnySequence(items)
    self.removed = removed
    self.changes = changes
  }

  package var isFeed: Bool { removed != nil }
}

/// What an export did.
package struct ExportResult: Sendable {
  /// By table or listing, in order.
  package var counts: [(name: String, title: Message, counts: RowCounts)] = []
  package var filings = 0
  /// The filings that were left out, and why.
  package var failures: [ExportError] = []
  /// What was done otherwise than a reader may expect, such as texts that were cut.
  package var notes: [Message] = []

  package init() {}
}
