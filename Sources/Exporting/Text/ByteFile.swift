internal import Digest
internal import Glibc

/// A file that is being written under a temporary name; it counts its bytes and hashes them.
final class ByteFile {
  let path: String
  let temporary: String
  private(set) var bytes = 0
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var hash: SHA256Stream
  private var isOpen = true
  private var isPlaced = false

  init(_ path: String) throws(ExportError) {
    self.path = path
    temporary = TargetFile.temporaryPath(beside: path)
    buffer.reserveCapacity(Self.size + 4096)
    do { hash = try SHA256Stream() } catch { throw Self.noHash }
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      isOpen = false
      throw TargetFile.error(path)
    }
  }

  private static let size = 1 << 18

  deinit {
    if isOpen { close(descriptor) }
    if !isPlaced { TargetFile.remove(temporary) }
  }

  func write(_ body: (inout [UInt8]) -> Void) throws(ExportError) {
    body(&buffer)
    if buffer.count >= Self.size { try flush() }
  }

  func write(_ text: String) throws(ExportError) {
    try write { $0 += text.utf8 }
  }

  private func flush() throws(ExportError) {
    let whole = buffer
    do { try hash.update(whole.span) } catch { throw Self.noHash }
    var start = 0
    while start < buffer.count {
      let written = unsafe buffer.withUnsafeBytes { bytes in
        // `start` is below the count.
        unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw TargetFile.error(path)
      }
      start += written
    }
    bytes += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left; the hash of all. Nothing can be written any more.
  func finish() throws(ExportError) -> String {
    try flush()
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw TargetFile.error(path) }
    close(descriptor)
    isOpen = false
    do {
      var empty = try SHA256Stream()
      swap(&hash, &empty)
      return try empty.finish().hex
    } catch {
      throw Self.noHash
    }
  }

  /// Puts the finished file into its place.
  func place() throws(ExportError) {
    guard unsafe rename(temporary, path) == 0 else { throw TargetFile.error(path) }
    isPlaced = true
  }

  private static let noHash = ExportError(
    "hash", zh: "系统的加密库无法计算 SHA-256；请检查 OpenSSL 的安装。",
    en: "The system's library cannot compute SHA-256; check the installation of OpenSSL.")
}
