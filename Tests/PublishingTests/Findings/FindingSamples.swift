import Provenance

@testable import Publishing

/// A short filing and what was found in it.
enum FindingSamples {
  static let text = SourceText("单位：万元\n\t21.00\n\t≥9595及以上\n")
  static let source = FindingSource(path: "2021/131-政协 办公室.txt", text: text, lines: LineIndex(text))

  static let target = SourceRange(24, 40)
  static let amount = SourceRange(17, 22)

  static let cost = Diagnostic(
    "cost-direction", .warning, path: "/projects/0/indicators/3/target",
    Message(zh: "成本指标的目标用了“≥”，通常应为“≤”。", en: "A cost target with ≥; ≤ is usual."), at: [target, amount])
  static let undated = Diagnostic(
    "undated", .error, Message(zh: "没有找到年度；请用 --year 指定。", en: "No year was found; give --year."))
  static let note = Diagnostic(
    "same-text", .note, path: "/overall/goal", Message(zh: "重复。", en: "Repeated."), at: [SourceRange(0, 15)])

  static let kinds = [
    FindingKind(
      id: "cost-direction", summary: Message(zh: "成本指标方向", en: "Direction of cost targets"),
      rationale: Message(zh: "成本越低越好。", en: "Costs should *not* grow."), severity: .warning),
    FindingKind(
      id: "unused", summary: Message(zh: "未用", en: "Unused"), rationale: Message(zh: "未用", en: "Unused"),
      severity: .note),
  ]
}
