internal import Digest
internal import Glibc

/// Files that were converted before, by the hash of their originals and the version of LibreOffice: what it makes of a
/// file depends on both.
///
/// A file in it is whole or not there; one that has been damaged since is known by its own hash, and made anew.
struct OfficeCache: Sendable {
  private let folder: OutputFolder
  private let version: String

  /// A hash takes 32 bytes in front of the file.
  private static let sumBytes = 32

  /// In `$XDG_CACHE_HOME/jixiao/office`, or below `~/.cache` (XDG Base Directory Specification). Nil where there is no
  /// such place: then nothing is kept.
  init?(version: String) {
    let home = Self.environment("HOME").map { $0 + "/.cache".utf8 }
    guard let base = Self.environment("XDG_CACHE_HOME") ?? home, base.first == UInt8(ascii: "/"),
      let folder = try? OutputFolder(base + "/jixiao/office".utf8), let key = try? SHA256(of: version)
    else { return nil }
    self.folder = folder
    self.version = key.prefixHex(16)
  }

  private func name(_ original: String) -> String { "\(version)/\(original.prefix(2))/\(original)" }

  /// What the file with this hash was converted into; nil if that isn't there any more, or damaged.
  func file(convertedFrom original: String) -> [UInt8]? {
    guard let descriptor = try? folder.open(name(original), O_RDONLY | O_NONBLOCK),
      let status = try? System.status(of: descriptor.number), status.kind == .file, status.size > Self.sumBytes
    else { return nil }
    var bytes: [UInt8] = []
    while bytes.count <= status.size {
      guard
        let count = try? System.read(descriptor.number, atMost: status.size + 1 - bytes.count, into: &bytes)
      else { return nil }
      if count == 0 { break }
    }
    guard bytes.count == status.size else { return nil }
    let file = Array(bytes.dropFirst(Self.sumBytes))
    return Self.sum(of: file) == Array(bytes.prefix(Self.sumBytes)) ? file : nil
  }

  /// Keeps a converted file, if there is room.
  func keep(_ file: [UInt8], convertedFrom original: String) {
    guard let sum = Self.sum(of: file) else { return }
    _ = try? folder.write(sum + file, to: name(original))
  }

  /// The 32 bytes of the hash, as text of 64 digits packed.
  private static func sum(of bytes: [UInt8]) -> [UInt8]? {
    guard let digits = try? SHA256(of: bytes).hex.utf8 else { return nil }
    func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit &- 0x30 : digit &- 0x57 }
    var result: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      if let first = high {
        result.append(first << 4 | value(digit))
        high = nil
      } else {
        high = value(digit)
      }
    }
    return result
  }

  static func environment(_ name: String) -> [UInt8]? {
    // The string is copied at once; nothing here changes the environment.
    let value = unsafe getenv(name).map { unsafe Array(String(cString: $0).utf8) }
    return value?.isEmpty == true ? nil : value
  }
}
