/// Writes OLE2 compound files for tests: a header, a table, a directory, and one stream.
package struct CompoundFileMaker {
  /// The names of streams in the directory; the first is the one that the file holds.
  package var names: [String]
  package var stream = [UInt8](repeating: 0, count: 4096)
  /// What stands in the table for the directory's sector: the end of the chain.
  package var directoryChain = 0xFFFF_FFFE

  package init(_ names: String...) { self.names = names }

  package var bytes: [UInt8] {
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    header += number(0x3E, 2) + number(3, 2) + number(0xFFFE, 2) + number(9, 2) + number(6, 2)
    header += [UInt8](repeating: 0, count: 10) + number(1, 4) + number(1, 4) + number(0, 4) + number(4096, 4)
    header += number(0xFFFF_FFFE, 4) + number(0, 4) + number(0xFFFF_FFFE, 4) + number(0, 4) + number(0, 4)
    header += [UInt8](repeating: 0xFF, count: 512 - header.count)
    let sectors = (stream.count + 511) / 512
    var table = number(0xFFFF_FFFD, 4) + number(directoryChain, 4)
    for sector in 0..<sectors { table += number(sector + 1 < sectors ? sector + 3 : 0xFFFF_FFFE, 4) }
    table += [UInt8](repeating: 0xFF, count: 512 - table.count)
    var directory = entry("Root Entry", kind: 5, start: 0xFFFF_FFFE, size: 0)
    for (index, name) in names.prefix(3).enumerated() {
      directory += entry(name, kind: 2, start: index == 0 ? 2 : 0xFFFF_FFFE, size: index == 0 ? stream.count : 0)
    }
    directory += [UInt8](repeating: 0, count: 512 - directory.count)
    return header + table + directory + stream + [UInt8](repeating: 0, count: sectors * 512 - stream.count)
  }

  private func entry(_ name: String, kind: Int, start: Int, size: Int) -> [UInt8] {
    var bytes = name.utf16.flatMap { number(Int($0), 2) }
    let length = bytes.count + 2
    bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
    bytes += number(length, 2) + number(kind, 1) + number(1, 1)
    bytes += [UInt8](repeating: 0xFF, count: 12) + [UInt8](repeating: 0, count: 36)
    return bytes + number(start, 4) + number(size, 8)
  }

  private func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
