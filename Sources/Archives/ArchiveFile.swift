/// A ZIP archive that is read piece by piece, so that memory depends on its directory and on one entry at a time.
///
/// Here an entry that is not as it should be costs itself alone, unlike in an ``Archive``, whose entries belong together.
package struct ArchiveFile: Sendable {
  package struct Member: Sendable {
    /// As it is written in the archive.
    package var name: [UInt8]
    /// A second name, in UTF-8, that belongs to the first (Info-ZIP's field 0x7075).
    package var unicodeName: [UInt8]?
    /// The archive says that the name is UTF-8.
    package var isUTF8: Bool
    package var size: Int
    /// Why it can't be read, as far as the directory tells.
    package var problem: ArchiveError?
    let entry: Archive.Entry
  }

  /// In the order of the directory.
  package let members: [Member]
  package let limits: ArchiveLimits
  private let read: Read

  /// Gives the bytes of a range of the file; nil if it can't be read.
  package typealias Read = @Sendable (Range<Int>) -> [UInt8]?

  /// The directory may take as many bytes.
  private static let mostDirectoryBytes = 64 << 20
  /// The record at the end with the longest comment, and the records of zip64 before it.
  private static let tailBytes = 22 + 0xFFFF + 20 + 56

  /// O(entries log entries).
  package init(count: Int, limits: ArchiveLimits = ArchiveLimits(), read: @escaping Read) throws(ArchiveError) {
    self.limits = limits
    self.read = read
    var start = max(0, count - Self.tailBytes)
    guard var bytes = read(start..<count), bytes.count == count - start else { throw .truncated }
    let directory = try Directory(LittleEndian(bytes: bytes, start: start))
    guard directory.count <= limits.entries else { throw .tooManyEntries(directory.count) }
    if directory.start < start {
      guard directory.size <= Self.mostDirectoryBytes else { throw .tooManyEntries(directory.count) }
      start = directory.start
      guard let all = read(start..<start + directory.size), all.count == directory.size else { throw .truncated }
      bytes = all
    }
    let reader = LittleEndian(bytes: bytes, start: start)
    var members = try directory.records(reader).map { record in
      Member(
        name: Array(reader[record.name]), unicodeName: Self.unicodeName(record, reader),
        isUTF8: record.flags & 0x800 != 0, size: record.entry.size, problem: Self.problem(record.entry, limits),
        entry: record.entry)
    }
    let sizes = members.reduce(0) { $0 &+ min($1.size, Int(Int32.max) << 16) }
    guard sizes <= limits.totalBytes else { throw .tooLarge(name: "", limit: limits.totalBytes) }
    Self.findOverlaps(in: &members, before: directory.start, read)
    self.members = members
  }

  /// All bytes of a member.
  package func bytes(of member: Member) throws(ArchiveError) -> [UInt8] {
    if let problem = member.problem { throw problem }
    let entry = member.entry
    let start = try Self.dataStart(of: entry, read)
    guard let data = read(start..<start + entry.compressed), data.count == entry.compressed else { throw .truncated }
    var result: [UInt8] = []
    result.reserveCapacity(entry.size)
    try limits.read(entry, data.span) { piece in
      // Both live for the call.
      unsafe piece.withUnsafeBufferPointer { unsafe result.append(contentsOf: $0) }
      return true
    }
    return result
  }

  private static func problem(_ entry: Archive.Entry, _ limits: ArchiveLimits) -> ArchiveError? {
    do throws(ArchiveError) {
      try limits.check(entry)
      // The worst that DEFLATE makes of a byte is nine bits.
      guard entry.compressed <= entry.size + entry.size / 8 + 1024 else { return .damaged(offset: entry.header) }
      return nil
    } catch {
      return error
    }
  }

  private static func findOverlaps(in members: inout [Member], before directory: Int, _ read: Read) {
    var end = 0
    for index in members.indices.sorted(by: { members[$0].entry.header < members[$1].entry.header }) {
      let entry = members[index].entry
      do throws(ArchiveError) {
        guard entry.header >= end else { throw .overlapping(name: entry.name) }
        let start = try dataStart(of: entry, read)
        guard entry.compressed <= directory - start else { throw .damaged(offset: entry.header) }
        end = start + entry.compressed
      } catch {
        members[index].problem = members[index].problem ?? error
      }
    }
  }

  private static func dataStart(of entry: Archive.Entry, _ read: Read) throws(ArchiveError) -> Int {
    guard let bytes = read(entry.header..<entry.header + 30) else { throw .damaged(offset: entry.header) }
    let reader = LittleEndian(bytes: bytes)
    guard reader.uint32(at: 0) == 0x0403_4B50, let name = reader.uint16(at: 26), let extra = reader.uint16(at: 28)
    else { throw .damaged(offset: entry.header) }
    return entry.header + 30 + name + extra
  }

  /// Field 0x7075: a version, the sum of the name that it belongs to (which isn't compared: archivers write both at
  /// once), the name in UTF-8.
  private static func unicodeName(_ record: Directory.Record, _ reader: LittleEndian) -> [UInt8]? {
    var offset = record.extra.lowerBound
    while let kind = reader.uint16(at: offset), let length = reader.uint16(at: offset + 2),
      offset + 4 + length <= record.extra.upperBound
    {
      if kind == 0x7075, length > 5 { return Array(reader[offset + 9..<offset + 4 + length]) }
      offset += 4 + length
    }
    return nil
  }
}
