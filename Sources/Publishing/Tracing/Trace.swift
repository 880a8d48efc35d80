package import Documents
internal import Modeling
package import Provenance

/// Where values come from: where each stands in the source, and what was changed on the way.
package struct Trace: Sendable {
  /// The JSON pointer that was asked for.
  package var pointer: String
  /// The value there, or all values below it, in the order in which they are published.
  package var values: [TracedValue]
  /// What was found about them.
  package var diagnostics: [Diagnostic]
}

/// One value, and its way from the source.
package struct TracedValue: Sendable {
  package var pointer: String
  /// As it stands in the file.
  package var value: TracedScalar
  /// In reading order.
  package var places: [TracedPlace]
  /// The text that the value is, or is read from, with every correction; nil if it was worked out from several.
  package var text: Revision?
  /// Where that text is published, if that is not here.
  package var textPointer: String?
  /// Which fields imply the value, as in `projects/*/code` or `name`; empty where it is said or given.
  package var inferredFrom: [String]
}

package enum TracedScalar: Hashable, Sendable {
  case null
  case number(String)
  case text(String)
}

/// A place of a value, with the line of the source that it stands in.
package struct TracedPlace: Hashable, Sendable {
  package var place: Place
  package var position: Position
  /// What stands there.
  package var text: String
  /// The line that it begins in, up to it, and from its end on; nil if the source is not at hand.
  package var line: Line?
  /// Where it begins in a Word file.
  package var word: Document.RunPosition?

  package struct Line: Hashable, Sendable {
    package var before: String
    /// The place itself, as far as it stands in this line.
    package var marked: String
    package var after: String
  }
}

/// Traces the value at `pointer`, or all values below it. With a view of the source itself, places come with their
/// lines. O(filing).
package func trace(
  _ publication: Publication, _ view: SourceView, _ pointer: String
) throws(TraceError) -> Trace {
  var sink = TraceSink(view, TargetReadings(of: publication.filing))
  for section in FilingSection.allCases { walk(section, of: publication.filing, into: &sink) }
  let all = sink.finish()
  let values = all.filter { $0.pointer.isAtOrBelow(pointer) }
  if values.isEmpty { throw TraceError(pointer, among: all.map(\.pointer)) }

  // What is said of the object that a value stands in (a target, a budget) is said of the value.
  let parent = values.count == 1 && values[0].pointer.isSame(as: pointer) ? pointer.parent : nil
  let diagnostics = publication.filing.diagnostics.filter { diagnostic in
    guard let path = diagnostic.path else { return false }
    return path.isAtOrBelow(pointer) || parent.map { path.isSame(as: $0) } == true
  }
  return Trace(pointer: pointer, values: values, diagnostics: diagnostics)
}

/// Every text of a filing with its JSON pointer, in the order in which corrections are published.
func leaves(of filing: Filing) -> [(path: String, text: Revision)] {
  var sink = TraceSink(SourceView(published: [:]), TargetReadings(of: filing))
  for section in FilingSection.allCases { walk(section, of: filing, into: &sink) }
  return sink.finish().compactMap { value in
    value.textPointer == nil ? value.text.map { (value.pointer, $0) } : nil
  }
}

extension String {
  /// True for the pointer `other` and for all that lead to parts of what it leads to.
  fileprivate func isAtOrBelow(_ other: String) -> Bool {
    guard utf8.starts(with: other.utf8) else { return false }
    return utf8.count == other.utf8.count || utf8.dropFirst(other.utf8.count).first == 0x2F
  }

  /// The pointer without its last token; nil for the whole file.
  fileprivate var parent: String? {
    guard let slash = utf8.lastIndex(of: 0x2F) else { return nil }
    return String(self[..<slash])
  }
}
