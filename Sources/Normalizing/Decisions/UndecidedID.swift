package import Modeling
internal import Provenance

extension Filing {
  /// The id by the texts as they are without decisions: keys of corrections go by it, so that what is decided about a
  /// code or a name doesn't part the decisions from what they are about. `path` is the input's.
  package func undecidedID(path: String) -> String {
    guard isIdentityDecided else { return identity.id }
    var filing = self
    if var cover = filing.cover {
      Self.undecide(&cover.title)
      Self.undecide(&cover.date)
      filing.cover = cover
    }
    for index in filing.projects.indices {
      Self.undecide(&filing.projects[index].code)
      guard var unit = filing.projects[index].unit else { continue }
      Self.undecide(&unit.code)
      Self.undecide(&unit.name)
      Self.undecide(&unit.scope)
      filing.projects[index].unit = unit
    }
    return identified(filing, Hints(year: identity.givenYear, path: path)).identity.id
  }

  /// Whether a text that the identity is read from would be another without decisions.
  private var isIdentityDecided: Bool {
    if Self.isDecided(cover?.title) || Self.isDecided(cover?.date) { return true }
    return projects.contains { project in
      Self.isDecided(project.code) || Self.isDecided(project.unit?.code) || Self.isDecided(project.unit?.name)
        || Self.isDecided(project.unit?.scope)
    }
  }

  private static func isDecided(_ text: Revision?) -> Bool {
    guard let text, text.hasCorrections else { return false }
    return text.corrections.contains { $0.verdict?.undecided != nil }
  }

  private static func undecide(_ text: inout Revision?) {
    guard let decided = text, isDecided(decided) else { return }
    text = Revision(filed: decided.undecided, source: decided.source, continued: decided.continued)
  }
}
