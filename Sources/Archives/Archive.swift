/// A ZIP archive in memory (PKWARE's APPNOTE 6.3.10): stored and DEFLATE entries, data descriptors, zip64.
///
/// Only the directory at the end is believed, and it is checked as a whole before anything is read: no two entries
/// share a name or a byte, and no name leads out of the archive.
package struct Archive: Sendable {
  package struct Entry: Hashable, Sendable {
    /// With `/` between folders, as the archive has it otherwise.
    package var name: String
    package var compressed: Int
    package var size: Int
    var crc: UInt32
    var method: Int
    var isEncrypted: Bool
    /// Where its local header stands.
    var header: Int
  }

  /// In the order of the directory.
  package let entries: [Entry]
  package let limits: ArchiveLimits
  let bytes: [UInt8]
  private let indices: [String: Int]

  /// O(entries log entries + comment).
  package init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    self.bytes = bytes
    self.limits = limits
    let reader = LittleEndian(bytes: bytes)
    let directory = try Directory(reader)
    guard directory.count <= limits.entries else { throw .tooManyEntries(directory.count) }
    entries = try directory.records(reader).map(\.entry)
    var indices: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      if let reason = Self.objection(to: entry.name) { throw reason }
      // Office doesn't tell the case of names, so two that differ in it are one.
      let key = entry.name.lowercased()
      guard indices.updateValue(index, forKey: key) == nil else { throw .duplicate(name: entry.name) }
    }
    self.indices = indices
    try checkOverlap(before: directory.start)
  }

  /// The entry of that name, in any case.
  package subscript(name: String) -> Entry? {
    indices[name.lowercased()].map { entries[$0] }
  }

  static func objection(to name: String) -> ArchiveError? {
    let utf8 = name.utf8
    if utf8.isEmpty || utf8.first == 0x2F || utf8.contains(0) || utf8.contains(0x3A) { return .unsafeName(name) }
    // The last part of a folder's name is empty.
    let parts = utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part.elementsEqual("..".utf8) || part.elementsEqual(".".utf8) { return .unsafeName(name) }
      if part.isEmpty, index != parts.count - 1 { return .unsafeName(name) }
    }
    return nil
  }

  private func checkOverlap(before directory: Int) throws(ArchiveError) {
    var end = 0
    for entry in entries.sorted(by: { $0.header < $1.header }) {
      guard entry.header >= end else { throw .overlapping(name: entry.name) }
      let start = try dataStart(of: entry)
      guard entry.compressed <= directory - start else { throw .damaged(offset: entry.header) }
      end = start + entry.compressed
    }
  }

  /// Where the bytes of an entry begin: behind its local header, whose own sizes don't count.
  func dataStart(of entry: Entry) throws(ArchiveError) -> Int {
    let reader = LittleEndian(bytes: bytes)
    guard reader.uint32(at: entry.header) == 0x0403_4B50, let name = reader.uint16(at: entry.header + 26),
      let extra = reader.uint16(at: entry.header + 28)
    else { throw .damaged(offset: entry.header) }
    let start = entry.header + 30 + name + extra
    guard start <= bytes.count else { throw .damaged(offset: entry.header) }
    return start
  }
}
