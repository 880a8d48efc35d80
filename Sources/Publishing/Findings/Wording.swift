internal import Provenance

/// The words around findings.
enum Wording {
  static func severity(_ severity: Diagnostic.Severity, _ language: Language) -> String {
    switch severity {
    case .error: language.choose("错误", "error")
    case .warning: language.choose("警告", "warning")
    case .note: language.choose("提示", "note")
    }
  }

  static func seeAlso(_ language: Language) -> String { language.choose("另见", "see also") }
  /// Places that are not shown.
  static func more(_ count: Int, _ language: Language) -> String {
    language.choose(
      "还有 \(count) 处（--format jsonl 列出全部）", "\(count) more (--format jsonl lists all)", separator: " / ")
  }

  static func field(_ language: Language) -> String { language.choose("字段", "field") }
  static func evidence(_ language: Language) -> String { language.choose("依据", "evidence") }
  static func decision(_ language: Language) -> String { language.choose("决定", "decision") }
  static func key(_ language: Language) -> String { language.choose("键", "key") }

  static func correction(applied: Bool, _ certainty: Certainty, _ language: Language) -> String {
    let kind = applied ? language.choose("更正", "repaired") : language.choose("建议", "suggestion")
    let sure =
      switch certainty {
      case .certain: language.choose("确定", "certain")
      case .likely: language.choose("很可能", "likely")
      case .possible: language.choose("可能", "possible")
      }
    return "\(kind)(\(sure))"
  }

  /// What was done, or would be.
  static func change(_ correction: Correction) -> Message {
    let before = (zh: quoted(correction.before, .zh), en: quoted(correction.before, .en))
    let after = (zh: quoted(correction.after, .zh), en: quoted(correction.after, .en))
    let done = correction.applied
    if correction.before.isEmpty {
      return Message(
        zh: (done ? "已补上" : "可补上") + after.zh, en: (done ? "inserted " : "could be inserted: ") + after.en)
    }
    if correction.after.isEmpty {
      return Message(
        zh: (done ? "已删去" : "可删去") + before.zh, en: (done ? "deleted " : "could be deleted: ") + before.en)
    }
    return Message(
      zh: before.zh + (done ? "已改为" : "可改为") + after.zh,
      en: before.en + (done ? " became " : " could become ") + after.en)
  }

  static func quoted(_ text: String, _ language: Language) -> String {
    language == .en ? "\"\(text)\"" : "“\(text)”"
  }

  /// Severities in falling order; what there is none of is left out.
  static func summary(_ counts: FindingCounts) -> Message {
    let kinds: [(Int, zh: String, en: String)] = [
      (counts.errors, "个错误", "error"), (counts.warnings, "个警告", "warning"), (counts.notes, "个提示", "note"),
      (counts.repairs, "处更正", "repair"), (counts.suggestions, "处建议", "suggestion"),
    ]
    let present = kinds.filter { $0.0 > 0 }
    if present.isEmpty { return Message(zh: "没有发现问题。", en: "No findings.") }
    return Message(
      zh: "共 " + present.map { "\($0.0) \($0.zh)" }.joined(separator: "，") + "。",
      en: present.map { "\($0.0) \($0.en)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ") + ".")
  }

  /// As scores are published; what is not finite or too large to matter is given as it is.
  static func threeDecimals(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "\(value)" }
    let thousandths = Int((value * 1000).rounded())
    let fraction = String(thousandths.magnitude % 1000)
    let zeros = String(repeating: "0", count: 3 - fraction.utf8.count)
    return "\(thousandths < 0 ? "-" : "")\(thousandths.magnitude / 1000).\(zeros)\(fraction)"
  }
}
