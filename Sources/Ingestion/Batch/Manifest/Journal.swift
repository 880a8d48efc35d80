import Glibc

/// What a run has done so far, kept in the output folder until its manifest is written, so that a run that
/// was stopped can be taken up again. It is also the lock: whoever holds the file has the folder.
struct Journal: ~Copyable {
  static let file = ".jixiao.journal"
  private static let header = Array("jixiao.journal/1\n".utf8)

  private let descriptor: Descriptor
  private(set) var size: Int
  /// An earlier run didn't come to its end.
  let isContinued: Bool

  /// Opens the journal of `folder`, which no other run may have open.
  static func open(in folder: OutputFolder) throws(BatchError) -> Journal {
    do {
      let descriptor = try locked(in: folder)
      var found: [UInt8] = []
      _ = try System.read(descriptor.number, from: 0, atMost: header.count, into: &found)
      if found != header {
        try System.truncate(descriptor.number, to: 0)
        try System.write(header, to: descriptor.number)
      }
      let size = try System.status(of: descriptor.number).size
      return Journal(descriptor: descriptor, size: size, isContinued: !found.isEmpty)
    } catch let error as SystemError {
      throw .output(FileProblem(error))
    } catch let error as BatchError {
      throw error
    } catch {
      throw .output(.failed)
    }
  }

  private init(descriptor: consuming Descriptor, size: Int, isContinued: Bool) {
    self.descriptor = descriptor
    self.size = size
    self.isContinued = isContinued
  }

  private static func locked(in folder: OutputFolder) throws -> Descriptor {
    while true {
      let descriptor = try folder.open(file, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW)
      guard try System.lock(descriptor.number) else { throw BatchError.inUse }
      // The run that had it may have ended, and removed the file, between the opening and the locking.
      let identity = try System.status(of: descriptor.number).identity
      if let current = try? folder.open(file, O_RDONLY | O_NOFOLLOW),
        try System.status(of: current.number).identity == identity
      {
        return descriptor
      }
    }
  }

  var entries: EntryFile { EntryFile(file: descriptor.number) }

  /// Appends lines; returns where they begin. On an error the journal is as before.
  mutating func append(_ bytes: [UInt8]) throws(FileProblem) -> Int {
    do {
      try System.write(bytes, to: descriptor.number)
    } catch {
      try? System.truncate(descriptor.number, to: size)
      throw FileProblem(error)
    }
    defer { size += bytes.count }
    return size
  }
}
