internal import JSON
internal import Modeling
internal import Provenance

/// Writes, for every value, where it stands in the source: `"/projects/0/code": [{…}]`.
struct PlaceSink: FilingSink, ~Copyable {
  var json: JSONWriter
  let view: SourceView
  private var path = PointerPath()

  init(_ json: consuming JSONWriter, _ view: SourceView) {
    self.json = json
    self.view = view
  }

  consuming func finish() -> JSONWriter { json }

  var ordersElementsAsStrings: Bool { true }

  mutating func beginObject(_ key: StaticString) { path.push(key) }
  mutating func endObject() { path.pop() }
  mutating func beginArray(_ key: StaticString) { path.push(key) }
  mutating func endArray() { path.pop() }
  mutating func beginElement(_ index: Int) { path.push(index) }
  mutating func endElement() { path.pop() }
  mutating func enter(_ scope: LeafScope) {}
  mutating func leave() {}
  mutating func null(_ key: StaticString) {}
  mutating func note(_ key: StaticString, _ notes: [String]) {}
  mutating func note(_ key: StaticString, _ note: String) {}

  mutating func text(_ key: StaticString, _ text: Revision?) {
    guard let text else { return }
    path.push(key)
    put(text, nil)
    path.pop()
  }

  mutating func textElement(_ index: Int, _ text: Revision) {
    path.push(index)
    put(text, nil)
    path.pop()
  }

  mutating func value(_ key: StaticString, _ value: Scalar, of text: Revision, unit: Revision?) {
    path.push(key)
    put(text, unit)
    path.pop()
  }

  mutating func derived(
    _ key: StaticString, _ value: Scalar, from text: Revision?, _ part: Range<Int>?, as role: Place.Role
  ) {
    guard let text, let part else { return }
    path.push(key)
    begin()
    for range in text.places(of: part) { put(range, role) }
    json.endArray()
    path.pop()
  }

  mutating func inferred(_ key: StaticString, _ value: Scalar, _ places: [Place]) {
    if places.isEmpty { return }
    path.push(key)
    begin()
    for place in places { put(place.range, place.role) }
    json.endArray()
    path.pop()
  }

  private mutating func begin() {
    let pointer = path.utf8
    json.key(utf8: pointer.span)
    json.beginArray()
  }

  private mutating func put(_ text: Revision, _ unit: Revision?) {
    begin()
    put(text.source, .value)
    for range in text.continued { put(range, .value) }
    if let unit {
      put(unit.source, .unit)
      for range in unit.continued { put(range, .unit) }
    }
    json.endArray()
  }

  private mutating func put(_ range: SourceRange, _ role: Place.Role) {
    let view = view
    let position = view.position(of: range)
    json.beginObject()
    json.key("column")
    json.integer(position.column)
    json.key("end")
    json.integer(range.end)
    json.key("line")
    json.integer(position.line)
    json.key("role")
    switch role {
    case .value: json.string("value")
    case .unit: json.string("unit")
    case .name: json.string("name")
    case .code: json.string("code")
    }
    json.key("start")
    json.integer(range.start)
    json.key("text")
    view.write(textOf: range, to: &json)
    json.endObject()
  }
}
