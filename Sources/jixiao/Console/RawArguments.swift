internal import Glibc

/// The arguments as the system gave them. A path is bytes; in Swift's arguments, what is not UTF-8 has become U+FFFD,
/// and the file would not be found.
struct RawArguments {
  /// Those that are not UTF-8, and what stands behind their `=`, in order.
  private var unclear: [[UInt8]] = []

  init() {
    // The system ends the list with nil and each argument with NUL, and nothing here changes them.
    for index in 0..<Int(CommandLine.argc) {
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { continue }
      let bytes = unsafe Array(
        UnsafeBufferPointer(start: argument, count: strlen(argument)).map { UInt8(bitPattern: $0) })
      if String(validating: bytes, as: UTF8.self) != nil { continue }
      unclear.append(bytes)
      if let sign = bytes.firstIndex(of: UInt8(ascii: "=")) { unclear.append(Array(bytes[(sign + 1)...])) }
    }
  }

  /// The bytes of a path that was given; each of several that look the same is given once.
  mutating func path(_ text: String) -> [UInt8] {
    guard let index = unclear.firstIndex(where: { String(decoding: $0, as: UTF8.self) == text }) else {
      return Array(text.utf8)
    }
    return unclear.remove(at: index)
  }

  mutating func paths(_ texts: [String]) -> [[UInt8]] {
    var paths: [[UInt8]] = []
    for text in texts { paths.append(path(text)) }
    return paths
  }
}
