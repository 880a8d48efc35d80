package import Provenance

/// One correction on the way of a text.
package struct TraceStep: Hashable, Sendable {
  package var correction: Correction
  /// The whole text just after it: as before for a suggestion.
  package var text: String
  /// Where in that text `after` stands, for a suggestion `before`, in UTF-8 offsets.
  package var range: Range<Int>
}

extension Revision {
  /// The way from `filed` to `text`, one step a correction. O(text × corrections).
  package var steps: [TraceStep] {
    var utf8 = Array(filed.utf8)
    return corrections.map { correction in
      let start = min(correction.at, utf8.count)
      var end = min(start + correction.before.utf8.count, utf8.count)
      if correction.applied {
        utf8.replaceSubrange(start..<end, with: correction.after.utf8)
        end = start + correction.after.utf8.count
      }
      return TraceStep(correction: correction, text: String(decoding: utf8, as: UTF8.self), range: start..<end)
    }
  }
}
