internal import Archives

/// What an OpenDocument file (ISO/IEC 26300, part 3) says of itself: the first entry of the archive, stored and so
/// readable without unpacking, is its media type.
enum OpenDocument {
  /// Nil for any other archive.
  static func format(of bytes: [UInt8]) -> Format? {
    let name = Array("mimetype".utf8)
    guard bytes.count > 38, bytes[30..<38].elementsEqual(name) else { return nil }
    let extra = Int(bytes[28]) | Int(bytes[29]) << 8
    let type = bytes.dropFirst(38 + extra).prefix(64)
    func isType(_ kind: String) -> Bool {
      type.starts(with: "application/vnd.oasis.opendocument.\(kind)".utf8)
    }
    if isType("spreadsheet") { return .spreadsheet }
    if isType("presentation") { return .presentation }
    guard isType("text") else { return nil }
    return isProtected(bytes) ? .protected : .odt
  }

  /// Whether the list of its files says that they are encrypted. What can't be read is for the converter to refuse.
  private static func isProtected(_ bytes: [UInt8]) -> Bool {
    var limits = ArchiveLimits()
    limits.entryBytes = 1 << 20
    guard let archive = try? Archive(bytes, limits: limits), let list = archive["META-INF/manifest.xml"] else {
      return false
    }
    var text: [UInt8] = []
    try? archive.read(list) { piece in
      for index in piece.indices { text.append(piece[index]) }
      return true
    }
    let mark = Array("encryption-data".utf8)
    return text.indices.contains { text[$0...].starts(with: mark) }
  }
}
