import CDigest

/// The SHA-256 (FIPS 180-4) of some bytes: 32 bytes.
package struct SHA256: Hashable, Sendable {
  /// The digest as four numbers, the first byte highest.
  let words: (UInt64, UInt64, UInt64, UInt64)

  package init(of bytes: Span<UInt8>) throws(DigestError) {
    try unsafe self.init { digest in
      // The library reads the bytes and writes 32, both within the call.
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe cdigest_sha256(bytes.baseAddress, bytes.count, digest)
      }
    }
  }

  package init(of bytes: [UInt8]) throws(DigestError) {
    try self.init(of: bytes.span)
  }

  /// Of the text's UTF-8.
  package init(of text: String) throws(DigestError) {
    try self.init(of: text.utf8.span)
  }

  /// Takes the 32 bytes that `fill` writes; it returns 0 if it did.
  init(_ fill: (UnsafeMutablePointer<UInt8>) -> CInt) throws(DigestError) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    let status = unsafe withUnsafeMutableBytes(of: &words) { room in
      // The tuple is 32 bytes, so that there is a base address, and it holds a digest.
      unsafe room.withMemoryRebound(to: UInt8.self) { room in
        unsafe room.baseAddress.map { unsafe fill($0) } ?? 1
      }
    }
    guard status == 0 else { throw .refused }
    self.words = (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
  }

  package static func == (left: Self, right: Self) -> Bool { left.words == right.words }

  package func hash(into hasher: inout Hasher) {
    // Any eight of its bytes are as good a hash as all.
    hasher.combine(words.0)
  }
}
