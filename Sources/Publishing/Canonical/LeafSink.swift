package import Modeling
package import Provenance

/// The texts of a filing that hold corrections, each with its JSON pointer, in the order in which they are published.
package func correctedLeaves(of filing: Filing) -> [(path: String, text: Revision)] {
  var sink = LeafSink()
  for section in FilingSection.allCases { walk(section, of: filing, into: &sink) }
  return sink.leaves
}

/// Gathers the leaves with corrections.
struct LeafSink: FilingSink {
  private(set) var leaves: [(path: String, text: Revision)] = []
  private var path = PointerPath()

  var ordersElementsAsStrings: Bool { false }
  var wantsValues: Bool { false }

  mutating func beginObject(_ key: StaticString) { path.push(key) }
  mutating func endObject() { path.pop() }
  mutating func beginArray(_ key: StaticString) { path.push(key) }
  mutating func endArray() { path.pop() }
  mutating func beginElement(_ index: Int) { path.push(index) }
  mutating func endElement() { path.pop() }
  mutating func null(_ key: StaticString) {}
  mutating func note(_ key: StaticString, _ notes: [String]) {}
  mutating func note(_ key: StaticString, _ note: String) {}
  mutating func inferred(_ key: StaticString, _ value: Scalar, _ places: [Place]) {}
  mutating func derived(
    _ key: StaticString, _ value: Scalar, from text: Revision?, _ part: Range<Int>?, as role: Place.Role
  ) {}

  mutating func text(_ key: StaticString, _ text: Revision?) {
    guard let text, text.hasCorrections else { return }
    path.push(key)
    leaves.append((path.text, text))
    path.pop()
  }

  mutating func textElement(_ index: Int, _ text: Revision) {
    guard text.hasCorrections else { return }
    path.push(index)
    leaves.append((path.text, text))
    path.pop()
  }

  mutating func value(_ key: StaticString, _ value: Scalar, of text: Revision, unit: Revision?) {
    self.text(key, text)
  }
}
