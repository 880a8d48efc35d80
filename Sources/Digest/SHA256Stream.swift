import CDigest

/// The SHA-256 of bytes that come in pieces, such as a large file's.
@safe package struct SHA256Stream: ~Copyable {
  private let stream: OpaquePointer

  package init() throws(DigestError) {
    guard let stream = unsafe cdigest_stream_create() else { throw .refused }
    unsafe self.stream = stream
  }

  deinit {
    unsafe cdigest_stream_destroy(stream)
  }

  package mutating func update(_ bytes: Span<UInt8>) throws(DigestError) {
    let status = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe cdigest_stream_update(stream, bytes.baseAddress, bytes.count)
    }
    guard status == 0 else { throw .refused }
  }

  package consuming func finish() throws(DigestError) -> SHA256 {
    try unsafe SHA256 { digest in unsafe cdigest_stream_finish(stream, digest) }
  }
}
