/// Says what was decided about an edit of one leaf; nil if nothing was.
package typealias Arbiter = @Sendable (Proposal) -> Ruling?

/// An edit as a rule proposes it, before it is made.
package struct Proposal: Hashable, Sendable {
  package var rule: String
  package var before: String
  package var after: String
  /// How many corrections of the leaf by this rule have replaced an equal `before` already.
  package var occurrence: Int

  package init(rule: String, before: String, after: String, occurrence: Int) {
    self.rule = rule
    self.before = before
    self.after = after
    self.occurrence = occurrence
  }
}

/// What is to become of an edit.
package struct Ruling: Hashable, Sendable {
  package var verdict: Verdict
  /// What a person wrote instead of what the rule proposed.
  package var text: String?

  package init(_ verdict: Verdict, text: String? = nil) {
    self.verdict = verdict
    self.text = text
  }
}

extension Revision {
  /// Applies edits as the arbiter says. O(text + edits + corrections on record).
  mutating func apply(_ edits: [Edit], rule: String, certainty: Certainty, as arbiter: Arbiter) {
    var occurrences: [[UInt8]: Int] = [:]
    for correction in corrections where correction.rule == rule {
      occurrences[Array(correction.before.utf8), default: 0] += 1
    }
    let utf8 = Array(text.utf8)
    var splice = splice
    var corrections: [Correction] = []
    corrections.reserveCapacity(edits.count)
    for edit in edits {
      let before = Array(utf8[edit.range.clamped(to: 0..<utf8.count)])
      let occurrence = occurrences[before, default: 0]
      occurrences[before] = occurrence + 1
      let ruling = arbiter(
        Proposal(
          rule: rule, before: String(decoding: before, as: UTF8.self), after: edit.replacement, occurrence: occurrence))
      var correction = Correction(edit, rule: rule, edit.certainty ?? certainty, ruling)
      let passed = splice.pass(edit.range, replacement: correction.applied ? correction.after : nil)
      (correction.before, correction.at, correction.filed) = (passed.before, passed.at, passed.origin)
      corrections.append(correction)
    }
    take(splice, corrections)
  }
}

extension Correction {
  /// What becomes of an edit; where it stands is not known yet.
  fileprivate init(_ edit: Edit, rule: String, _ certainty: Certainty, _ ruling: Ruling?) {
    self.init(
      rule: rule, certainty: certainty, applied: certainty.isApplied, before: "", after: edit.replacement, at: 0,
      filed: 0..<0, evidence: edit.evidence, verdict: ruling?.verdict)
    guard let ruling else { return }
    switch ruling.verdict.decision {
    case .unsure: return
    case .reject: applied = false
    case .accept, .edit:
      applied = true
      self.certainty = .certain
      if certainty != .certain { verdict?.certainty = certainty }
    }
    guard ruling.verdict.decision == .edit, let text = ruling.text else { return }
    after = text
    verdict?.after = edit.replacement
  }
}
