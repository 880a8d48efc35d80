import Modeling
import Normalizing
import TestSupport

/// Texts made to hurt: every character that some rule looks at, in any order, and the rules' own examples cut up and
/// put together in other ways.
struct HostileTexts {
  private var random: SplitMix
  private let examples: [[Unicode.Scalar]]

  private static let pieces: [[Unicode.Scalar]] =
    "产出指标数量率年月日元万制度办法规范试行一二优良0125９％A z.,;:?!()\"'，。、；：（）《》＞≥>=<≤≧°C%/-@★分等\u{201C}\u{201D}\u{2018}"
    .unicodeScalars.map { [$0] }
    + [
      " ", " ", "\n", "\t", "\u{3000}", "\u{A0}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{7}", "\r", "\u{B}",
      "\u{2028}", "\u{2F00}", "\u{2ED4}", "\u{FA1B}", "\u{2F800}", "\u{FE0F}", "\u{E0100}", "👨", "م", "𠮷", "e\u{301}",
      "．", "＂", "﹪", "及以上", "以下", "95", "9595", "≥9595", "率", "明显提升", "标箱标箱", "（50分）", "1.", "、管理办法",
      "、会计制度", "不低于",
    ].map { Array($0.unicodeScalars) }

  init(seed: Int, rules: [Rule] = Rule.all) {
    random = SplitMix(seed: seed)
    examples = rules.flatMap(\.examples).map { Array($0.input.unicodeScalars) }
  }

  mutating func text() -> String {
    var scalars: [Unicode.Scalar] = []
    if Int.random(in: 0..<3, using: &random) == 0 {
      for _ in 0..<Int.random(in: 0...14, using: &random) { scalars += piece() }
    } else {
      scalars = example()
      for _ in 0..<Int.random(in: 0...3, using: &random) { change(&scalars) }
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  mutating func field(of kinds: FieldKind = .all) -> Field {
    let bits = (0..<9).map { FieldKind(rawValue: 1 << $0) }.filter { !kinds.isDisjoint(with: $0) }
    let indicators = [nil, nil, "提案办理率", "培训人次", "产值增长率", "满意度（%）"]
    return Field(
      bits[Int.random(in: 0..<bits.count, using: &random)],
      indicator: indicators[Int.random(in: 0..<indicators.count, using: &random)],
      siblingsEndInStop: Bool.random(using: &random))
  }

  private mutating func piece() -> [Unicode.Scalar] {
    Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
  }
  private mutating func example() -> [Unicode.Scalar] { examples[Int.random(in: 0..<examples.count, using: &random)] }

  private mutating func change(_ scalars: inout [Unicode.Scalar]) {
    let start = Int.random(in: 0...scalars.count, using: &random)
    let end = min(scalars.count, start + Int.random(in: 0...2, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: scalars.removeSubrange(start..<end)
    case 1: scalars.replaceSubrange(start..<end, with: piece())
    case 2: scalars.insert(contentsOf: Array(scalars[start..<end]), at: start)
    case 3: scalars = Array(scalars[..<start]) + example().suffix(Int.random(in: 0...12, using: &random))
    default: scalars.insert(contentsOf: piece(), at: start)
    }
  }
}
