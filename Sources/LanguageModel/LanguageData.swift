internal import Glibc

/// A file of language data that Debian installs.
package enum LanguageData: Hashable, Sendable {
  case model, dictionary

  /// The Debian package that brings it.
  package var package: String {
    switch self {
    case .model: "libime-data-language-model"
    case .dictionary: "libime-data"
    }
  }

  var zh: String {
    switch self {
    case .model: "中文语言模型"
    case .dictionary: "中文词典"
    }
  }

  var en: String {
    switch self {
    case .model: "Chinese language model"
    case .dictionary: "Chinese dictionary"
    }
  }

  /// Where it is installed. Debian keeps the model, which depends on the order of bytes, in a folder named for the
  /// architecture: this program's own, then any.
  package func installedPath() throws(LanguageDataError) -> String {
    for path in candidates where unsafe access(path, F_OK) == 0 { return path }
    throw LanguageDataError(file: self, path: candidates.first ?? "", reason: .missing)
  }

  private var candidates: [String] {
    switch self {
    case .dictionary: ["/usr/share/libime/sc.dict"]
    case .model:
      (Self.architectures.map { "/usr/lib/\($0)" } + ["/usr/lib", "/usr/lib64"]).map { "\($0)/libime/zh_CN.lm" }
    }
  }

  /// Debian's names of the architectures, this program's first.
  private static let architectures: [String] = {
    #if arch(x86_64)
      let own = "x86_64-linux-gnu"
    #elseif arch(arm64)
      let own = "aarch64-linux-gnu"
    #elseif arch(powerpc64le)
      let own = "powerpc64le-linux-gnu"
    #elseif arch(riscv64)
      let own = "riscv64-linux-gnu"
    #else
      let own = "i386-linux-gnu"
    #endif
    let all = ["x86_64-linux-gnu", "aarch64-linux-gnu", "powerpc64le-linux-gnu", "riscv64-linux-gnu"]
    return [own] + all.filter { $0 != own }
  }()
}

extension LanguageData {
  /// The bytes of the file.
  func read(_ path: String) throws(LanguageDataError) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(at: path) }
    defer { close(file) }
    var facts = stat()
    guard unsafe fstat(file, &facts) == 0 else { throw failure(at: path) }
    // A file that claims to be larger is none of ours.
    guard facts.st_size <= Self.limit else { throw LanguageDataError(file: self, path: path, reason: .unknownFormat) }
    var bytes = [UInt8](repeating: 0, count: max(0, Int(facts.st_size)))
    var count = 0
    while count < bytes.count {
      let got = unsafe bytes.withUnsafeMutableBytes { room in
        // Within the room by the loop's condition.
        unsafe Glibc.read(file, room.baseAddress?.advanced(by: count), room.count - count)
      }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw failure(at: path) }
      if got == 0 { break }
      count += got
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  private static let limit = 256 << 20

  /// What `errno` says.
  func failure(at path: String) -> LanguageDataError {
    let number = errno
    if number == ENOENT || number == ENOTDIR { return LanguageDataError(file: self, path: path, reason: .missing) }
    let text = unsafe String(cString: strerror(number))
    return LanguageDataError(file: self, path: path, reason: .unreadable(errno: number, text: text))
  }
}
