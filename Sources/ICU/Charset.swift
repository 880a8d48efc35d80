internal import CICU

/// The character sets that texts are read from; the raw value is the name that outputs record.
package enum Charset: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  case gb18030 = "GB18030"

  /// The bytes as UTF-8, and how many ill-formed sequences became U+FFFD; nil if ICU can't convert them, or if
  /// `strictly` and they are ill-formed. Not for UTF-8 itself.
  package func convert(
    _ bytes: ArraySlice<UInt8>, strictly: Bool
  ) -> (utf8: [UInt8], replaced: Int)? {
    let capacity = bytes.count + bytes.count / 2 + 16
    var replaced: Int64 = 0
    // The C function writes at most `capacity` bytes and returns how many it wrote, or -1.
    let utf8 = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, written in
      guard let start = target.baseAddress else { return }
      let result = unsafe bytes.withUnsafeBufferPointer { source in
        unsafe cicu_to_utf8(
          rawValue, source.baseAddress, Int64(source.count), start, Int64(capacity), strictly ? 1 : 0, &replaced)
      }
      written = Int(max(0, result))
      if result < 0 { replaced = -1 }
    }
    return replaced < 0 ? nil : (utf8, Int(replaced))
  }
}
