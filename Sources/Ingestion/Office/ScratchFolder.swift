internal import Glibc

/// A folder for a while: it goes with all that is in it.
struct ScratchFolder: ~Copyable {
  /// Without `/` at the end.
  let path: [UInt8]

  /// Where TMPDIR says, or in `/tmp`.
  init() throws(FileProblem) {
    var template = (OfficeCache.environment("TMPDIR") ?? Array("/tmp".utf8)) + "/jixiao-XXXXXX".utf8 + [0]
    // The system puts letters in the place of the X's, and keeps to the string.
    let isMade = unsafe template.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      return unsafe mkdtemp(base.assumingMemoryBound(to: CChar.self)) != nil
    }
    guard isMade else { throw FileProblem(SystemError.last) }
    path = template.dropLast()
  }

  deinit {
    Self.remove(path, depth: 0)
  }

  func file(_ name: String) -> [UInt8] { path + [UInt8(ascii: "/")] + name.utf8 }

  /// Its location as LibreOffice wants it.
  func url(_ name: String) -> String {
    var result = "file://"
    for byte in file(name) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count < 2 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }

  /// Links are removed, not followed. What can't be removed stays.
  private static func remove(_ folder: [UInt8], depth: Int) {
    guard depth < 64, let opened = try? System.open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else { return }
    var names: [[UInt8]] = []
    try? System.forEachName(in: opened) { name, _ in names.append(name) }
    for name in names where (try? System.removeFile(name, at: opened.number)) == nil {
      remove(folder + [UInt8(ascii: "/")] + name, depth: depth + 1)
    }
    try? System.removeFolder(folder, at: System.workingFolder)
  }
}
