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
    let utf8 = Array(text.utf8)
    let origins = origins.isEmpty ? Self.identity(utf8) : origins
    var newText: [UInt8] = []
    newText.reserveCapacity(utf8.count)
    var newOrigins: [Range<Int>] = []
    newOrigins.reserveCapacity(utf8.count)
    var position = 0
    var changed = false
    for edit in edits {
      let range = edit.range.clamped(to: position..<max(position, utf8.count))
      let certainty = edit.certainty ?? certainty
      let origin = Self.origin(of: range, in: origins)
      newText += utf8[position..<range.lowerBound]
      newOrigins += origins[position..<range.lowerBound]
      corrections.append(
        Correction(
          rule: rule, certainty: certainty, applied: certainty.isApplied,
          before: String(decoding: utf8[range], as: UTF8.self), after: edit.replacement, at: newText.count,
          filed: origin, evidence: edit.evidence))
      if certainty.isApplied {
        changed = true
        newText += edit.replacement.utf8
        newOrigins += repeatElement(origin, count: edit.replacement.utf8.count)
      } else {
        newText += utf8[range]
        newOrigins += origins[range]
      }
      position = range.upperBound
    }
    guard changed else { return }
    newText += utf8[position...]
    newOrigins += origins[position...]
    text = String(decoding: newText, as: UTF8.self)
    self.origins = newOrigins
  }

  /// The part of `filed` that `range` of `text` stands for.
  package func origin(of range: Range<Int>) -> Range<Int> {
    if origins.isEmpty && text == filed { return range }
    return Self.origin(of: range.clamped(to: 0..<origins.count), in: origins)
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

  private static func identity(_ utf8: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    result.reserveCapacity(utf8.count)
    var start = 0
    while start < utf8.count {
      var end = start + 1
      while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
      result += repeatElement(start..<end, count: end - start)
      start = end
    }
    return result
  }

  private static func origin(of range: Range<Int>, in origins: [Range<Int>]) -> Range<Int> {
    guard let first = origins[range].first, let last = origins[range].last else {
      // An insertion stands where the byte before it ends.
      let end = range.lowerBound == 0 ? 0 : origins[range.lowerBound - 1].upperBound
      return end..<end
    }
    return first.lowerBound..<max(first.upperBound, last.upperBound)
  }
}
