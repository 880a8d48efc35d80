/// What speaks for a charset where no byte order mark does.
enum CharsetEvidence {
  /// UTF-16 if at least nine of ten units are letters of a Chinese text in one byte order and more than in the
  /// other. Needs NULs: without a single space, digit, tab or line end there is no filing. Where the bytes are UTF-8
  /// as well, every fifth must be NUL, since pairs of ASCII letters read as Chinese characters.
  static func utf16(_ bytes: [UInt8], _ survey: UTF8Survey) -> Charset? {
    guard bytes.count >= 2, survey.nulCount > (survey.isWellFormed ? bytes.count / 5 : 0) else { return nil }
    var little = 0
    var big = 0
    let span = bytes.span
    var offset = 0
    while offset + 1 < span.count {
      let (first, second) = (UInt16(span[offset]), UInt16(span[offset + 1]))
      if isLikely(second << 8 | first) { little += 1 }
      if isLikely(first << 8 | second) { big += 1 }
      offset += 2
    }
    let units = span.count / 2
    guard max(little, big) * 10 >= units * 9, little != big else { return nil }
    return little > big ? .utf16LittleEndian : .utf16BigEndian
  }

  private static func isLikely(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: true
    case 0x2000...0x22FF, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF: true
    default: false
    }
  }

  /// True if nine of ten sequences beyond ASCII are well-formed, or the text was merely cut off.
  static func isDamagedUTF8(_ survey: UTF8Survey) -> Bool {
    if survey.illFormed == 1 && survey.endsInsideSequence { return survey.multibyte > 0 }
    return survey.multibyte >= survey.illFormed * 9
  }

  /// True if at most one sequence of twenty is ill-formed.
  static func isDamagedASCII(_ survey: UTF8Survey) -> Bool {
    survey.ascii + survey.multibyte >= survey.illFormed * 19
  }

  /// True if at least seven of ten double bytes are GB 2312 punctuation, digits or letters (rows 1 to 3), or hanzi
  /// of level 1 (rows 16 to 55), the 3,755 most frequent. Of Big5 or Shift JIS read as GB18030 far fewer are.
  static func looksLikeGB18030(_ bytes: Span<UInt8>) -> Bool {
    var pairs = 0
    var common = 0
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] >= 0x81 else {
        offset += 1
        continue
      }
      guard offset + 1 < bytes.count else { break }
      pairs += 1
      let second = bytes[offset + 1]
      if second >= 0xA1 {
        switch bytes[offset] {
        case 0xA1...0xA3, 0xB0...0xD7: common += 1
        default: break
        }
      }
      // A digit as second byte begins a sequence of four.
      offset += (0x30...0x39).contains(second) ? 4 : 2
    }
    return pairs > 0 && common * 10 >= pairs * 7
  }
}
