/// A correction that does not fit: the text that it replaces does not stand where it says.
package struct ReplayError: Error, Hashable, Sendable {
  /// Which of the corrections, counted from 0.
  package var index: Int
}

extension Revision {
  /// Rebuilds a text from its record: replays `corrections` in order. Where in the filed text each stands (`filed`)
  /// is worked out anew. O(text) for each rule whose corrections follow each other in the text.
  package init(
    filed: String, source: SourceRange, continued: [SourceRange] = [], replaying corrections: [Correction]
  ) throws(ReplayError) {
    self.init(filed: filed, source: source, continued: continued)
    var index = 0
    while index < corrections.count {
      var splice = splice
      var run: [Correction] = []
      while index < corrections.count, !splice.hasPassed(corrections[index].at) {
        var correction = corrections[index]
        guard let range = splice.range(of: correction.before, at: correction.at) else {
          throw ReplayError(index: index)
        }
        correction.filed = splice.pass(range, replacement: correction.applied ? correction.after : nil).origin
        run.append(correction)
        index += 1
      }
      // Only an offset below 0 is behind the start of a text.
      if run.isEmpty { throw ReplayError(index: index) }
      take(splice, run)
    }
  }

  /// The filed text, worked out from `text` by undoing the corrections from the last to the first; nil if one of
  /// them did not write what it says. The law is that it equals `filed`.
  package func undone() -> String? {
    var utf8 = Array(text.utf8)
    var end = corrections.count
    while end > 0 {
      // As many as follow each other in the text are undone in one pass.
      var start = end - 1
      while start > 0, corrections[start - 1].end <= corrections[start].at { start -= 1 }
      var earlier: [UInt8] = []
      earlier.reserveCapacity(utf8.count)
      var position = 0
      for correction in corrections[start..<end] where correction.applied {
        guard correction.at >= position, correction.end <= utf8.count,
          utf8[correction.at..<correction.end].elementsEqual(correction.after.utf8)
        else { return nil }
        earlier += utf8[position..<correction.at]
        earlier += correction.before.utf8
        position = correction.end
      }
      earlier += utf8[position...]
      utf8 = earlier
      end = start
    }
    return String(decoding: utf8, as: UTF8.self)
  }
}

extension Correction {
  /// Where in the text as it stood just after it this correction ends.
  fileprivate var end: Int { at + (applied ? after : before).utf8.count }
}
