package import Provenance

/// A file with its text, as findings point into it.
package struct FindingSource: Sendable {
  /// As it is shown, with `/` between its parts, and `%FF` for a byte that is not UTF-8.
  package let path: String
  package let text: SourceText
  package let lines: LineIndex

  package init(path: String, text: SourceText, lines: LineIndex) {
    self.path = path
    self.text = text
    self.lines = lines
  }

  /// A file that could not be read: findings can only name it.
  package init(unreadable path: String) {
    let text = SourceText(utf8: [])
    self.init(path: path, text: text, lines: LineIndex(text))
  }
}

/// How many findings there were of each kind.
package struct FindingCounts: Hashable, Sendable {
  package var errors = 0
  package var warnings = 0
  package var notes = 0
  package var repairs = 0
  package var suggestions = 0

  package init() {}

  package mutating func count(_ severity: Diagnostic.Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: notes += 1
    }
  }

  package mutating func count(_ correction: Correction) {
    if correction.applied { repairs += 1 } else { suggestions += 1 }
  }
}
