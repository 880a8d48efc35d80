package import Modeling
package import Provenance

/// The decisions of a file, to be asked what holds for a correction. Within a scope the later line holds.
package struct Decisions: Hashable, Sendable {
  /// The decisions about single places, by the keys of corrections.
  package private(set) var places: [String: Decision] = [:]
  private var texts: [TextScope: Decision] = [:]
  private var rules: [RuleScope: Decision] = [:]

  private struct TextScope: Hashable, Sendable {
    var rule: String
    var before: [UInt8]
    /// Nil for an edit, whose `after` is the person's own.
    var after: [UInt8]?
  }

  private struct RuleScope: Hashable, Sendable {
    var rule: String
    var department: [UInt8]
  }

  package init(_ decisions: [Decision] = []) {
    for decision in decisions.sorted(by: { $0.line < $1.line }) { add(decision) }
  }

  package var isEmpty: Bool { places.isEmpty && texts.isEmpty && rules.isEmpty }

  /// What holds for a correction: place before text before rule. `key` and `filed` are those of its place.
  package func decision(
    about proposal: Proposal, key: String?, filed: String, departments: [String]
  ) -> Decision? {
    if let key, let decision = places[key], decision.holds(for: proposal, filed: filed) { return decision }
    let before = Array(proposal.before.utf8)
    let exact = texts[TextScope(rule: proposal.rule, before: before, after: Array(proposal.after.utf8))]
    let edited = texts[TextScope(rule: proposal.rule, before: before, after: nil)]
    if let decision = Self.later(exact, edited) { return decision }
    return departments.reduce(nil) {
      Self.later($0, rules[RuleScope(rule: proposal.rule, department: Array($1.utf8))])
    }
  }

  private static func later(_ one: Decision?, _ other: Decision?) -> Decision? {
    guard let one, let other else { return one ?? other }
    return one.line > other.line ? one : other
  }

  private mutating func add(_ decision: Decision) {
    switch decision.scope {
    case .place:
      if let key = decision.key { places[key] = decision }
    case .text:
      guard let rule = decision.rule, let before = decision.before else { return }
      let after = decision.choice == .edit ? nil : decision.after.map { Array($0.utf8) }
      texts[TextScope(rule: rule, before: Array(before.utf8), after: after)] = decision
    case .rule:
      guard let rule = decision.rule, let department = decision.department else { return }
      rules[RuleScope(rule: rule, department: Array(department.utf8))] = decision
    }
  }
}

extension Decision {
  /// False if it is stale: the filed text is another than the one that was decided on, or what was accepted was another
  /// repair.
  package func holds(for proposal: Proposal, filed: String) -> Bool {
    guard isAbout(filed) else { return false }
    guard choice == .accept, let after else { return true }
    return after.utf8.elementsEqual(proposal.after.utf8)
  }
}

extension Identity {
  /// What a decision may call the department: its code or its name, either alone or behind the region, as in the
  /// filing's id.
  package var departmentNames: [String] {
    let names = [departmentCode?.value, departmentName?.value].compactMap(\.self)
    return names.isEmpty ? [departmentKey] : names + ["\(regionKey)-\(departmentKey)"]
  }
}
