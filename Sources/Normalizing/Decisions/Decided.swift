package import Digest
package import Modeling
internal import Provenance

extension Filing {
  /// The filing as people decided it should be; nil if nothing in it was decided. O(texts).
  ///
  /// What a rule does depends on what the rules before it did, so the filing is repaired anew from the texts as
  /// filed, and each edit goes by what was decided about it. Keys are those that the corrections have without decisions.
  ///
  /// - Parameters:
  ///   - identity: whose filing it is by its texts as they stand.
  ///   - met: gets the keys of the decisions about single places that hold for a correction.
  ///   - repair: normalises a filing of texts as filed, as this one was.
  package func decided(
    by decisions: Decisions, as identity: Identity, met: inout Set<String>, repair: (inout Filing) -> Void
  ) throws(DigestError) -> Filing? {
    var filing = self
    var docket = Docket(decisions, departments: identity.departmentNames)
    var key = CorrectionKey()
    key.begin(identity.id)
    filing.forEachLeaf(&key) { text, name, key in docket.take(&text, name, &key) }
    if let failure = docket.failure { throw failure }
    met.formUnion(docket.met)
    guard docket.isDecided else { return nil }

    filing.diagnostics.removeAll { $0.id == RepairDesk.tooMany }
    repair(&filing)
    var index = 0
    var counter = CorrectionKey()
    filing.forEachLeaf(&counter) { text, _, _ in
      text.settle(undecided: docket.texts[index])
      index += 1
    }
    return filing
  }
}

/// Goes through the texts of a filing, and finds what was decided about each.
private struct Docket {
  private let decisions: Decisions
  private let departments: [String]
  /// The texts without any decision.
  private(set) var texts: [String] = []
  private(set) var met: Set<String> = []
  /// Whether any decision holds for anything.
  private(set) var isDecided = false
  private(set) var failure: DigestError?

  init(_ decisions: Decisions, departments: [String]) {
    self.decisions = decisions
    self.departments = departments
  }

  /// Puts the text as filed in its place, which knows what was decided.
  mutating func take(_ text: inout Revision, _ name: String, _ key: inout CorrectionKey) {
    texts.append(text.text)
    let (filed, decisions, departments) = (text.filed, decisions, departments)
    var keys: [Place: [String]] = [:]
    for correction in text.corrections {
      let place = Place(rule: correction.rule, before: Array(correction.before.utf8))
      var own: String?
      // Only a decision about a place needs a hash.
      if !decisions.places.isEmpty {
        do throws(DigestError) {
          let field = Array(name.utf8)
          try key.make(field.span, correction.rule, filed, correction.before)
          own = String(decoding: key.digits, as: UTF8.self)
        } catch {
          failure = error
        }
      }
      let occurrence = keys[place]?.count ?? 0
      keys[place, default: []].append(own ?? "")
      let proposal = Proposal(
        rule: correction.rule, before: correction.before, after: correction.after, occurrence: occurrence)
      if decisions.decision(about: proposal, key: own, filed: filed, departments: departments) != nil {
        isDecided = true
      }
      if let own, decisions.places[own]?.holds(for: proposal, filed: filed) == true { met.insert(own) }
    }
    let known = keys
    text = text.filedAnew { proposal in
      let own = known[Place(rule: proposal.rule, before: Array(proposal.before.utf8))] ?? []
      return decisions.decision(
        about: proposal, key: proposal.occurrence < own.count ? own[proposal.occurrence] : nil, filed: filed,
        departments: departments)?.ruling
    }
  }

  private struct Place: Hashable {
    var rule: String
    var before: [UInt8]
  }
}
