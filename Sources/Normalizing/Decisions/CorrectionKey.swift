package import Digest
package import Modeling
internal import Provenance

/// The name by which decisions know a correction: it stays the same across runs and versions of the program.
///
/// It is the first 16 hexadecimal digits of SHA-256 over filing id, leaf (project, indicator, field), rule, filed
/// text, what is replaced, and the how-manieth of its like it is, joined by U+001F. Everything is put together as
/// bytes in memory that is used again.
package struct CorrectionKey {
  /// The key made last.
  package private(set) var digits: [UInt8] = []
  /// The filing's id and the scopes entered; behind them the ingredients of the key that is being made.
  private var bytes: [UInt8] = []
  private var lengths: [Int] = []
  /// How often each key's ingredients have been seen, by their hash, so that equal corrections of equal leaves differ.
  private var occurrences: [UInt64: Int] = [:]

  package init() {}

  /// `filing` is the id that the filing has by its texts as they are without decisions.
  package mutating func begin(_ filing: String) {
    bytes.reserveCapacity(1024)
    bytes += filing.utf8
  }

  /// Goes into a project: by its code, else its name, as they are without decisions.
  package mutating func enter(_ project: borrowing Project) {
    lengths.append(bytes.count)
    append(project.code?.undecided ?? project.name?.undecided ?? "")
  }

  package mutating func enter(_ indicator: borrowing Indicator) {
    lengths.append(bytes.count)
    append(indicator.level2?.undecided ?? "")
    append(indicator.name?.undecided ?? "")
  }

  package mutating func leave() {
    guard let length = lengths.popLast() else { return }
    bytes.removeLast(bytes.count - length)
  }

  /// `field` is the UTF-8 of the key that the text stands under.
  package mutating func make(
    _ field: Span<UInt8>, _ rule: String, _ filed: String, _ before: String
  ) throws(DigestError) {
    let length = bytes.count
    defer { bytes.removeLast(bytes.count - length) }
    bytes.append(0x1F)
    for index in field.indices { bytes.append(field[index]) }
    append(rule)
    append(filed)
    append(before)
    let ingredients = hash
    let occurrence = occurrences[ingredients, default: 0]
    occurrences[ingredients] = occurrence + 1
    append(String(occurrence))
    digits.removeAll(keepingCapacity: true)
    try SHA256(of: bytes.span).appendHex(to: &digits, digits: 16)
  }

  private mutating func append(_ text: String) {
    bytes.append(0x1F)
    bytes += text.utf8
  }

  /// Of the bytes, eight at a time. Two that share it would share a count, and nothing worse.
  private var hash: UInt64 {
    let bytes = bytes.span
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= bytes.count {
      var word: UInt64 = 0
      for offset in 0..<8 { word |= UInt64(bytes[index + offset]) << UInt64(8 * offset) }
      hash = (hash ^ word) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
      index += 8
    }
    while index < bytes.count {
      hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
      index += 1
    }
    return hash ^ (hash >> 32)
  }
}
