/// The text of one leaf on its way from what was filed to what is published, with every change on record.
///
/// `text` is always `filed` with the applied `corrections` replayed in order; undoing them gives `filed` again.
///
/// A reference to storage that is copied when it is written while shared: a filing holds hundreds of leaves, and
/// copying one must not cost more than a count.
package struct Revision: Hashable, Sendable {
  private var storage: Storage

  package init(filed: String, source: SourceRange, continued: [SourceRange] = []) {
    storage = Storage(filed, source, continued)
  }

  /// The text as filed: what stands at `source`, then what stands at each of `continued`.
  package var filed: String { storage.filed }
  /// Where the text stands in the source; nearly always in one piece.
  package var source: SourceRange { storage.source }
  /// Further pieces, where something that is not part of the text (a bookmark) stands between.
  package var continued: [SourceRange] { storage.history?.continued ?? [] }
  /// The text as it stands.
  package var text: String { storage.history?.text ?? storage.filed }
  /// What was changed or suggested, in order.
  package var corrections: [Correction] { storage.history?.corrections ?? [] }

  /// The places of the text, in reading order.
  package var pieces: [SourceRange] { [source] + continued }

  package var hasCorrections: Bool { storage.history?.corrections.isEmpty == false }

  package var isChanged: Bool { storage.isChanged }

  /// Applies the edits of one rule, which are in terms of `text`, ordered and disjoint. Edits of a certainty
  /// that is not applied are put on record as suggestions. O(text + edits).
  package mutating func apply(_ edits: [Edit], rule: String, certainty: Certainty) {
    if edits.isEmpty { return }
    if let arbiter = storage.history?.arbiter { return apply(edits, rule: rule, certainty: certainty, as: arbiter) }
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

  /// Takes over all that was done to `other`; false, and nothing is done, if the two were not filed alike in one piece
  /// each, or this one was changed already. What is taken over is shared until one of them is changed further.
  package mutating func revise(as other: Revision) -> Bool {
    guard storage.history == nil, other.continued.isEmpty, isSame(storage.filed, other.storage.filed) else {
      return false
    }
    guard let history = other.storage.history else { return true }
    if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage) }
    storage.history = history
    return true
  }

  /// Whether two texts are the same bytes: String's comparison would normalise them.
  private func isSame(_ one: String, _ other: String) -> Bool {
    let one = one.utf8Span.span
    let other = other.utf8Span.span
    guard one.count == other.count else { return false }
    for index in one.indices where one[index] != other[index] { return false }
    return true
  }

  /// The same text as filed, with nothing changed yet; `arbiter` is asked about every edit that it will be given.
  package func filedAnew(_ arbiter: Arbiter? = nil) -> Revision {
    let anew = Revision(filed: filed, source: source, continued: continued)
    if let arbiter {
      let history = anew.storage.history ?? History(filed, [])
      history.arbiter = arbiter
      anew.storage.history = history
    }
    return anew
  }

  /// Ends what ``filedAnew(_:)`` began: nobody is asked any more, and what the text would be without decisions is
  /// recorded with the first of them if it is another.
  package mutating func settle(undecided: String) {
    if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage) }
    storage.history?.arbiter = nil
    if text.utf8.elementsEqual(undecided.utf8) { return }
    guard let first = storage.history?.corrections.firstIndex(where: { $0.verdict != nil }) else { return }
    storage.history?.corrections[first].verdict?.undecided = undecided
  }

  /// Adds a witness to a correction that is on record.
  package mutating func add(_ evidence: Evidence, toCorrection index: Int) {
    guard corrections.indices.contains(index) else { return }
    if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage) }
    if !isKnownUniquelyReferenced(&storage.history) { storage.history = storage.history.map { History($0) } }
    storage.history?.corrections[index].evidence.append(evidence)
  }

  /// The text as it would be if nobody had decided anything about it.
  package var undecided: String {
    if !hasCorrections { return text }
    for correction in corrections {
      if let undecided = correction.verdict?.undecided { return undecided }
    }
    return text
  }

  /// True while somebody is asked about its edits.
  package var isUnderDecision: Bool { storage.history?.arbiter != nil }

  var arbiter: Arbiter? { storage.history?.arbiter }

  /// A pass over the text as it stands.
  var splice: Splice { Splice(text, origins: storage.history?.origins ?? Origins()) }

  /// Takes over what a pass made of the text, and puts it on record.
  mutating func take(_ splice: consuming Splice, _ corrections: [Correction]) {
    if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage) }
    if !isKnownUniquelyReferenced(&storage.history) {
      storage.history = storage.history.map { History($0) } ?? History(storage.filed, [])
    }
    guard let history = storage.history else { return }
    history.corrections += corrections
    guard splice.isChanged else { return }
    (history.text, history.origins) = splice.finish()
  }

  /// The part of `filed` that `range` of `text` stands for.
  package func origin(of range: Range<Int>) -> Range<Int> {
    guard storage.isChanged, let history = storage.history else { return range }
    return history.origins.origin(
      of: range.clamped(to: 0..<history.origins.count), in: history.text.utf8Span.span)
  }

  /// Where in the source `range` of `text` stands; in several pieces if the text does.
  package func places(of range: Range<Int>) -> [SourceRange] {
    places(filed: origin(of: range))
  }

  /// Where in the source `range` of `filed` stands.
  package func places(filed range: Range<Int>) -> [SourceRange] {
    if let place = place(filed: range) { return [place] }
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

  /// Where in the source `range` of `filed` stands; nil if the text stands there in several pieces.
  package func place(filed range: Range<Int>) -> SourceRange? {
    continued.isEmpty ? storage.source.slice(range.lowerBound, range.count) : nil
  }

  package static func == (left: Revision, right: Revision) -> Bool {
    left.storage === right.storage || left.storage.equals(right.storage)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(storage.source)
    hasher.combine(text)
  }
}

extension Revision {
  /// Unchecked, because what varies is written by `take`, `add` and `revise` only, which make sure that nobody else holds it.
  private final class Storage: @unchecked Sendable {
    let filed: String
    let source: SourceRange
    /// Nil for nearly every leaf: one that stands in one piece and that no rule has touched.
    var history: History?

    init(_ filed: String, _ source: SourceRange, _ continued: [SourceRange]) {
      self.filed = filed
      self.source = source
      if !continued.isEmpty { history = History(filed, continued) }
    }

    init(_ other: Storage) {
      filed = other.filed
      source = other.source
      history = other.history
    }

    /// A text that lost its last character has no origins either.
    var isChanged: Bool {
      guard let history else { return false }
      return !history.origins.isEmpty || history.text.utf8.count != filed.utf8.count
    }

    func equals(_ other: Storage) -> Bool {
      guard source == other.source, filed == other.filed else { return false }
      if history == nil && other.history == nil { return true }
      return (history ?? History(filed, [])).equals(other.history ?? History(other.filed, []))
    }
  }

  /// Copied by `take` and `add` before it is written if several storages share it.
  private final class History {
    let continued: [SourceRange]
    var text: String
    var corrections: [Correction] = []
    /// For each byte of `text` the part of `filed` that it stands for; empty while nothing was changed.
    var origins = Origins()
    /// Whom to ask about edits; only while a filing is normalised under decisions.
    var arbiter: Arbiter?

    init(_ text: String, _ continued: [SourceRange]) {
      self.text = text
      self.continued = continued
    }

    init(_ other: History) {
      continued = other.continued
      text = other.text
      corrections = other.corrections
      origins = other.origins
      arbiter = other.arbiter
    }

    func equals(_ other: History) -> Bool {
      continued == other.continued && text == other.text && corrections == other.corrections
        && origins == other.origins
    }
  }
}
