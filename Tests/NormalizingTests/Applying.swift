import Modeling
import Normalizing
import Provenance
import TestSupport
import Testing

extension Rule {
  /// What the rule makes of a text, suggestions left out.
  func applied(to text: String, in field: Field) -> String {
    var revision = Revision(filed: text, source: SourceRange(0, text.utf8.count))
    revision.apply(edits(text, field), rule: id, certainty: certainty)
    return revision.text
  }

  /// What the rule would make of a text if its suggestions were taken.
  func suggested(for text: String, in field: Field) -> String {
    var revision = Revision(filed: text, source: SourceRange(0, text.utf8.count))
    let edits = edits(text, field).map { Edit($0.range, to: $0.replacement, certainty: .certain) }
    revision.apply(edits, rule: id, certainty: .certain)
    return revision.text
  }
}

extension Example {
  var location: SourceLocation { SourceLocation(fileID: fileID, filePath: filePath, line: line, column: 1) }
}

extension Correction {
  /// Replays the correction on the text as it stood just before it.
  func redone(in text: String) -> String? { replacing(before, with: after, in: text) }
  /// Takes the correction back.
  func undone(in text: String) -> String? { replacing(after, with: before, in: text) }

  private func replacing(_ old: String, with new: String, in text: String) -> String? {
    var bytes = Array(text.utf8)
    let range = at..<at + old.utf8.count
    guard range.upperBound <= bytes.count, bytes[range].elementsEqual(old.utf8) else { return nil }
    bytes.replaceSubrange(range, with: new.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Texts made to hurt: every character that some rule looks at, in any order.
struct HostileTexts {
  private var random: SplitMix
  private static let pieces: [String] =
    "产出指标数量率年月日元万制度办法规范试行一二优良0125９％A z.,;:?!()\"'，。、；：（）《》＞≥>=<≤≧°C%/-@★分等\u{201C}\u{201D}\u{2018}"
    .unicodeScalars.map { String($0) } + [
      " ", " ", "\n", "\t", "\u{3000}", "\u{A0}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{7}", "\r", "\u{B}",
      "\u{2028}", "\u{2F00}", "\u{2ED4}", "\u{FA1B}", "\u{2F800}", "\u{FE0F}", "\u{E0100}", "👨", "م", "𠮷", "e\u{301}",
      "．", "＂",
      "﹪", "及以上", "以下", "95", "9595", "≥9595", "率", "明显提升", "标箱标箱", "（50分）", "1.", "、管理办法", "、会计制度", "不低于",
    ]

  init(seed: Int) { random = SplitMix(seed: seed) }

  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...14, using: &random) {
      text += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
    }
    return text
  }

  mutating func field() -> Field {
    let kind = FieldKind(rawValue: 1 << UInt32.random(in: 0...8, using: &random))
    let indicators = [nil, "提案办理率", "培训人次", "产值增长率", "满意度（%）"]
    return Field(
      kind, indicator: indicators[Int.random(in: 0..<indicators.count, using: &random)],
      siblingsEndInStop: Bool.random(using: &random))
  }
}
