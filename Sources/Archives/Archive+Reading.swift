internal import CInflate

extension Archive {
  /// Reads an entry piece by piece, so that memory doesn't depend on its size: `body` gets each piece, and returns
  /// false to stop. What was read is checked by its length and sum, unless `body` stopped it.
  package func read(
    _ entry: Entry, _ body: (Span<UInt8>) -> Bool
  ) throws(ArchiveError) {
    try limits.check(entry)
    let start = try dataStart(of: entry)
    guard entry.compressed >= 0, entry.compressed <= bytes.count - start else { throw .damaged(offset: entry.header) }
    try limits.read(entry, bytes.span.extracting(start..<start + entry.compressed), body)
  }
}

extension ArchiveLimits {
  func check(_ entry: Archive.Entry) throws(ArchiveError) {
    if entry.isEncrypted { throw .encrypted(name: entry.name) }
    guard entry.size <= entryBytes else { throw .tooLarge(name: entry.name, limit: entryBytes) }
  }

  /// Reads an entry from its bytes in the archive.
  func read(
    _ entry: Archive.Entry, _ data: Span<UInt8>, _ body: (Span<UInt8>) -> Bool
  ) throws(ArchiveError) {
    switch entry.method {
    case 0: try readStored(entry, data, body)
    case 8: try inflate(entry, data, body)
    default: throw .unknownMethod(name: entry.name, entry.method)
    }
  }

  private func readStored(
    _ entry: Archive.Entry, _ data: Span<UInt8>, _ body: (Span<UInt8>) -> Bool
  ) throws(ArchiveError) {
    guard entry.size == entry.compressed else { throw .damaged(offset: entry.header) }
    guard body(data) else { return }
    guard checksum(0, data) == entry.crc else { throw .wrongChecksum(name: entry.name) }
  }

  private func inflate(
    _ entry: Archive.Entry, _ data: Span<UInt8>, _ body: (Span<UInt8>) -> Bool
  ) throws(ArchiveError) {
    guard let stream = unsafe cinflate_create() else { throw .noMemory }
    defer { unsafe cinflate_destroy(stream) }
    var room = [UInt8](repeating: 0, count: Self.room(for: entry.size))
    var position = 0
    var total = 0
    var crc: UInt32 = 0
    while true {
      var used = 0
      var made = 0
      let input = data.extracting(position..<data.count)
      // Both buffers live for the call, and the library keeps within them.
      let status = unsafe input.withUnsafeBufferPointer { input in
        unsafe room.withUnsafeMutableBufferPointer { room in
          guard let base = room.baseAddress else { return CInt(cinflate_no_memory) }
          return unsafe cinflate_run(stream, input.baseAddress, input.count, base, room.count, &used, &made)
        }
      }
      position += used
      total += made
      guard total <= entry.size else { throw .corrupt(name: entry.name) }
      if total > ratioFrom, total / max(1, position) > ratio {
        throw .bomb(name: entry.name, ratio: ratio)
      }
      let piece = room.span.extracting(0..<made)
      crc = checksum(crc, piece)
      if made > 0, !body(piece) { return }
      switch Int(status) {
      case Int(cinflate_ended):
        guard total == entry.size else { throw .corrupt(name: entry.name) }
        guard crc == entry.crc else { throw .wrongChecksum(name: entry.name) }
        return
      case Int(cinflate_more):
        // Neither taken nor given: the bytes end before the stream does.
        if used == 0, made == 0 { throw .corrupt(name: entry.name) }
      case Int(cinflate_no_memory): throw .noMemory
      default: throw .corrupt(name: entry.name)
      }
    }
  }

  /// A small part at once; a large one by 64 KiB, which stay in the cache.
  private static func room(for size: Int) -> Int { min(max(1, size), 1 << 16) }
}
