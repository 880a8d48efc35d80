internal import Provenance

/// Says the witnesses of a repair so that an official understands them.
enum EvidenceWords {
  /// All witnesses of a repair, those that anybody can check first: the figures of models come last.
  static func words(_ evidence: [Evidence], _ lines: LineIndex) -> [Message] {
    let order = evidence.indices.sorted {
      (rank(evidence[$0].kind), $0) < (rank(evidence[$1].kind), $1)
    }
    return order.map { words(evidence[$0], lines) }
  }

  private static func rank(_ kind: String) -> Int {
    switch kind {
    case "document", "document-written": 0
    case "domain": 1
    case "sound", "shape": 2
    case "learned": 3
    case "language-before", "language-after": 4
    case "probability": 5
    default: 0
    }
  }

  static func words(_ evidence: Evidence, _ lines: LineIndex) -> Message {
    let text = evidence.text ?? ""
    let score = evidence.score.map(number) ?? ""
    let line = evidence.source.map { lines.position(of: $0.start).line }
    switch evidence.kind {
    case "tail":
      return Message(zh: "末尾的“\(text)”重复了前面的条件", en: "the tail “\(text)” repeats the condition")
    case "percentage":
      return Message(zh: "百分比不应超过 100", en: "a percentage would exceed 100")
    case "rate":
      return Message(zh: "指标名称以“\(text)”结尾，不应超过 100%", en: "the name ends in “\(text)”, so that 100% is the most")
    case "repetition":
      return Message(zh: "“\(text)”写了两遍", en: "“\(text)” is written twice")
    case "qualitative":
      return Message(zh: "“\(text)”是定性的说法，写了两遍", en: "the wording “\(text)” is written twice")
    case "halves":
      return Message(zh: "前后两半都是“\(text)”", en: "both halves are “\(text)”")
    case "language-before":
      let text = joined(text)
      return Message(zh: "照原文“\(text)”，通顺程度为 \(score)", en: "as filed, “\(text)”, the language model gives \(score)")
    case "language-after":
      let text = joined(text)
      return Message(zh: "改为“\(text)”，通顺程度为 \(score)（越大越通顺）", en: "as “\(text)” it gives \(score) (more is better)")
    case "sound":
      return Message(zh: "读音相同或相近：\(text)", en: "the sound is the same or near: \(text)")
    case "shape":
      return Message(zh: "字形相似度 \(score)", en: "the shapes are alike: \(score)")
    case "domain":
      return Message(zh: "业务用语：\(text)", en: "a term of the domain: \(text)")
    case "document":
      return Message(
        zh: line.map { "同一文件第 \($0) 行写作“\(text)”，共 \(score) 处" } ?? "同一文件另有 \(score) 处写作“\(text)”",
        en: line.map { "line \($0) of the same file has “\(text)”; \(score) in all" }
          ?? "the same file has “\(text)” \(score) times")
    case "document-written":
      return Message(
        zh: line.map { "但第 \($0) 行也写作“\(text)”，共 \(score) 处" } ?? "但另有 \(score) 处也写作“\(text)”",
        en: line.map { "yet line \($0) has “\(text)”, too; \(score) in all" }
          ?? "yet “\(text)” stands there \(score) times")
    case "learned":
      return Message(zh: "历年文本多写作“\(text)”（对数比 \(score)）", en: "learned filings have “\(text)” (log ratio \(score))")
    case "probability":
      return Message(zh: "综合各项依据，正确的概率为 \(score)", en: "all witnesses together: probability \(score)")
    default:
      let said = [evidence.kind, text, score].filter { !$0.isEmpty }.joined(separator: " ")
      return Message(zh: said, en: said)
    }
  }

  /// The model's words, which have spaces between them.
  private static func joined(_ words: String) -> String {
    String(String.UnicodeScalarView(words.unicodeScalars.filter { $0 != " " }))
  }

  /// Three decimals at the most, without zeros at the end.
  private static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "\(value)" }
    let thousandths = Int((value * 1000).rounded())
    var text = "\(thousandths.magnitude / 1000)"
    let fraction = thousandths.magnitude % 1000
    if fraction > 0 {
      var digits = String(repeating: "0", count: 3 - "\(fraction)".utf8.count) + "\(fraction)"
      while digits.hasSuffix("0") { digits.removeLast() }
      text += "." + digits
    }
    return (thousandths < 0 ? "\u{2212}" : "") + text
  }
}
