internal import Archives
internal import Glibc

/// How a workbook of ours is known: by the author that it names.
enum WorkbookSignature {
  private static let largest = 1 << 30

  static func isOurs(_ path: String) -> Bool {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var bytes: [UInt8] = []
    while bytes.count < largest {
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { room, count in
        count = unsafe max(0, read(file, room.baseAddress, room.count))
      }
      if chunk.isEmpty { break }
      bytes += chunk
      // Neither a ZIP archive nor worth reading to its end.
      if bytes[0] != 0x50 { return false }
    }
    guard let archive = try? Archive(bytes), let entry = archive["docProps/core.xml"] else { return false }
    var properties: [UInt8] = []
    let isRead: Void? = try? archive.read(entry) { piece in
      for index in piece.indices { properties.append(piece[index]) }
      return properties.count < 1 << 16
    }
    guard isRead != nil else { return false }
    return String(decoding: properties, as: UTF8.self).contains("<dc:creator>jixiao</dc:creator>")
  }
}
