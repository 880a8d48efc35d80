package import Digest
package import Modeling
internal import Normalizing
package import Provenance

/// A correction with the key by which decisions know it, and with its text.
package struct KeyedCorrection: Hashable, Sendable {
  package var key: String
  /// The JSON pointer of the text.
  package var path: String
  package var text: Revision
  package var correction: Correction

  /// Whether a person may still have to look at it: it is not certain, and nobody has accepted or rejected it.
  package var isWaiting: Bool {
    switch correction.verdict?.decision {
    case .accept?, .edit?, .reject?: false
    case .unsure?, nil: !correction.applied
    }
  }
}

/// The corrections of a filing in the order in which they are published. `path` is the input's.
package func keyedCorrections(of filing: Filing, path: String) throws(DigestError) -> [KeyedCorrection] {
  var sink = KeyedCorrectionSink(filing.undecidedID(path: path))
  for section in FilingSection.allCases { walk(section, of: filing, into: &sink) }
  if let failure = sink.failure { throw failure }
  return sink.corrections
}

/// Gathers the corrections with their keys.
private struct KeyedCorrectionSink: PathSink {
  private(set) var corrections: [KeyedCorrection] = []
  /// Set if the library refused to hash a key.
  private(set) var failure: DigestError?
  var path = PointerPath()
  private var key = CorrectionKey()

  init(_ filingID: String) {
    key.begin(filingID)
  }

  var ordersElementsAsStrings: Bool { false }
  var wantsValues: Bool { false }

  mutating func enter(_ project: borrowing Project) { key.enter(project) }
  mutating func enter(_ indicator: borrowing Indicator) { key.enter(indicator) }
  mutating func leave() { key.leave() }

  mutating func text(_ key: StaticString, _ text: Revision?) {
    guard let text, text.hasCorrections else { return }
    path.push(key)
    add(text, field: "\(key)")
    path.pop()
  }

  mutating func textElement(_ index: Int, _ text: Revision) {
    guard text.hasCorrections else { return }
    let field = String(decoding: path.utf8[path.lastKey...], as: UTF8.self)
    path.push(index)
    add(text, field: field)
    path.pop()
  }

  mutating func value(_ key: StaticString, _ value: Scalar, of text: Revision, unit: Revision?) {
    self.text(key, text)
  }

  private mutating func add(_ text: Revision, field: String) {
    for correction in text.corrections {
      do throws(DigestError) {
        let name = Array(field.utf8)
        try key.make(name.span, correction.rule, text.filed, correction.before)
        corrections.append(
          KeyedCorrection(
            key: String(decoding: key.digits, as: UTF8.self), path: path.text, text: text, correction: correction))
      } catch {
        failure = error
      }
    }
  }
}
