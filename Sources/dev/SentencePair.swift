import Foundation
import Normalizing
import Provenance

/// A sentence as written and as it should be.
struct SentencePair {
  let source: String
  let target: String

  init?(_ line: Substring) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count == 2, let source = columns.first, let target = columns.last else { return nil }
    self.source = String(source)
    self.target = String(target.last == "\r" ? target.dropLast() : target)
  }

  /// The pairs of a file: source, TAB, target, one pair a line.
  static func read(_ path: String) throws -> [SentencePair] {
    try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).compactMap(SentencePair.init)
  }

  func source(with repairs: [SpellingRepair]) -> String {
    var bytes = Array(source.utf8)
    for repair in repairs.reversed() { bytes.replaceSubrange(repair.edit.range, with: repair.edit.replacement.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Which of `count` parts it belongs to: by its target, so that the variants of a sentence stay together (FNV-1a).
  func fold(of count: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in target.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int((hash >> 20) % UInt64(max(1, count)))
  }

  /// Whether the repair makes what stands in the target at its place.
  func isRight(_ repair: SpellingRepair) -> Bool {
    let range = repair.edit.range
    let target = Array(target.utf8)
    guard target.count == source.utf8.count, range.upperBound <= target.count else { return false }
    return target[range].elementsEqual(repair.edit.replacement.utf8)
  }

  func show(_ repair: SpellingRepair) -> String {
    let bytes = Array(source.utf8)
    let range = repair.edit.range
    func text(_ range: Range<Int>) -> String {
      String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
    let before = max(0, range.lowerBound - 18)..<range.lowerBound
    let behind = range.upperBound..<range.upperBound + 18
    return "\(text(before))[\(text(range))→\(repair.edit.replacement)]\(text(behind)) (\(target))"
  }
}
