internal import Provenance

/// The decisions of a file, to be asked what holds for a correction. Within a scope the later line holds.
package struct Decisions: Hashable, Sendable {
  private var byKey: [String: Decision] = [:]
  private var byText: [TextScope: Decision] = [:]
  private var byRule: [RuleScope: Decision] = [:]

  private struct TextScope: Hashable, Sendable {
    var rule: String
    var before: [UInt8]
    /// Nil for an edit, whose `after` is the person's own.
    var after: [UInt8]?
  }

  private struct RuleScope: Hashable, Sendable {
    var rule: String
    var department: String
  }

  /// A correction as it is proposed, with all that decisions go by.
  package struct Proposal: Hashable, Sendable {
    package var key: String
    package var filed: String
    package var rule: String
    package var before: String
    package var after: String
    /// The department's code, or its name where it has none.
    package var department: String

    package init(key: String, filed: String, rule: String, before: String, after: String, department: String) {
      self.key = key
      self.filed = filed
      self.rule = rule
      self.before = before
      self.after = after
      self.department = department
    }
  }

  package init(_ decisions: [Decision] = []) {
    for decision in decisions.sorted(by: { $0.line < $1.line }) { add(decision) }
  }

  package var isEmpty: Bool { byKey.isEmpty && byText.isEmpty && byRule.isEmpty }

  /// The decisions about single places, by their keys.
  package var places: [String: Decision] { byKey }

  /// What holds for a correction: place before text before rule. A decision about a place whose filed text has changed
  /// since is stale and holds for nothing.
  package func decision(about proposal: Proposal) -> Decision? {
    if let decision = byKey[proposal.key], decision.isAbout(proposal.filed) { return decision }
    let before = Array(proposal.before.utf8)
    let exact = byText[TextScope(rule: proposal.rule, before: before, after: Array(proposal.after.utf8))]
    let edited = byText[TextScope(rule: proposal.rule, before: before, after: nil)]
    if let decision = [exact, edited].compactMap({ $0 }).max(by: { $0.line < $1.line }) { return decision }
    return byRule[RuleScope(rule: proposal.rule, department: proposal.department)]
  }

  private mutating func add(_ decision: Decision) {
    switch decision.scope {
    case .place:
      if let key = decision.key { byKey[key] = decision }
    case .text:
      guard let rule = decision.rule, let before = decision.before else { return }
      let after = decision.choice == .edit ? nil : decision.after.map { Array($0.utf8) }
      byText[TextScope(rule: rule, before: Array(before.utf8), after: after)] = decision
    case .rule:
      guard let rule = decision.rule, let department = decision.department else { return }
      byRule[RuleScope(rule: rule, department: department)] = decision
    }
  }
}

extension Decision {
  /// True if the text is the one that the decision was made on, to the byte.
  package func isAbout(_ text: String) -> Bool {
    guard let filed else { return true }
    return filed.utf8.elementsEqual(text.utf8)
  }
}
