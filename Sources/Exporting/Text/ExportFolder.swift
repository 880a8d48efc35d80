internal import Glibc

/// A folder of files that are exported together. Only files of ours in it are replaced or removed.
struct ExportFolder {
  let path: String
  /// The file by which a folder is known as ours, and what stands in it.
  let mark: String
  let signature: String
  let force: Bool

  init(_ path: String, mark: String, signature: String, force: Bool) {
    self.path = path
    self.mark = mark
    self.signature = signature
    self.force = force
  }

  /// Makes the folder if there is none; throws if it holds what isn't ours.
  func prepare() throws(ExportError) {
    switch try TargetFile.kind(of: path) {
    case .absent: try TargetFile.makeFolder(path)
    case .file, .special:
      throw ExportError(
        "target-file", zh: "“\(path)”是文件，此处应为文件夹；请另给一个名称。",
        en: "\(path) is a file where a folder was expected; give another name.")
    case .folder:
      if force || isOurs || isEmpty { return }
      throw TargetFile.foreign(path)
    }
  }

  private var isOurs: Bool {
    let file = unsafe open("\(path)/\(mark)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    let head = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, count in
      count = unsafe max(0, read(file, room.baseAddress, room.count))
    }
    return String(decoding: head, as: UTF8.self).contains(signature)
  }

  private var isEmpty: Bool {
    guard let folder = unsafe opendir(path) else { return false }
    defer { unsafe closedir(folder) }
    var names = 0
    // `.` and `..`.
    while names <= 2, unsafe readdir(folder) != nil { names += 1 }
    return names <= 2
  }

  /// Removes files of earlier exports that this one has not written.
  func removeLeftovers(besides files: [String], of known: [String]) throws(ExportError) {
    for name in known where !files.contains("\(path)/\(name)") { TargetFile.remove("\(path)/\(name)") }
  }
}
