/// Why an archive, or an entry of it, was not read.
package enum ArchiveError: Error, Hashable, Sendable {
  /// No directory at the end: not an archive, or cut off.
  case truncated
  /// What a field says contradicts the file; the offset is of the record that says it.
  case damaged(offset: Int)
  case encrypted(name: String)
  /// A method of compression other than storing and DEFLATE.
  case unknownMethod(name: String, Int)
  case tooManyEntries(Int)
  /// Two entries of one name: which of them counts depends on who reads.
  case duplicate(name: String)
  /// Two entries share bytes.
  case overlapping(name: String)
  /// A name that leads out of the archive, or isn't one.
  case unsafeName(String)
  /// More bytes than allowed; the limit.
  case tooLarge(name: String, limit: Int)
  /// More than `ratio` bytes from each: a bomb.
  case bomb(name: String, ratio: Int)
  /// The sum over the bytes isn't that which the directory gives.
  case wrongChecksum(name: String)
  case corrupt(name: String)
  case noMemory
}
