internal import Glibc

/// Files that are written whole or not at all: under another name beside their place, then renamed.
enum TargetFile {
  enum Kind: Equatable {
    case absent
    case file(size: Int)
    case folder
    case special
  }

  static func kind(of path: String) throws(ExportError) -> Kind {
    var status = stat()
    // The kernel fills in the struct that it is given.
    guard unsafe stat(path, &status) == 0 else {
      if errno == ENOENT { return .absent }
      throw error(path)
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file(size: Int(status.st_size))
    case S_IFDIR: .folder
    default: .special
    }
  }

  static func foreign(_ path: String) -> ExportError {
    ExportError(
      "target-foreign", zh: "“\(path)”已存在，而且不是 jixiao 导出的，未予覆盖；请另给一个名称，确要覆盖则加 --force。",
      en:
        "\(path) exists and was not exported by jixiao, so it was left alone; give another name, or --force to overwrite it."
    )
  }

  /// A folder or a device where a file is to be written; nil for what can be replaced by one.
  static func misplaced(_ path: String, _ kind: Kind) -> ExportError? {
    switch kind {
    case .absent, .file: nil
    case .folder:
      ExportError(
        "target-folder", zh: "“\(path)”是文件夹，此处应为文件；请另给一个文件名。",
        en: "\(path) is a folder where a file was expected; give another name.")
    case .special:
      ExportError(
        "target-special", zh: "“\(path)”不是普通文件，不能写入；请另给一个文件名。",
        en: "\(path) is not a regular file, so it cannot be written; give another name.")
    }
  }

  /// A hidden name in the same folder.
  static func temporaryPath(beside path: String) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    return "\(folder).jixiao-\(getpid())-\(name).tmp"
  }

  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func remove(_ path: String) {
    unsafe _ = unlink(path)
  }

  /// Puts a finished file into its place, after it has reached the disk.
  static func replace(_ path: String, with temporary: String) throws(ExportError) {
    let file = unsafe open(temporary, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw error(path) }
    let synchronized = fsync(file)
    close(file)
    guard synchronized == 0, unsafe rename(temporary, path) == 0 else { throw error(path) }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(ExportError) {
    if try kind(of: path) == .folder { return }
    let above = folder(of: path)
    if above != path, above != "." { try makeFolder(above) }
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw error(path) }
  }

  /// Says what the last system call failed with.
  static func error(_ path: String, _ code: Int32 = errno) -> ExportError {
    switch code {
    case ENOSPC, EDQUOT, EFBIG:
      ExportError(
        "disk-full", zh: "“\(path)”写不下：磁盘已满或超出配额；请腾出空间后重试。原有文件未变。",
        en:
          "\(path) cannot be written, the disk is full or the quota used up; make room and try again. The old file is as "
          + "it was.")
    case EACCES, EPERM, EROFS:
      ExportError(
        "target-denied", zh: "“\(path)”无法写入：没有权限，或磁盘是只读的；请检查权限或换一个位置。",
        en:
          "\(path) cannot be written, for lack of permission or since the disk is read-only; check, or choose another place."
      )
    case ENOENT, ENOTDIR:
      ExportError(
        "target-missing", zh: "“\(path)”所在的文件夹不存在；请检查路径。", en: "The folder of \(path) does not exist; check the path.")
    default:
      ExportError(
        "target-failed", zh: "“\(path)”读写出错（系统错误 \(code)）；请检查存储设备后重试。",
        en: "\(path) could not be read or written (system error \(code)); check the storage and try again.")
    }
  }
}
