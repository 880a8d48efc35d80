import Digest
import Glibc
import Synchronization

/// The folder that a run writes into. A file in it is whole or not there, and one that would not change
/// is not touched.
final class OutputFolder: Sendable {
  private let descriptor: Descriptor
  let identity: FileIdentity
  private let temporaries = Atomic<Int>(0)

  /// Opens the folder, making it and those above it where they don't exist.
  init(_ location: [UInt8]) throws(FileProblem) {
    do {
      let location = location.isEmpty ? [UInt8(ascii: ".")] : location
      try Self.makeFolders(location + [UInt8(ascii: "/")], at: System.workingFolder)
      descriptor = try System.open(location, O_RDONLY | O_DIRECTORY)
      identity = try System.status(of: descriptor.number).identity
    } catch {
      throw FileProblem(error)
    }
  }

  func open(_ file: String, _ flags: Int32) throws(SystemError) -> Descriptor {
    try System.open(Array(file.utf8), flags, at: descriptor.number)
  }

  // MARK: Writing

  /// Writes a whole file through a temporary one beside it; false if it held these bytes already. On an
  /// error the temporary file is gone and the old file as it was.
  ///
  /// Nothing is synchronised to the disk: a file that a power failure cuts short is found by its size or its
  /// hash, and made again; waiting for the disk would cost more than converting.
  func write(_ bytes: [UInt8], to file: String) throws(FileProblem) -> Bool {
    if let refusal = Self.refusal(of: file) { throw refusal }
    if holds(bytes, in: file) { return false }
    do {
      let temporary = temporaryName(beside: file)
      // A folder that is empty may be removed by another worker between being made and being used.
      var attempts = 0
      while true {
        do {
          try write(bytes, to: file, through: temporary)
          return true
        } catch SystemError(code: ENOENT) where attempts < 8 {
          attempts += 1
          try Self.makeFolders(Array(file.utf8), at: descriptor.number)
        }
      }
    } catch {
      throw FileProblem(error)
    }
  }

  private func write(_ bytes: [UInt8], to file: String, through temporary: String) throws(SystemError) {
    let part = try open(temporary, O_WRONLY | O_CREAT | O_EXCL)
    do {
      try System.write(bytes, to: part.number)
      try rename(temporary, to: file)
    } catch {
      try? System.removeFile(Array(temporary.utf8), at: descriptor.number)
      throw error
    }
  }

  func rename(_ temporary: String, to file: String) throws(SystemError) {
    try System.rename(Array(temporary.utf8), to: Array(file.utf8), at: descriptor.number)
  }

  /// A hidden name in the same folder that no other worker or process uses.
  func temporaryName(beside file: String) -> String {
    let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[...$0]) } ?? ""
    let number = temporaries.add(1, ordering: .relaxed).newValue
    return "\(folder)\(Self.temporaryPrefix)\(getpid())-\(number)\(Self.temporarySuffix)"
  }

  private static let temporaryPrefix = ".jixiao-"
  private static let temporarySuffix = ".tmp"

  /// A relative path of plain, visible names, none of them longer than a file system takes, that is not
  /// the manifest's.
  static func isSafe(_ file: String) -> Bool { refusal(of: file) == nil }

  /// Why a file may not have this name; nil if it may.
  static func refusal(of file: String) -> FileProblem? {
    guard file != Manifest.file, !file.utf8.contains(0) else { return .unsafeName }
    let names = file.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if names.contains(where: { $0.first == nil || $0.first == UInt8(ascii: ".") }) { return .unsafeName }
    return names.contains { $0.count > 255 } ? .nameTooLong : nil
  }

  /// Makes all folders that `path` names before its last `/`.
  private static func makeFolders(_ path: [UInt8], at folder: Int32) throws(SystemError) {
    for end in path.indices where end > 0 && path[end] == UInt8(ascii: "/") {
      do {
        try System.makeFolder(Array(path[..<end]), at: folder)
      } catch {
        // Whatever the error says, a folder that exists is all that is needed: it may stand on a
        // read-only disk, or above what this user may change.
        if (try? System.status(of: Array(path[..<end]), at: folder))?.kind != .folder { throw error }
      }
    }
  }

  // MARK: Looking

  func size(of file: String) -> Int? {
    guard Self.isSafe(file) else { return nil }
    guard let status = try? System.status(of: Array(file.utf8), at: descriptor.number) else { return nil }
    return status.kind == .file ? status.size : nil
  }

  func sha256(of file: String) -> SHA256? {
    guard Self.isSafe(file), let descriptor = try? open(file, O_RDONLY | O_NONBLOCK) else { return nil }
    guard var stream = try? SHA256Stream() else { return nil }
    var buffer: [UInt8] = []
    while let count = try? System.read(descriptor.number, atMost: 65536, into: &buffer) {
      if count == 0 { return try? stream.finish() }
      guard (try? stream.update(buffer.span)) != nil else { return nil }
      buffer.removeAll(keepingCapacity: true)
    }
    return nil
  }

  private func holds(_ bytes: [UInt8], in file: String) -> Bool {
    guard let descriptor = try? open(file, O_RDONLY | O_NONBLOCK) else { return false }
    guard let status = try? System.status(of: descriptor.number), status.kind == .file, status.size == bytes.count
    else { return false }
    var found: [UInt8] = []
    while found.count <= bytes.count {
      guard let count = try? System.read(descriptor.number, atMost: bytes.count + 1 - found.count, into: &found) else {
        return false
      }
      if count == 0 { break }
    }
    return found == bytes
  }

  // MARK: Removing

  /// Removes a file and the folders above it that become empty; one that is not there is no error.
  func remove(_ file: String) {
    guard Self.isSafe(file) else { return }
    var path = Array(file.utf8)
    guard (try? System.removeFile(path, at: descriptor.number)) != nil else { return }
    while let slash = path.lastIndex(of: UInt8(ascii: "/")) {
      path.removeSubrange(slash...)
      guard (try? System.removeFolder(path, at: descriptor.number)) != nil else { return }
    }
  }

  /// Removes a hidden file of our own at the top of the folder.
  func removeHidden(_ name: String) {
    try? System.removeFile(Array(name.utf8), at: descriptor.number)
  }

  /// Removes the temporary files that a killed run has left, in the folder and below it. Only the holder
  /// of the lock may call this. Links are not followed.
  func removeTemporaries() {
    var pending: [[UInt8]] = [[UInt8(ascii: ".")]]
    while let folder = pending.popLast() {
      guard let opened = try? System.open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, at: descriptor.number) else {
        continue
      }
      var leftovers: [[UInt8]] = []
      try? System.forEachName(in: opened) { name, kind in
        if kind == .folder, name.first != UInt8(ascii: ".") {
          pending.append(folder + [UInt8(ascii: "/")] + name)
        } else if name.starts(with: Self.temporaryPrefix.utf8), name.suffix(4) == Array(Self.temporarySuffix.utf8)[...]
        {
          leftovers.append(name)
        }
      }
      for name in leftovers { try? System.removeFile(name, at: opened.number) }
    }
  }
}
