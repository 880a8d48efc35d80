/// A run of ideographs in a text: what the engine reads. All else (digits, letters, punctuation, emoji, characters beyond
/// the Basic Multilingual Plane) ends a run and is never touched.
struct TextRun {
  /// The UTF-8 offset of the first character; each takes three bytes.
  var offset: Int
  var units: [UInt16]
  /// Inside quotation marks or the marks of a title: what someone else wrote.
  var isQuoted: Bool
  /// Whether only a comma stands between the run before and this one.
  var followsComma: Bool

  /// Longer runs, which no sentence needs, are cut, so that time and memory stay bounded.
  static let longest = 160

  func bytes(of range: Range<Int>) -> Range<Int> { offset + 3 * range.lowerBound..<offset + 3 * range.upperBound }

  /// The runs of a text, in order. O(length).
  static func runs(of text: String) -> [TextRun] {
    var result: [TextRun] = []
    let bytes = text.utf8Span.span
    var closing: [UInt32] = []
    var run = TextRun(offset: 0, units: [], isQuoted: false, followsComma: false)
    var separator: (count: Int, isComma: Bool) = (0, false)
    func finish() {
      if run.units.isEmpty { return }
      result.append(run)
      run.units.removeAll(keepingCapacity: true)
      separator = (0, false)
    }
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      var value = UInt32(byte)
      if length == 3, offset + 2 < bytes.count {
        value = UInt32(byte & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F)
      }
      if length == 3, value >= 0x4E00, value <= 0x9FFF {
        if run.units.count == longest { finish() }
        if run.units.isEmpty {
          run.offset = offset
          run.units.reserveCapacity(16)
          run.isQuoted = !closing.isEmpty
          run.followsComma = separator.count == 1 && separator.isComma && !result.isEmpty
        }
        run.units.append(UInt16(truncatingIfNeeded: value))
      } else {
        finish()
        separator = (separator.count + 1, value == 0xFF0C || value == 0x2C)
        if value == closing.last {
          closing.removeLast()
        } else if let end = closings[value], closing.count < 4, has(end, in: bytes, from: offset + length) {
          closing.append(end)
        }
      }
      offset += length
    }
    finish()
    return result
  }

  private static let closings: [UInt32: UInt32] = [
    0x201C: 0x201D, 0x2018: 0x2019, 0x300A: 0x300B, 0x3008: 0x3009, 0x300C: 0x300D, 0x300E: 0x300F,
  ]

  /// A mark that is never closed quotes nothing; what is quoted is rarely longer than this.
  private static let reach = 600

  private static func has(_ mark: UInt32, in bytes: Span<UInt8>, from start: Int) -> Bool {
    let (first, second, third) = (
      UInt8(0xE0 | mark >> 12), UInt8(0x80 | mark >> 6 & 0x3F), UInt8(0x80 | mark & 0x3F)
    )
    var offset = start
    while offset + 2 < min(bytes.count, start + reach) {
      if bytes[offset] == first, bytes[offset + 1] == second, bytes[offset + 2] == third { return true }
      offset += 1
    }
    return false
  }
}
