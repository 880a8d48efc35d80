internal import Glibc

struct FileTrouble: Error, CustomStringConvertible {
  let path: String
  let code: CInt

  var description: String {
    // strerror's text is copied before anything else can be called.
    let text = unsafe strerror(code).map { unsafe String(cString: $0) }
    return "\(path): \(text ?? String(code))"
  }
}

/// As little of the file system as is needed here.
enum Files {
  static func makeFolder(_ path: String) throws(FileTrouble) {
    if unsafe mkdir(path, 0o755) != 0, errno != EEXIST { throw FileTrouble(path: path, code: errno) }
  }

  static func write(_ bytes: [UInt8], to path: String) throws(FileTrouble) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw FileTrouble(path: path, code: errno) }
    defer { close(file) }
    var start = 0
    while start < bytes.count {
      // The slice bounds the write.
      let count = unsafe bytes[start...].withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw FileTrouble(path: path, code: errno) }
      start += count
    }
  }

  static func read(_ path: String) throws(FileTrouble) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY)
    guard file >= 0 else { throw FileTrouble(path: path, code: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // The buffer's own count bounds the read.
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(file, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw FileTrouble(path: path, code: errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// The names in a folder but those that begin with a dot, by their bytes.
  static func list(_ path: String) throws(FileTrouble) -> [String] {
    guard let folder = unsafe opendir(path) else { throw FileTrouble(path: path, code: errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      // The entry stays until the next call, and its name ends in a zero.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
