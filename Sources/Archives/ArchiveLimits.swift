/// What an archive may ask for.
package struct ArchiveLimits: Hashable, Sendable {
  /// Word writes some twenty, a document of many pictures hundreds.
  package var entries = 10_000
  /// The bytes of one entry: 512 MiB, some 50,000 pages.
  package var entryBytes = 512 << 20
  /// How many bytes one of DEFLATE may give, once an entry is longer than `ratioFrom`. Its own limit is 1,032; XML
  /// reaches 20 to 60, and tables of empty cells some hundreds.
  package var ratio = 500
  package var ratioFrom = 1 << 20
  /// All entries of an archive that is read as a folder: 16 GiB, some 100,000 filings as Word files.
  package var totalBytes = 16 << 30

  package init() {}
}
