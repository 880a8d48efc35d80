package import Modeling
package import Provenance

/// Runs rules over leaves. Make it once: it holds 260 KB of tables.
package struct Normalizer: Sendable {
  /// In the order in which they run.
  package let rules: [Rule]
  private let triggers: TriggerTable
  /// What running a rule takes: a rule itself, with its texts and examples, is thirty counts to copy.
  private let steps: [Step]
  /// For each bit of `FieldKind` the rules that are for it.
  private let rulesOfKind: [UInt32]

  package init(_ rules: [Rule] = Rule.all) {
    self.rules = rules
    self.triggers = TriggerTable(rules.map(\.trigger))
    self.steps = rules.map { Step(id: $0.id, certainty: $0.certainty, edits: $0.edits) }
    self.rulesOfKind = (0..<FieldKind.RawValue.bitWidth).map { bit in
      var mask: UInt32 = 0
      for (index, rule) in rules.prefix(32).enumerated()
      where rule.kinds.contains(FieldKind(rawValue: 1 << FieldKind.RawValue(bit))) {
        mask |= 1 << UInt32(index)
      }
      return mask
    }
  }

  private struct Step: Sendable {
    let id: String
    let certainty: Certainty
    let edits: @Sendable (String, Field) -> [Edit]
  }

  /// Brings a leaf into normal form. One pass over its bytes where there is nothing to do.
  package func revise(_ revision: inout Revision, field: Field) {
    let wanted = mask(of: field.kind)
    revise(&revision, field, wanted, pending: triggers.rules(for: revision.text, among: wanted))
  }

  /// As above, for a leaf as filed: what was made of the same text before is made of it again.
  package func revise(_ revision: inout Revision, field: Field, _ memory: RepairMemory) {
    let wanted = mask(of: field.kind)
    let text = revision.text
    let pending = triggers.rules(for: text, among: wanted)
    // Where looking is as quick as remembering, there is no use in it.
    let isQuick =
      field.kind == .target ? DoubledCondition.isSimple(text.utf8Span.span) : pending & ~triggers.always == 0
    // What people decided holds at places, not for texts.
    guard !isQuick, !revision.isUnderDecision, let key = RepairMemory.key(of: text, in: field) else {
      return revise(&revision, field, wanted, pending: pending)
    }
    if memory.repair(&revision, key) { return }
    revise(&revision, field, wanted, pending: pending)
    memory.remember(revision, key)
  }

  private func revise(_ revision: inout Revision, _ field: Field, _ wanted: UInt32, pending: UInt32) {
    var pending = pending
    while pending != 0 {
      let index = pending.trailingZeroBitCount
      // The rules after this one; a shift by 32 leaves none.
      let later = ~UInt32(0) << UInt32(index + 1)
      pending &= later
      guard index < steps.count else { return }
      let edits = steps[index].edits(revision.text, field)
      if edits.isEmpty { continue }
      let rule = steps[index]
      let fresh = revision.hasCorrections ? fresh(edits, of: rule, in: revision) : edits
      revision.apply(fresh, rule: rule.id, certainty: rule.certainty)
      if revision.corrections.suffix(fresh.count).contains(where: \.applied) {
        // What this rule wrote may set off rules that the filed characters could not.
        pending = triggers.rules(for: revision.text, among: wanted & later)
      }
    }
  }

  /// The rules that would be run on a text before any of them changes it, by index.
  package func candidates(for text: String, field: Field) -> [Int] {
    let mask = triggers.rules(for: text, among: mask(of: field.kind))
    return rules.indices.prefix(32).filter { mask & (1 << UInt32($0)) != 0 }
  }

  private func mask(of kinds: FieldKind) -> UInt32 {
    var bits = kinds.rawValue
    var mask: UInt32 = 0
    while bits != 0 {
      mask |= rulesOfKind[bits.trailingZeroBitCount]
      bits &= bits &- 1
    }
    return mask
  }

  /// The edits without suggestions that are on record: one that was made before stays one, however often a leaf is
  /// revised. O(edits + corrections).
  private func fresh(_ edits: [Edit], of rule: Step, in revision: Revision) -> [Edit] {
    if edits.allSatisfy({ ($0.certainty ?? rule.certainty).isApplied }) { return edits }
    var known: Set<Suggestion> = []
    for correction in revision.corrections where !correction.applied && correction.rule == rule.id {
      known.insert(Suggestion(filed: correction.filed, after: correction.after))
    }
    if known.isEmpty { return edits }
    return edits.filter { edit in
      if (edit.certainty ?? rule.certainty).isApplied { return true }
      return !known.contains(Suggestion(filed: revision.origin(of: edit.range), after: edit.replacement))
    }
  }

  private struct Suggestion: Hashable {
    var filed: Range<Int>
    var after: String
  }
}
