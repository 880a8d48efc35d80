import Modeling
import Normalizing
import Provenance
import TestSupport
import Testing

extension Rule {
  /// What the rule makes of a text, suggestions left out.
  func applied(to text: String, in field: Field) -> String {
    var revision = Revision(filed: text, source: SourceRange(0, text.utf8.count))
    revision.apply(edits(text, field), rule: id, certainty: certainty)
    return revision.text
  }

  /// What the rule would make of a text if its suggestions were taken.
  func suggested(for text: String, in field: Field) -> String {
    var revision = Revision(filed: text, source: SourceRange(0, text.utf8.count))
    let edits = edits(text, field).map { Edit($0.range, to: $0.replacement, certainty: .certain) }
    revision.apply(edits, rule: id, certainty: .certain)
    return revision.text
  }
}

/// Equal byte for byte. For `==` a compatibility ideograph equals the plain one, and a rule that does nothing would pass.
func same(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

extension Example {
  var location: SourceLocation { SourceLocation(fileID: fileID, filePath: filePath, line: line, column: 1) }
}

extension Correction {
  /// Replays the correction on the text as it stood just before it.
  func redone(in text: String) -> String? { replacing(before, with: after, in: text) }
  /// Takes the correction back.
  func undone(in text: String) -> String? { replacing(after, with: before, in: text) }

  private func replacing(_ old: String, with new: String, in text: String) -> String? {
    var bytes = Array(text.utf8)
    let range = at..<at + old.utf8.count
    guard range.upperBound <= bytes.count, bytes[range].elementsEqual(old.utf8) else { return nil }
    bytes.replaceSubrange(range, with: new.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}
