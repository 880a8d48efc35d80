internal import Glibc

package enum StandardInput {
  /// Everything that comes on standard input, `limit` bytes at the most.
  package static func read(limit: Int) -> Result<[UInt8], Failure> {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // The buffer's own count bounds the read.
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(0, $0.baseAddress, $0.count) }
      if count == 0 { return .success(bytes) }
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(FileProblem.failed.failureOfStandardInput)
      }
      bytes += buffer[..<count]
      if bytes.count > limit { return .failure(FileProblem.tooLarge.failureOfStandardInput) }
    }
  }
}
