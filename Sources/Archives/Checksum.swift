internal import CInflate

/// The CRC-32 of ZIP, of what has the checksum `sum` followed by `bytes`; begin with 0.
func checksum(_ sum: UInt32, _ bytes: Span<UInt8>) -> UInt32 {
  // The library reads the bytes within the call.
  unsafe bytes.withUnsafeBufferPointer { bytes in unsafe cinflate_crc32(sum, bytes.baseAddress, bytes.count) }
}
