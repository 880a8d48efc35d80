internal import CICU

/// How each Chinese character is read: one syllable of pinyin without its tone, by ICU's Han-Latin transliterator.
///
/// A character has one reading here, its most frequent. `ü` is written `v`, as on keyboards, so that 绿 and 路 differ.
/// Asking ICU costs about 0.1 s, so the program has its answers at hand as ``standard``.
package struct Readings: Sendable {
  /// The characters covered: the unified ideographs of the Basic Multilingual Plane and 〇.
  package static let extensionA: ClosedRange<UInt32> = 0x3400...0x4DBF
  package static let unified: ClosedRange<UInt32> = 0x4E00...0x9FFF

  /// The text of each syllable; the id is the index. Id 0 is the empty text: no reading is known. The others are in
  /// alphabetical order.
  package let syllables: [String]
  private let ids: [UInt16]
  private let extensionIDs: [UInt16]
  private let zero: UInt16

  /// What ICU says, asked character by character: `dev docs` makes ``standard`` from it.
  package init() throws(ICUError) {
    let main = try Self.readings(of: Self.unified)
    let rare = try Self.readings(of: Self.extensionA)
    let distinct = Set(main).union(rare).union(["ling"]).subtracting([""])
    syllables = [""] + distinct.sorted()
    var index: [String: UInt16] = [:]
    for (id, syllable) in syllables.enumerated() { index[syllable] = UInt16(clamping: id) }
    ids = main.map { index[$0] ?? 0 }
    extensionIDs = rare.map { index[$0] ?? 0 }
    zero = index["ling"] ?? 0
  }

  /// ICU's readings as they were when the program was built; a test compares them with ICU's own.
  package static let standard = Readings(
    syllables: ReadingData.syllables, main: ReadingData.unified, rare: ReadingData.extensionA)

  /// `syllables` are parted by spaces; the others hold two digits to the base of 64 a character.
  private init(syllables: String, main: StaticString, rare: StaticString) {
    self.syllables = [""] + syllables.split(separator: " ").map(String.init)
    ids = Self.numbers(main)
    extensionIDs = Self.numbers(rare)
    zero = UInt16(clamping: self.syllables.firstIndex(of: "ling") ?? 0)
  }

  private static func numbers(_ digits: StaticString) -> [UInt16] {
    var numbers: [UInt16] = []
    numbers.reserveCapacity(digits.utf8CodeUnitCount / 2)
    digits.withUTF8Buffer { digits in
      // The buffer is valid within the call.
      let digits = unsafe digits.span
      var index = 0
      while index + 1 < digits.count {
        numbers.append(digit(digits[index]) << 6 | digit(digits[index + 1]))
        index += 2
      }
    }
    return numbers
  }

  /// The digits `0`…`9`, `A`…`Z`, `a`…`z`, `-`, `_`, which is 63.
  private static func digit(_ byte: UInt8) -> UInt16 {
    switch byte {
    case 0x30...0x39: UInt16(byte) - 0x30
    case 0x41...0x5A: UInt16(byte) - 0x41 + 10
    case 0x61...0x7A: UInt16(byte) - 0x61 + 36
    case 0x2D: 62
    default: 63
    }
  }

  /// The id of the character's syllable; 0 if it is not a Chinese character, or has no reading in ICU's data.
  package func syllable(of scalar: Unicode.Scalar) -> UInt16 {
    let value = scalar.value
    if Self.unified.contains(value) { return Self.id(ids, value - Self.unified.lowerBound) }
    if Self.extensionA.contains(value) { return Self.id(extensionIDs, value - Self.extensionA.lowerBound) }
    return value == 0x3007 ? zero : 0
  }

  /// Writes the scalars of a text, and beside each its syllable, from `start` on; gives where they end. There must be
  /// room for as many as the text has bytes. What is no ideograph is written as any number that is none's, and what has
  /// no syllable is not written to `syllables`.
  package func write(
    _ utf8: Span<UInt8>, to scalars: inout [UInt32], _ syllables: inout [UInt16], from start: Int
  ) -> Int {
    var scalars = scalars.mutableSpan
    var syllables = syllables.mutableSpan
    let ids = ids.span
    var end = start
    var offset = 0
    while offset < utf8.count {
      let lead = utf8[offset]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      if length == 3, offset + 2 < utf8.count {
        let value =
          UInt32(lead & 0x0F) << 12 | UInt32(utf8[offset + 1] & 0x3F) << 6 | UInt32(utf8[offset + 2] & 0x3F)
        scalars[end] = value
        let index = Int(value) - Int(Self.unified.lowerBound)
        if index >= 0, index < ids.count {
          syllables[end] = ids[index]
        } else if lead == 0xE3 || lead == 0xE4, let scalar = Unicode.Scalar(value) {
          syllables[end] = syllable(of: scalar)
        }
      } else {
        scalars[end] = UInt32(lead)
      }
      end += 1
      offset += length
    }
    return end
  }

  private static func id(_ ids: [UInt16], _ index: UInt32) -> UInt16 {
    Int(index) < ids.count ? ids[Int(index)] : 0
  }

  /// The text of a syllable; empty for an id that does not exist.
  package func text(of syllable: UInt16) -> String {
    Int(syllable) < syllables.count ? syllables[Int(syllable)] : ""
  }

  /// One text a code point; empty where ICU gave back anything but Latin letters.
  private static func readings(of points: ClosedRange<UInt32>) throws(ICUError) -> [String] {
    var failure: UnsafePointer<CChar>?
    var length: Int32 = 0
    let first = Int32(bitPattern: points.lowerBound)
    let last = Int32(bitPattern: points.upperBound)
    guard let lines = unsafe cicu_readings(first, last, &length, &failure) else { throw unsafe .named(failure) }
    defer { unsafe cicu_free(lines) }
    var result: [String] = []
    result.reserveCapacity(points.count)
    var syllable = ""
    var isLatin = true
    let bytes = unsafe UnsafeBufferPointer(start: lines, count: Int(length))
    let text = unsafe String(decoding: bytes.lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n":
        result.append(isLatin ? syllable : "")
        syllable = ""
        isLatin = true
      case "a"..."z": syllable.unicodeScalars.append(scalar)
      case "ü": syllable += "v"
      // Letters of rare readings, such as the ê of 欸, lose their mark.
      case "ê": syllable += "e"
      // Some characters of measure have two syllables, which ICU sets apart.
      case " ", "'": break
      default: isLatin = false
      }
    }
    return result.count == points.count ? result : Array(repeating: "", count: points.count)
  }
}
