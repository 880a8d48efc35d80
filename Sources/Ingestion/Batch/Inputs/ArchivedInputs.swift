import Archives
import Glibc
import ICU

/// What an archive may hold that is read as a folder.
package struct FolderLimits: Hashable, Sendable {
  /// The entries of one archive.
  package var entries = 100_000
  /// All bytes of one archive's entries, unpacked: 16 GiB, some 100,000 filings as Word files.
  package var totalBytes = 16 << 30
  /// How many bytes one of a long packed entry may give.
  package var ratio = 500

  package init() {}

  func archive(entryBytes: Int) -> ArchiveLimits {
    var limits = ArchiveLimits()
    limits.entries = entries
    limits.totalBytes = totalBytes
    limits.ratio = ratio
    limits.entryBytes = entryBytes
    return limits
  }
}

/// An archive of filings, open.
final class ArchivedInputs: Sendable {
  /// Paths below the archive, in its order: what is hidden, and what the systems put in, is left out.
  let paths: [[UInt8]]
  private let members: [[UInt8]: ArchiveFile.Member]
  private let archive: ArchiveFile

  /// Nil for whatever isn't an archive of files: another file, a damaged archive, or a document, since Word files and
  /// their like are archives, too.
  init?(_ location: [UInt8], limits: ArchiveLimits) throws(ArchiveError) {
    guard let file = Self.open(location) else { return nil }
    let size = file.size
    archive = try ArchiveFile(count: size, limits: limits) { range in
      var bytes: [UInt8] = []
      while bytes.count < range.count {
        let count = try? System.read(
          file.descriptor.number, from: range.lowerBound + bytes.count, atMost: range.count - bytes.count, into: &bytes)
        guard let count, count > 0 else { return nil }
      }
      return bytes
    }
    var paths: [[UInt8]] = []
    var members: [[UInt8]: ArchiveFile.Member] = [:]
    for member in archive.members {
      let path = Self.path(member)
      // Office doesn't tell the case of names.
      let isOffice = path.elementsEqual("[content_types].xml".utf8) { $0 | 0x20 == $1 | 0x20 }
      if isOffice || (members.isEmpty && path == Array("mimetype".utf8)) { return nil }
      if path.last == UInt8(ascii: "/") || Self.isHidden(path) { continue }
      var member = member
      let safe = Self.safe(path)
      if safe != path { member.problem = .unsafeName(String(decoding: path, as: UTF8.self)) }
      if members[safe] != nil {
        // Which of the two counts would depend on who reads.
        member.problem = .duplicate(name: String(decoding: path, as: UTF8.self))
      } else {
        paths.append(safe)
      }
      members[safe] = member
    }
    self.paths = paths
    self.members = members
  }

  /// The bytes of an entry; nil if there is none of that path.
  func bytes(of path: [UInt8]) throws(ArchiveError) -> [UInt8]? {
    guard let member = members[path] else { return nil }
    return try archive.bytes(of: member)
  }

  private final class OpenFile: Sendable {
    let descriptor: Descriptor
    let size: Int

    init(_ descriptor: consuming Descriptor, size: Int) {
      self.descriptor = descriptor
      self.size = size
    }
  }

  /// A regular file that begins as archives do.
  private static func open(_ location: [UInt8]) -> OpenFile? {
    guard let descriptor = try? System.open(location, O_RDONLY | O_NONBLOCK | O_NOCTTY),
      let status = try? System.status(of: descriptor.number), status.kind == .file
    else { return nil }
    var head: [UInt8] = []
    guard (try? System.read(descriptor.number, from: 0, atMost: 4, into: &head)) == 4, head[0] == 0x50, head[1] == 0x4B,
      (head[2], head[3]) == (3, 4) || (head[2], head[3]) == (5, 6) || (head[2], head[3]) == (7, 8)
    else { return nil }
    return OpenFile(descriptor, size: status.size)
  }

  // MARK: Names

  /// In UTF-8. An archive says so of a name, or gives it a second time; what macOS and Linux write without saying is
  /// UTF-8, too, and told by its three bytes a character; the rest is what Chinese Windows writes.
  private static func path(_ member: ArchiveFile.Member) -> [UInt8] {
    let name = member.unicodeName ?? member.name
    var utf8 = name
    if !member.isUTF8, member.unicodeName == nil, !isLongUTF8(name),
      let converted = Charset.gb18030.convert(name[...], strictly: false)
    {
      utf8 = converted.utf8
    }
    return utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
  }

  /// Well-formed, without a character of two bytes: those of GB 2312 often look like one.
  private static func isLongUTF8(_ name: [UInt8]) -> Bool {
    guard let text = String(validating: name, as: UTF8.self) else { return false }
    return text.unicodeScalars.allSatisfy { $0.isASCII || $0.value >= 0x800 }
  }

  private static func isHidden(_ path: [UInt8]) -> Bool {
    path.split(separator: UInt8(ascii: "/")).contains { part in
      part == Array("__MACOSX".utf8)[...] || (part.first == UInt8(ascii: ".") && !isDots(part))
    }
  }

  private static func isDots(_ part: ArraySlice<UInt8>) -> Bool { part.count < 3 && part.allSatisfy { $0 == 0x2E } }

  /// A path that leads nowhere but below the archive: another one is only named so that it can be refused.
  private static func safe(_ path: [UInt8]) -> [UInt8] {
    var parts: [[UInt8]] = []
    for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      parts.append(
        part.isEmpty ? [UInt8(ascii: "_")] : part.contains(0) || isDots(part) ? part.map { _ in 0x5F } : Array(part))
    }
    return Array(parts.joined(separator: [UInt8(ascii: "/")]))
  }
}
