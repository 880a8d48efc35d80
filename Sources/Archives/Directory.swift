/// The directory at the end of an archive.
struct Directory {
  let count: Int
  /// Where it begins.
  let start: Int
  let size: Int

  /// What it says of an entry.
  struct Record {
    var entry: Archive.Entry
    /// Where its name stands as it is written, and what belongs to it beside.
    var name: Range<Int>
    var extra: Range<Int>
    var flags: Int
  }

  /// Finds it from the end of a file.
  init(_ reader: LittleEndian) throws(ArchiveError) {
    guard let end = Self.end(of: reader), var count = reader.uint16(at: end + 10),
      var size = reader.uint32(at: end + 12),
      var start = reader.uint32(at: end + 16)
    else { throw .truncated }
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF, reader.uint32(at: end - 20) == 0x0706_4B50 {
      guard let record = reader.uint64(at: end - 12), record < end, reader.uint32(at: record) == 0x0606_4B50,
        let wideCount = reader.uint64(at: record + 32), let wideSize = reader.uint64(at: record + 40),
        let wideStart = reader.uint64(at: record + 48)
      else { throw .damaged(offset: max(0, end - 20)) }
      (count, size, start) = (wideCount, wideSize, wideStart)
    }
    // An entry takes 46 bytes at least.
    guard start <= end, size <= end - start, count <= size / 46 else { throw .damaged(offset: end) }
    self.count = count
    self.size = size
    self.start = start
  }

  /// The record at the end of the file: the last one whose comment reaches just to the end.
  private static func end(of reader: LittleEndian) -> Int? {
    var offset = reader.end - 22
    let least = max(reader.start, reader.end - 22 - 0xFFFF)
    while offset >= least {
      if reader.uint32(at: offset) == 0x0605_4B50, let comment = reader.uint16(at: offset + 20),
        offset + 22 + comment == reader.end
      {
        return offset
      }
      offset -= 1
    }
    return nil
  }

  /// Reads it where it is in memory.
  func records(_ reader: LittleEndian) throws(ArchiveError) -> [Record] {
    var result: [Record] = []
    result.reserveCapacity(count)
    var offset = start
    for _ in 0..<count {
      guard offset <= start + size - 46, reader.uint32(at: offset) == 0x0201_4B50,
        let flags = reader.uint16(at: offset + 8),
        let method = reader.uint16(at: offset + 10), let crc = reader.uint32(at: offset + 16),
        var compressed = reader.uint32(at: offset + 20), var plain = reader.uint32(at: offset + 24),
        let nameLength = reader.uint16(at: offset + 28), let extraLength = reader.uint16(at: offset + 30),
        let commentLength = reader.uint16(at: offset + 32), var header = reader.uint32(at: offset + 42)
      else { throw .damaged(offset: offset) }
      let nameEnd = offset + 46 + nameLength
      let next = nameEnd + extraLength + commentLength
      guard next <= start + size else { throw .damaged(offset: offset) }
      let extra = nameEnd..<nameEnd + extraLength
      try widen(&plain, &compressed, &header, extra, reader)
      guard header < start else { throw .damaged(offset: offset) }
      // Some Windows programs write the separator of Windows.
      let name = reader[offset + 46..<nameEnd].map { $0 == 0x5C ? 0x2F : $0 }
      let entry = Archive.Entry(
        name: String(decoding: name, as: UTF8.self), compressed: compressed, size: plain,
        crc: UInt32(truncatingIfNeeded: crc), method: method, isEncrypted: flags & 0x41 != 0, header: header)
      result.append(Record(entry: entry, name: offset + 46..<nameEnd, extra: extra, flags: flags))
      offset = next
    }
    return result
  }

  /// Takes from the zip64 field what does not fit its own.
  private func widen(
    _ plain: inout Int, _ compressed: inout Int, _ header: inout Int, _ extra: Range<Int>,
    _ reader: LittleEndian
  ) throws(ArchiveError) {
    guard plain == 0xFFFF_FFFF || compressed == 0xFFFF_FFFF || header == 0xFFFF_FFFF else { return }
    var offset = extra.lowerBound
    while let kind = reader.uint16(at: offset), let length = reader.uint16(at: offset + 2),
      offset + 4 <= extra.upperBound
    {
      if kind == 1 {
        var field = offset + 4
        let end = min(field + length, extra.upperBound)
        func take(_ value: inout Int) throws(ArchiveError) {
          guard value == 0xFFFF_FFFF else { return }
          guard field + 8 <= end, let wide = reader.uint64(at: field) else { throw .damaged(offset: offset) }
          value = wide
          field += 8
        }
        try take(&plain)
        try take(&compressed)
        try take(&header)
        return
      }
      offset += 4 + length
    }
    throw .damaged(offset: extra.lowerBound)
  }
}
