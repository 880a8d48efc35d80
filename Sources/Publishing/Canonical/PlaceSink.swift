internal import Documents
internal import JSON
internal import Modeling
internal import Provenance

/// Writes, for every value, where it stands in the source: `"/projects/0/code": [{…}]`.
struct PlaceSink: PathSink, ~Copyable {
  var json: JSONWriter
  private let view: SourceView
  private let index: LineIndex?
  private let source: [UInt8]
  /// The line of the place before: the next is nearly always close by.
  private var line = 0
  var path = PointerPath()
  private let targets: TargetReadings

  init(_ json: consuming JSONWriter, _ view: SourceView, _ targets: TargetReadings) {
    self.json = json
    self.view = view
    self.targets = targets
    self.index = view.index
    self.source = view.source.utf8
  }

  consuming func finish() -> JSONWriter { json }

  var ordersElementsAsStrings: Bool { true }
  var wantsValues: Bool { false }

  func target(_ project: Int, _ row: Int) -> Target? { targets[project, row] }

  mutating func text(_ key: StaticString, _ text: Revision?) {
    guard let text else { return }
    begin(key)
    put(text, nil)
  }

  mutating func textElement(_ index: Int, _ text: Revision) {
    let pointer = path.utf8
    json.key(pointer: pointer.span, index)
    json.beginArray()
    put(text, nil)
  }

  mutating func value(_ key: StaticString, _ value: Scalar, of text: Revision, unit: Revision?) {
    begin(key)
    put(text, unit)
  }

  mutating func derived(
    _ key: StaticString, _ value: Scalar, from text: Revision?, _ part: Range<Int>?, as role: Place.Role
  ) {
    guard let text, let part else { return }
    begin(key)
    let filed = text.origin(of: part)
    if let range = text.place(filed: filed) {
      put(range, role)
    } else {
      for range in text.places(filed: filed) { put(range, role) }
    }
    json.endArray()
  }

  mutating func inferred(_ key: StaticString, _ value: Scalar, _ places: [Place]) {
    if places.isEmpty { return }
    begin(key)
    for place in places { put(place.range, place.role) }
    json.endArray()
  }

  private mutating func begin(_ key: StaticString) {
    let pointer = path.utf8
    json.key(pointer: pointer.span, key)
    json.beginArray()
  }

  /// The places of a text and of its unit, and the end of the list.
  private mutating func put(_ text: Revision, _ unit: Revision?) {
    put(text.source, .value)
    for range in text.continued { put(range, .value) }
    if let unit {
      put(unit.source, .unit)
      for range in unit.continued { put(range, .unit) }
    }
    json.endArray()
  }

  private mutating func put(_ range: SourceRange, _ role: Place.Role) {
    if let word = view.word(of: range) { return put(range, role, word) }
    guard let index else { return putPublished(range, role) }
    let position = index.position(of: range.start, near: &line)
    let text = range.clamped(to: source.count)
    let source = source
    json.object(
      Self.templates[role.order], position.column, range.end, position.line, range.start,
      source.span.extracting(text.start..<text.end))
  }

  /// In a Word file also the part, paragraph, run and character.
  private mutating func put(_ range: SourceRange, _ role: Place.Role, _ word: Document.RunPosition) {
    let view = view
    let position = view.position(of: range)
    json.beginObject()
    json.key("character")
    json.integer(word.character)
    json.key("column")
    json.integer(position.column)
    json.key("end")
    json.integer(range.end)
    json.key("line")
    json.integer(position.line)
    json.key("paragraph")
    json.integer(word.paragraph)
    json.key("part")
    json.string(word.part)
    json.key("role")
    json.string("\(role.name)")
    json.key("run")
    json.integer(word.run)
    json.key("start")
    json.integer(range.start)
    json.key("text")
    json.string(view.text(of: range))
    json.endObject()
  }

  /// From what was published of the source, which itself is not at hand.
  private mutating func putPublished(_ range: SourceRange, _ role: Place.Role) {
    let position = view.position(of: range)
    let text = view.text(of: range)
    json.object(
      Self.templates[role.order], position.column, range.end, position.line, range.start, text.utf8.span)
  }

  /// One a role, in the order of `Place.Role.allCases`.
  private static let templates = Place.Role.allCases.map { role in
    JSONTemplate(
      depth: 3,
      [
        .varying("column"), .varying("end"), .varying("line"), .fixed("role", role.name), .varying("start"),
        .varying("text"),
      ])
  }
}

extension Place.Role {
  fileprivate var name: StaticString {
    switch self {
    case .value: "value"
    case .unit: "unit"
    case .name: "name"
    case .code: "code"
    }
  }

  /// The number in `allCases`.
  fileprivate var order: Int {
    switch self {
    case .value: 0
    case .unit: 1
    case .name: 2
    case .code: 3
    }
  }
}

extension SourceRange {
  fileprivate func clamped(to count: Int) -> SourceRange {
    let start = Swift.min(Swift.max(0, start), count)
    return SourceRange(start, Swift.min(Swift.max(start, end), count))
  }
}
