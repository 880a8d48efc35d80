import Glibc

// The system calls that a batch needs, on paths as bytes: a file's name need not be UTF-8.
// This is the only file of the module that passes pointers to the system.

/// The number that a system call failed with.
struct SystemError: Error, Hashable, Sendable {
  let code: Int32

  static let notAFolder = SystemError(code: ENOTDIR)

  static var last: SystemError { SystemError(code: errno) }
}

/// An open file or folder; closed when it goes.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  deinit {
    close(number)
  }
}

/// A file or folder whatever its name: device and inode.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}

struct FileStatus: Sendable {
  enum Kind: Sendable {
    case file, folder, link, special
  }

  let kind: Kind
  let size: Int
  let identity: FileIdentity

  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .special
      }
    size = Int(status.st_size)
    identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }
}

enum System {
  /// Stands for the working folder where a folder's descriptor is asked for.
  static var workingFolder: Int32 { AT_FDCWD }

  static func open(_ path: [UInt8], _ flags: Int32, at folder: Int32 = workingFolder) throws(SystemError) -> Descriptor
  {
    let number = try unsafe call(path) { unsafe openat(folder, $0, flags | O_CLOEXEC, 0o666) }
    return Descriptor(number: number)
  }

  static func status(
    of path: [UInt8], at folder: Int32 = workingFolder, followingLinks: Bool = true
  ) throws(SystemError) -> FileStatus {
    var status = stat()
    let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
    _ = try unsafe call(path) { unsafe fstatat(folder, $0, &status, flags) }
    return FileStatus(status)
  }

  static func status(of file: Int32) throws(SystemError) -> FileStatus {
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw .last }
    return FileStatus(status)
  }

  /// Appends what `read` gives once, at most `count` bytes; 0 at the end of the file.
  static func read(_ file: Int32, atMost count: Int, into buffer: inout [UInt8]) throws(SystemError) -> Int {
    try unsafe append(atMost: count, to: &buffer) { unsafe Glibc.read(file, $0, $1) }
  }

  /// The same from a given place in the file.
  static func read(
    _ file: Int32, from offset: Int, atMost count: Int, into buffer: inout [UInt8]
  ) throws(SystemError) -> Int {
    try unsafe append(atMost: count, to: &buffer) { unsafe pread(file, $0, $1, off_t(offset)) }
  }

  /// Writes all of it, however long a pipe has no room.
  static func write(_ bytes: [UInt8], to file: Int32) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { bytes in
        unsafe Glibc.write(file, UnsafeRawBufferPointer(rebasing: bytes[written...]).baseAddress, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          // Another program has made the stream non-blocking.
          var request = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
          unsafe poll(&request, 1, 1000)
          continue
        }
        throw .last
      }
      written += count
    }
  }

  enum Readiness {
    case ready, none, closed
  }

  /// Waits for input, so long as somebody can read the output: a pipe whose reader has gone reports an error.
  static func awaitInput(_ input: Int32, unlessClosed output: Int32, milliseconds: Int32) -> Readiness {
    var requests = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0), pollfd(fd: output, events: 0, revents: 0),
    ]
    let count = unsafe requests.withUnsafeMutableBufferPointer { requests in
      unsafe poll(requests.baseAddress, nfds_t(requests.count), milliseconds)
    }
    if count <= 0 { return .none }
    if Int32(requests[1].revents) & Int32(POLLERR) != 0 { return .closed }
    return requests[0].revents != 0 ? .ready : .none
  }

  /// Else writing to a pipe that nobody reads would end the program.
  static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// The path of what exists, from `/` and without links.
  static func absolute(_ path: [UInt8]) throws(SystemError) -> [UInt8] {
    var result: [UInt8] = []
    _ = try unsafe call(path) { path in
      guard let real = unsafe realpath(path, nil) else { return -1 }
      result = unsafe Array(UnsafeRawBufferPointer(start: real, count: strlen(real)))
      unsafe free(real)
      return 0
    }
    return result
  }

  static func truncate(_ file: Int32, to size: Int) throws(SystemError) {
    guard ftruncate(file, off_t(size)) == 0 else { throw .last }
  }

  static func rename(_ old: [UInt8], to new: [UInt8], at folder: Int32) throws(SystemError) {
    let old = old + [0]
    _ = try unsafe call(new) { new in
      unsafe old.withUnsafeBytes { old in
        guard let old = old.baseAddress else { return -1 }
        return unsafe renameat(folder, old.assumingMemoryBound(to: CChar.self), folder, new)
      }
    }
  }

  static func removeFile(_ path: [UInt8], at folder: Int32) throws(SystemError) {
    _ = try unsafe call(path) { unsafe unlinkat(folder, $0, 0) }
  }

  /// Removes a folder that is empty.
  static func removeFolder(_ path: [UInt8], at folder: Int32) throws(SystemError) {
    _ = try unsafe call(path) { unsafe unlinkat(folder, $0, AT_REMOVEDIR) }
  }

  static func makeFolder(_ path: [UInt8], at folder: Int32 = workingFolder) throws(SystemError) {
    _ = try unsafe call(path) { unsafe mkdirat(folder, $0, 0o777) }
  }

  /// Takes the file for this process alone, without waiting; false if another has it.
  static func lock(_ file: Int32) throws(SystemError) -> Bool {
    if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    throw .last
  }

  /// The names in an open folder, without `.` and `..`, in no order; the kind is nil where the file
  /// system doesn't say.
  static func forEachName(
    in folder: borrowing Descriptor, _ body: (_ name: [UInt8], _ kind: FileStatus.Kind?) -> Void
  ) throws(SystemError) {
    // `fdopendir` takes the descriptor over, so it gets one of its own.
    let own = unsafe openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { throw .last }
    guard let stream = unsafe fdopendir(own) else {
      let error = SystemError.last
      close(own)
      throw error
    }
    defer { unsafe closedir(stream) }
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { throw .last }
        return
      }
      // The system ends the name with NUL; its place in the record is that of the field.
      let field = unsafe UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
      let length = unsafe strlen(field.assumingMemoryBound(to: CChar.self))
      let name = unsafe [UInt8](UnsafeRawBufferPointer(start: field, count: length))
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      let kind: FileStatus.Kind? =
        switch unsafe Int(entry.pointee.d_type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): nil
        default: .special
        }
      body(name, kind)
    }
  }

  /// Calls with the path as the system wants it: NUL at its end, and so none inside it.
  private static func call(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Int32) throws(SystemError) -> Int32 {
    guard !path.contains(0) else { throw SystemError(code: EINVAL) }
    let path = path + [0]
    while true {
      let result = unsafe path.withUnsafeBytes { bytes -> Int32 in
        guard let base = bytes.baseAddress else { return -1 }
        return unsafe body(base.assumingMemoryBound(to: CChar.self))
      }
      if result >= 0 { return result }
      if errno != EINTR { throw .last }
    }
  }

  private static func append(
    atMost count: Int, to buffer: inout [UInt8], _ read: (UnsafeMutableRawPointer, Int) -> Int
  ) throws(SystemError) -> Int {
    guard count > 0 else { return 0 }
    var result = -1
    var code: Int32 = 0
    buffer.append(addingCapacity: count) { room in
      unsafe room.withUnsafeMutableBufferPointer { room, initialized in
        guard let base = room.baseAddress else { return }
        repeat {
          result = unsafe read(UnsafeMutableRawPointer(base), min(count, room.count))
          code = errno
        } while result < 0 && code == EINTR
        initialized = max(0, result)
      }
    }
    guard result >= 0 else { throw SystemError(code: code) }
    return result
  }
}
