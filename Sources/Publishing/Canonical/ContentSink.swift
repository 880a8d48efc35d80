internal import Modeling
internal import Provenance

/// Gathers what a filing says, without where it stands and how it was repaired: keys and texts, each ended by a byte
/// that no text can hold.
struct ContentSink: FilingSink, ~Copyable {
  private(set) var bytes: [UInt8]

  /// Reuses the memory of `bytes`.
  init(_ bytes: consuming [UInt8]) {
    self.bytes = bytes
    self.bytes.removeAll(keepingCapacity: true)
  }

  consuming func finish() -> [UInt8] { bytes }

  var ordersElementsAsStrings: Bool { false }
  var wantsValues: Bool { false }

  mutating func beginObject(_ key: StaticString) { put(key) }
  mutating func endObject() { bytes.append(0xFE) }
  mutating func beginArray(_ key: StaticString) { put(key) }
  mutating func endArray() { bytes.append(0xFE) }
  mutating func beginElement(_ index: Int) {}
  mutating func endElement() { bytes.append(0xFE) }

  mutating func text(_ key: StaticString, _ text: Revision?) {
    guard let text else { return }
    put(key)
    put(text.text)
  }

  mutating func textElement(_ index: Int, _ text: Revision) { put(text.text) }

  mutating func value(_ key: StaticString, _ value: Scalar, of text: Revision, unit: Revision?) {
    put(key)
    put(text.text)
    if let unit { put(unit.text) }
  }

  mutating func inferred(_ key: StaticString, _ value: Scalar, _ places: [Place]) {
    put(key)
    switch value {
    case .integer(let value): put(String(value))
    case .string(let value): put(value)
    case .decimal(let value): put(value.description)
    case .null: break
    }
  }

  private mutating func put(_ key: StaticString) {
    // The buffer is valid within the call, which copies it.
    key.withUTF8Buffer { key in unsafe bytes.append(contentsOf: key) }
    bytes.append(0xFD)
  }

  private mutating func put(_ text: String) {
    bytes += text.utf8
    bytes.append(0xFF)
  }
}
