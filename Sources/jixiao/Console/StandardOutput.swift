internal import Glibc
internal import Publishing

/// Buffered writing to a stream. A reader that has gone away (`jixiao check … | head`) ends the output
/// quietly; any other failure is kept for the end.
struct StandardOutput: ~Copyable {
  /// The number of the first error that the system gave; nil while all went well.
  private(set) var failure: Int32?
  /// Nobody reads any more: there is no point in going on.
  private(set) var isClosed = false
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  private static let size = 1 << 16

  init(_ descriptor: Int32 = Terminal.output) {
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.size)
    // Else writing to a closed pipe would end the program before it could say anything.
    _ = signal(SIGPIPE, SIG_IGN)
  }

  mutating func write(_ text: String) {
    buffer += text.utf8
    if buffer.count >= Self.size { flush() }
  }

  mutating func write(_ bytes: [UInt8]) {
    buffer += bytes
    if buffer.count >= Self.size { flush() }
  }

  /// Writes what is waiting. To be called at the end; false if not all could be written.
  @discardableResult mutating func flush() -> Bool {
    var start = 0
    while start < buffer.count, !isClosed, failure == nil {
      let written = unsafe buffer.withUnsafeBytes { bytes in
        // `start` is below the count.
        unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
      }
      if written >= 0 {
        start += written
      } else if errno == EPIPE {
        isClosed = true
      } else if errno == EAGAIN {
        waitUntilWritable()
      } else if errno != EINTR {
        failure = errno
      }
    }
    buffer.removeAll(keepingCapacity: true)
    return !isClosed && failure == nil
  }

  /// Writes what is waiting, and ends the command if not all could be written; that nobody reads any more is no
  /// trouble.
  mutating func end(_ language: Language) throws {
    flush()
    guard failure != nil else { return }
    Terminal.complain(Self.incomplete(language))
    throw Exit.trouble
  }

  /// What to say when not all could be written.
  static func incomplete(_ language: Language) -> String {
    language.choose(
      "结果没有写完：标准输出无法写入（可能是磁盘已满）。请腾出空间后重试。",
      "The output is incomplete: standard output cannot be written, perhaps since the disk is full. Make room and try "
        + "again.")
  }

  /// A stream that another program has made non-blocking says EAGAIN when it is full.
  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = unsafe poll(&request, 1, 1000)
  }
}
