package import Modeling
package import Provenance

/// Runs rules over leaves. Make it once: it holds 260 KB of tables.
package struct Normalizer: Sendable {
  /// In the order in which they run.
  package let rules: [Rule]
  private let triggers: TriggerTable
  /// For each bit of `FieldKind` the rules that are for it.
  private let rulesOfKind: [UInt32]

  package init(_ rules: [Rule] = Rule.all) {
    self.rules = rules
    self.triggers = TriggerTable(rules.map(\.trigger))
    self.rulesOfKind = (0..<FieldKind.RawValue.bitWidth).map { bit in
      var mask: UInt32 = 0
      for (index, rule) in rules.prefix(32).enumerated()
      where rule.kinds.contains(FieldKind(rawValue: 1 << FieldKind.RawValue(bit))) {
        mask |= 1 << UInt32(index)
      }
      return mask
    }
  }

  /// Brings a leaf into normal form. One pass over its bytes where there is nothing to do.
  package func revise(_ revision: inout Revision, field: Field) {
    let wanted = mask(of: field.kind)
    var pending = triggers.rules(for: revision.text, among: wanted)
    while pending != 0 {
      let index = pending.trailingZeroBitCount
      // The rules after this one; a shift by 32 leaves none.
      let later = ~UInt32(0) << UInt32(index + 1)
      pending &= later
      guard index < rules.count else { return }
      let edits = rules[index].edits(revision.text, field)
      if edits.isEmpty { continue }
      let rule = rules[index]
      let fresh = revision.corrections.isEmpty ? edits : withoutThoseOnRecord(edits, of: rule, in: revision)
      revision.apply(fresh, rule: rule.id, certainty: rule.certainty)
      if fresh.contains(where: { ($0.certainty ?? rule.certainty).isApplied }) {
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

  /// A suggestion that was made before stays one suggestion, however often a leaf is revised.
  /// O(edits + corrections).
  private func withoutThoseOnRecord(_ edits: [Edit], of rule: Rule, in revision: Revision) -> [Edit] {
    let made = revision.corrections.filter { !$0.applied && $0.rule == rule.id }
    if made.isEmpty { return edits }
    let known = Set(made.map { Suggestion(filed: $0.filed, after: $0.after) })
    return edits.filter { edit in
      (edit.certainty ?? rule.certainty).isApplied
        || !known.contains(Suggestion(filed: revision.origin(of: edit.range), after: edit.replacement))
    }
  }

  private struct Suggestion: Hashable {
    let filed: Range<Int>
    let after: String
  }
}
