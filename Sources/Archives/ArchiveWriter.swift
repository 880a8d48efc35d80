/// Writes a ZIP archive. Entries are stored as they are, without their dates: the same entries give the same bytes with
/// any version of any library.
package struct ArchiveWriter: ~Copyable {
  private var file: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// `name` has `/` between its parts. An archive holds 65,535 entries and 4 GiB at the most; what goes beyond is left
  /// out, and the result is false.
  package mutating func add(_ name: String, _ bytes: [UInt8]) -> Bool {
    let name = Array(name.utf8)
    guard count < 0xFFFF, name.count <= 0xFFFF, file.count + bytes.count + directory.count < 0xFFF0_0000 else {
      return false
    }
    let sum = Int(checksum(0, bytes.span))
    let start = file.count
    // What the local header and the directory have in common: version 2.0, names in UTF-8, stored, 1 January 1980.
    var common: [UInt8] = []
    for (value, width) in [
      (20, 2), (1 << 11, 2), (0, 2), (0, 2), (0x21, 2), (sum, 4), (bytes.count, 4), (bytes.count, 4), (name.count, 2),
      (0, 2),
    ] { Self.append(value, width, to: &common) }
    Self.append(0x0403_4B50, 4, to: &file)
    file += common + name + bytes
    Self.append(0x0201_4B50, 4, to: &directory)
    Self.append(20, 2, to: &directory)
    directory += common
    // Comment, disk and attributes: none.
    for (value, width) in [(0, 2), (0, 2), (0, 2), (0, 4), (start, 4)] { Self.append(value, width, to: &directory) }
    directory += name
    count += 1
    return true
  }

  /// The whole archive.
  package consuming func finish() -> [UInt8] {
    let start = file.count
    file += directory
    for (value, width) in [
      (0x0605_4B50, 4), (0, 2), (0, 2), (count, 2), (count, 2), (directory.count, 4), (start, 4), (0, 2),
    ] { Self.append(value, width, to: &file) }
    return file
  }

  /// Lowest byte first.
  private static func append(_ value: Int, _ width: Int, to bytes: inout [UInt8]) {
    for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }
}
