/// A replacement of a range of a text, as a rule proposes it.
package struct Edit: Hashable, Sendable {
  /// UTF-8 offsets into the text that the rule was given; both ends on scalar boundaries.
  package var range: Range<Int>
  package var replacement: String
  /// The rule's own certainty where nil.
  package var certainty: Certainty?
  package var evidence: [Evidence]

  package init(
    _ range: Range<Int>, to replacement: String, certainty: Certainty? = nil, evidence: [Evidence] = []
  ) {
    self.range = range
    self.replacement = replacement
    self.certainty = certainty
    self.evidence = evidence
  }
}

/// One witness for an edit. `kind` says which of the other values are there; the schema lists the kinds.
package struct Evidence: Hashable, Sendable {
  package var kind: String
  /// What the witness saw, in its own words or letters.
  package var text: String?
  /// Where in the source it saw it.
  package var source: SourceRange?
  /// How strongly it speaks, in the unit that the kind defines; with three decimals, as it is published.
  package let score: Double?

  /// A `score` that is not finite is none.
  package init(_ kind: String, text: String? = nil, source: SourceRange? = nil, score: Double? = nil) {
    self.kind = kind
    self.text = text
    self.source = source
    let rounded = score.map { ($0 * 1000).rounded() / 1000 }
    self.score = rounded.flatMap { $0.isFinite ? $0 : nil }
  }
}
