/// The text of one leaf on its way from what was filed to what is published, with every change on record.
///
/// `text` is always `filed` with the applied `corrections` replayed in order; undoing them gives `filed` again.
package struct Revision: Hashable, Sendable {
  /// The text as filed: what stands at `source`, then what stands at each of `continued`.
  package let filed: String
  /// Where the text stands in the source; nearly always in one piece.
  package let source: SourceRange
  /// Further pieces, where something that is not part of the text (a bookmark) stands between.
  package let continued: [SourceRange]
  /// The text as it stands.
  package private(set) var text: String
  /// What was changed or suggested, in order.
  package private(set) var corrections: [Correction]
  /// For each byte of `text` the part of `filed` that it stands for; empty while nothing was changed.
  private var origins: [Range<Int>]

  package init(filed: String, source: SourceRange, continued: [SourceRange] = []) {
    self.filed = filed
    self.source = source
    self.continued = continued
    self.text = filed
    self.corrections = []
    self.origins = []
  }

  /// The places of the text, in reading order.
  package var pieces: [SourceRange] { [source] + continued }

  package var isChanged: Bool { !origins.isEmpty || text != filed }

  /// Applies the edits of one rule, which are in terms of `text`, ordered and disjoint. Edits of a certainty
  /// that is not applied are put on record as suggestions. O(text + edits).
  package mutating func apply(_ edits: [Edit], rule: String, certainty: Certainty) {
    if edits.isEmpty { return }
    var splice = splice
    var corrections: [Correction] = []
    corrections.reserveCapacity(edits.count)
    for edit in edits {
      let certainty = edit.certainty ?? certainty
      let passed = splice.pass(edit.range, replacement: certainty.isApplied ? edit.replacement : nil)
      corrections.append(
        Correction(
          rule: rule, certainty: certainty, applied: certainty.isApplied, before: passed.before,
          after: edit.replacement, at: passed.at, filed: passed.origin, evidence: edit.evidence))
    }
    take(splice, corrections)
  }

  /// A pass over the text as it stands.
  var splice: Splice { Splice(text, origins: origins) }

  /// Takes over what a pass made of the text, and puts it on record.
  mutating func take(_ splice: consuming Splice, _ corrections: [Correction]) {
    self.corrections += corrections
    guard splice.isChanged else { return }
    (text, origins) = splice.finish()
  }

  /// The part of `filed` that `range` of `text` stands for.
  package func origin(of range: Range<Int>) -> Range<Int> {
    if origins.isEmpty && text == filed { return range }
    return Splice.origin(of: range.clamped(to: 0..<origins.count), in: origins)
  }

  /// Where in the source `range` of `text` stands; in several pieces if the text does.
  package func places(of range: Range<Int>) -> [SourceRange] {
    places(filed: origin(of: range))
  }

  /// Where in the source `range` of `filed` stands.
  package func places(filed range: Range<Int>) -> [SourceRange] {
    if continued.isEmpty { return [source.slice(range.lowerBound, range.count)] }
    var result: [SourceRange] = []
    var start = 0
    for piece in pieces {
      let overlap = range.clamped(to: start..<start + piece.count)
      if !overlap.isEmpty || (range.isEmpty && range.lowerBound >= start && range.lowerBound <= start + piece.count) {
        result.append(piece.slice(overlap.lowerBound - start, overlap.count))
        if range.isEmpty { break }
      }
      start += piece.count
    }
    return result
  }
}
