/// Writes ZIP archives for tests, sound ones and others.
package struct ZipFile {
  package struct Entry {
    package var name: String
    package var bytes: [UInt8]
    /// The name as it is written, if that isn't its UTF-8.
    package var nameBytes: [UInt8]?
    package var isDeflated: Bool
    /// What the directory says of its length and sum, if that isn't the truth.
    package var claimedSize: Int?
    package var claimedSum: UInt32?
    package var flags = 0
    package var method: Int?
    /// The entry whose local header it claims as its own.
    package var sharesHeader: Int?

    package init(_ name: String, _ bytes: [UInt8], isDeflated: Bool = true) {
      self.name = name
      self.bytes = bytes
      self.isDeflated = isDeflated
    }
  }

  package var entries: [Entry] = []
  package var comment: [UInt8] = []
  /// Wide records, as for archives beyond 4 GiB.
  package var isWide = false

  package init(_ entries: [Entry] = []) { self.entries = entries }

  package var bytes: [UInt8] {
    var file: [UInt8] = []
    var headers: [Int] = []
    var directory: [UInt8] = []
    for entry in entries {
      let data = entry.isDeflated ? deflated(entry.bytes) : entry.bytes
      let method = entry.method ?? (entry.isDeflated ? 8 : 0)
      let sum = entry.claimedSum ?? crc32(entry.bytes)
      let size = entry.claimedSize ?? entry.bytes.count
      let name = entry.nameBytes ?? Array(entry.name.utf8)
      let header = entry.sharesHeader.map { headers[$0] } ?? file.count
      headers.append(file.count)
      file += number(0x0403_4B50, 4) + number(20, 2) + number(entry.flags, 2) + number(method, 2) + number(0, 4)
      file += number(Int(sum), 4) + number(data.count, 4) + number(size, 4) + number(name.count, 2) + number(0, 2)
      file += name + data
      let wide: [UInt8] =
        isWide ? number(1, 2) + number(24, 2) + number(size, 8) + number(data.count, 8) + number(header, 8) : []
      directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(entry.flags, 2) + number(method, 2)
      directory += number(0, 4) + number(Int(sum), 4)
      directory += number(isWide ? 0xFFFF_FFFF : data.count, 4) + number(isWide ? 0xFFFF_FFFF : size, 4)
      directory += number(name.count, 2) + number(wide.count, 2) + number(0, 2) + number(0, 2) + number(0, 2)
      directory += number(0, 4) + number(isWide ? 0xFFFF_FFFF : header, 4) + name + wide
    }
    let start = file.count
    file += directory
    if isWide {
      let record = file.count
      file += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 4) + number(0, 4)
      file += number(entries.count, 8) + number(entries.count, 8) + number(directory.count, 8) + number(start, 8)
      file += number(0x0706_4B50, 4) + number(0, 4) + number(record, 8) + number(1, 4)
    }
    file += number(0x0605_4B50, 4) + number(0, 2) + number(0, 2)
    file += number(isWide ? 0xFFFF : entries.count, 2) + number(isWide ? 0xFFFF : entries.count, 2)
    file += number(isWide ? 0xFFFF_FFFF : directory.count, 4) + number(isWide ? 0xFFFF_FFFF : start, 4)
    return file + number(comment.count, 2) + comment
  }

  private func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

/// CRC-32 by table.
package func crc32(_ bytes: [UInt8]) -> UInt32 {
  var sum: UInt32 = 0xFFFF_FFFF
  for byte in bytes { sum = sum >> 8 ^ sums[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
  return ~sum
}

private let sums: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
}
