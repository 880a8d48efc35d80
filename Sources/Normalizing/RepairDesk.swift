internal import Modeling
internal import Provenance

/// Runs the rules over one text after the other, as long as the record of what they change stays within bounds.
struct RepairDesk {
  /// The id of the finding that a text was left as filed.
  static let tooMany = "too-many-repairs"

  private let normalizer: Normalizer
  private let memory: RepairMemory
  private var budget = RepairBudget()
  private(set) var diagnostics: [Diagnostic] = []

  init(_ normalizer: Normalizer, _ memory: RepairMemory) {
    self.normalizer = normalizer
    self.memory = memory
  }

  mutating func revise(_ text: inout Revision, field: Field) {
    normalizer.revise(&text, field: field, memory)
    if !text.hasCorrections || budget.grants(text) { return }
    // No rule has touched a text before it comes here.
    let filed = Revision(filed: text.filed, source: text.source, continued: text.continued)
    diagnostics.append(
      Diagnostic(
        Self.tooMany, .warning,
        Message(
          zh:
            "这段文字有 \(filed.filed.unicodeScalars.count) 字，需要更正 \(text.corrections.count) 处，超出限度，照原文保留、未作更正。请检查文本是否完整、分段是否正确。",
          en:
            "This text of \(filed.filed.unicodeScalars.count) characters would take \(text.corrections.count) repairs, "
            + "which is beyond bounds; it stays as filed. Check that the text was extracted well, paragraph by paragraph."
        ),
        at: [filed.source]))
    text = filed
  }

  mutating func revise(_ text: inout Revision?, _ kind: FieldKind, _ siblingsEndInStop: Bool = false) {
    // Taken out and put back, so that there is one owner and nothing has to be copied.
    guard var revised = text.take() else { return }
    revise(&revised, field: Field(kind, siblingsEndInStop: siblingsEndInStop))
    text = revised
  }
}

/// How much of filed texts the corrections of one filing may repeat.
struct RepairBudget {
  /// Of one text: 4 MiB, as a text of 4,000 characters with 350 corrections.
  static let perText = 4 << 20
  /// Of one filing: 64 MiB.
  static let perFiling = 64 << 20

  private var spent = 0

  /// True if the corrections of the text fit; then they are paid for.
  mutating func grants(_ text: Revision) -> Bool {
    let (cost, overflows) = text.filed.utf8.count.multipliedReportingOverflow(by: text.corrections.count)
    guard !overflows, cost <= Self.perText, cost <= Self.perFiling - spent else { return false }
    spent += cost
    return true
  }
}
