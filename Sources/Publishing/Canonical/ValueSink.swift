internal import JSON
internal import Modeling
internal import Provenance

/// Writes the values of a filing.
struct ValueSink: FilingSink, ~Copyable {
  var json: JSONWriter
  private let targets: TargetReadings

  init(_ json: consuming JSONWriter, _ targets: TargetReadings) {
    self.json = json
    self.targets = targets
  }

  consuming func finish() -> JSONWriter { json }

  var ordersElementsAsStrings: Bool { false }

  func target(_ project: Int, _ row: Int) -> Target? { targets[project, row] }

  mutating func beginObject(_ key: StaticString) {
    json.key(key)
    json.beginObject()
  }

  mutating func endObject() { json.endObject() }

  mutating func beginArray(_ key: StaticString) {
    json.key(key)
    json.beginArray()
  }

  mutating func endArray() { json.endArray() }
  mutating func beginElement(_ index: Int) { json.beginObject() }
  mutating func endElement() { json.endObject() }

  mutating func flag(_ key: StaticString) {
    json.key(key)
    json.bool(true)
  }

  mutating func count(_ key: StaticString, _ count: Int) {
    json.key(key)
    json.integer(count)
  }

  mutating func null(_ key: StaticString) {
    json.key(key)
    json.null()
  }

  mutating func text(_ key: StaticString, _ text: Revision?) {
    if let text { json.member(key, text.text) } else { null(key) }
  }

  mutating func textElement(_ index: Int, _ text: Revision) { json.string(text.text) }

  mutating func value(_ key: StaticString, _ value: Scalar, of text: Revision, unit: Revision?) { put(key, value) }

  mutating func derived(
    _ key: StaticString, _ value: Scalar, from text: Revision?, _ part: Range<Int>?, as role: Place.Role
  ) {
    put(key, value)
  }

  mutating func inferred(_ key: StaticString, _ value: Scalar, _ places: [Place]) { put(key, value) }

  mutating func note(_ key: StaticString, _ notes: [String]) {
    json.key(key)
    json.beginArray()
    for note in notes { json.string(note) }
    json.endArray()
  }

  mutating func note(_ key: StaticString, _ note: String) { json.member(key, note) }

  private mutating func put(_ key: StaticString, _ value: Scalar) {
    if case .string(let value) = value { return json.member(key, value) }
    json.key(key)
    switch value {
    case .null: json.null()
    case .integer(let value): json.integer(value)
    case .decimal(let value): json.decimal(value)
    case .string(let value): json.string(value)
    }
  }
}

extension JSONWriter {
  /// A decimal of at most 15 significant digits, which a double holds so that it reads back the same.
  mutating func decimal(_ value: Decimal) {
    if value.exponent == 0 {
      integer(Int(value.coefficient))
    } else {
      number(value.double)
    }
  }
}
