/// A text in UTF-8 without byte order mark, and what it was decoded from.
package struct DecodedText: Hashable, Sendable {
  /// Always well-formed.
  package var utf8: [UInt8]
  package var charset: Charset
  /// How many ill-formed sequences became U+FFFD, and where in `utf8` the first U+FFFD stands.
  package var replaced = 0
  package var firstReplaced: Int?
  /// How many characters U+0000 there are, and where in `utf8` the first stands.
  package var nulCount = 0
  package var firstNUL: Int?

  /// Finds out the charset and decodes.
  ///
  /// A byte order mark decides. Then well-formed UTF-8 is UTF-8, unless NULs show it to be UTF-16; then come
  /// UTF-16 by its NULs and letters, UTF-8 with little damage, GB18030 that is well-formed and consists of common
  /// Chinese characters, and ASCII with little damage. Anything else is refused: a wrong charset gives Chinese
  /// characters as well, and nobody would notice.
  package init(_ bytes: [UInt8]) throws(CharsetError) {
    if let (charset, length) = Self.byteOrderMark(of: bytes) {
      let content = bytes[length...]
      if charset == .utf8 {
        self.init(Array(content), UTF8Survey(Array(content)))
      } else if let (utf8, replaced) = charset.convert(content, strictly: false) {
        self.init(utf8: utf8, charset: charset, replaced: replaced)
      } else {
        throw .unknown(offset: 0)
      }
      return
    }
    let survey = UTF8Survey(bytes)
    if survey.isWellFormed && survey.nulCount == 0 {
      self.init(utf8: bytes, charset: .utf8)
      return
    }
    if let charset = CharsetEvidence.utf16(bytes, survey),
      let (utf8, replaced) = charset.convert(bytes[...], strictly: false)
    {
      self.init(utf8: utf8, charset: charset, replaced: replaced)
      return
    }
    if survey.nulCount > 4 && survey.nulCount > bytes.count / 50 {
      throw .binary(offset: survey.firstNUL ?? 0)
    }
    if survey.isWellFormed || CharsetEvidence.isDamagedUTF8(survey) {
      self.init(bytes, survey)
    } else if CharsetEvidence.looksLikeGB18030(bytes.span),
      let (utf8, _) = Charset.gb18030.convert(bytes[...], strictly: true)
    {
      self.init(utf8: utf8, charset: .gb18030)
    } else if CharsetEvidence.isDamagedASCII(survey) {
      self.init(bytes, survey)
    } else {
      throw .unknown(offset: survey.firstIllFormed ?? 0)
    }
  }

  private init(_ bytes: [UInt8], _ survey: UTF8Survey) {
    self.init(
      utf8: survey.isWellFormed ? bytes : UTF8Survey.repaired(bytes), charset: .utf8, replaced: survey.illFormed)
    // What stands before the first fault was copied as it is.
    firstReplaced = survey.firstIllFormed
  }

  private init(utf8: [UInt8], charset: Charset, replaced: Int = 0) {
    self.utf8 = utf8
    self.charset = charset
    self.replaced = replaced
    if replaced > 0 && charset != .utf8 { firstReplaced = Self.firstReplacement(in: utf8.span) }
    if let first = utf8.firstIndex(of: 0) {
      firstNUL = first
      nulCount = utf8[first...].count { $0 == 0 }
    }
  }

  private static func firstReplacement(in bytes: Span<UInt8>) -> Int? {
    var offset = 0
    while offset + 2 < bytes.count {
      if bytes[offset] == 0xEF && bytes[offset + 1] == 0xBF && bytes[offset + 2] == 0xBD { return offset }
      offset += 1
    }
    return nil
  }

  private static func byteOrderMark(of bytes: [UInt8]) -> (Charset, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return (.utf32LittleEndian, 4) }
    if bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
    return nil
  }
}

/// Why bytes could not be decoded; the offset is of the first byte that shows it.
package enum CharsetError: Error, Hashable, Sendable {
  /// Not a text.
  case binary(offset: Int)
  case unknown(offset: Int)
}
