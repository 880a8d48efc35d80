internal import CICU

/// How each Chinese character is read: one syllable of pinyin without its tone, by ICU's Han-Latin transliterator.
///
/// A character has one reading here, its most frequent. `ü` is written `v`, as on keyboards, so that 绿 and 路 differ.
/// Making one costs about 0.1 s: make it once and pass it down.
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

  /// The id of the character's syllable; 0 if it is not a Chinese character, or has no reading in ICU's data.
  package func syllable(of scalar: Unicode.Scalar) -> UInt16 {
    let value = scalar.value
    if Self.unified.contains(value) { return ids[Int(value - Self.unified.lowerBound)] }
    if Self.extensionA.contains(value) { return extensionIDs[Int(value - Self.extensionA.lowerBound)] }
    return value == 0x3007 ? zero : 0
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
