internal import Modeling
internal import Provenance

/// Gathers every value of a filing with its way from the source.
struct TraceSink: PathSink {
  private var values: [TracedValue] = []
  private var notes: [(parent: String, key: String, from: [String])] = []
  var path = PointerPath()
  private let view: SourceView
  private let targets: TargetReadings

  init(_ view: SourceView, _ targets: TargetReadings) {
    self.view = view
    self.targets = targets
  }

  /// The values, each with what it was inferred from.
  consuming func finish() -> [TracedValue] {
    let indices = Dictionary(values.indices.map { (values[$0].pointer, $0) }) { first, _ in first }
    for note in notes {
      for key in Self.subjects(of: note.key) {
        if let index = indices[note.parent + "/" + key] { values[index].inferredFrom = note.from }
      }
    }
    return values
  }

  /// The keys of the values that a note is about; later notes win.
  private static func subjects(of note: String) -> [String] {
    switch note {
    case "inferredFrom": ["code", "name", "value"]
    case "nameInferredFrom": ["name"]
    case "unitInferredFrom": ["unit"]
    case "yearInferredFrom": ["earliest", "latest"]
    default: []
    }
  }

  var ordersElementsAsStrings: Bool { false }

  func target(_ project: Int, _ row: Int) -> Target? { targets[project, row] }

  mutating func note(_ key: StaticString, _ note: String) { self.note(key, [note]) }

  mutating func note(_ key: StaticString, _ notes: [String]) {
    self.notes.append((path.text, "\(key)", notes))
  }

  mutating func null(_ key: StaticString) { add(key, .null, []) }

  mutating func text(_ key: StaticString, _ text: Revision?) {
    path.push(key)
    if let text { add(text) } else { add(.null, []) }
    path.pop()
  }

  mutating func textElement(_ index: Int, _ text: Revision) {
    path.push(index)
    add(text)
    path.pop()
  }

  mutating func value(_ key: StaticString, _ value: Scalar, of text: Revision, unit: Revision?) {
    let units = unit.map { $0.pieces.map { Place($0, .unit) } } ?? []
    add(key, TracedScalar(value), text.pieces.map { Place($0) } + units, text)
  }

  mutating func derived(
    _ key: StaticString, _ value: Scalar, from text: Revision?, _ part: Range<Int>?, as role: Place.Role
  ) {
    var places: [Place] = []
    if let text, let part { places = text.places(of: part).map { Place($0, role) } }
    // A part of a target is read from its text, or from the name beside it.
    let target = path.text
    let indicator = target.utf8.lastIndex(of: 0x2F).map { String(target[..<$0]) } ?? ""
    let pointer = text == nil ? nil : role == .name ? indicator + "/name" : target + "/text"
    add(key, TracedScalar(value), places, text, at: pointer)
  }

  mutating func inferred(_ key: StaticString, _ value: Scalar, _ places: [Place]) {
    add(key, TracedScalar(value), places)
  }

  private mutating func add(
    _ key: StaticString, _ value: TracedScalar, _ places: [Place], _ text: Revision? = nil, at pointer: String? = nil
  ) {
    path.push(key)
    add(value, places, text, at: pointer)
    path.pop()
  }

  private mutating func add(_ text: Revision) {
    add(.text(text.text), text.pieces.map { Place($0) }, text)
  }

  private mutating func add(
    _ value: TracedScalar, _ places: [Place], _ text: Revision? = nil, at pointer: String? = nil
  ) {
    values.append(
      TracedValue(
        pointer: path.text, value: value, places: places.map { TracedPlace($0, view) }, text: text,
        textPointer: pointer, inferredFrom: []))
  }
}

extension TracedScalar {
  init(_ value: Scalar) {
    switch value {
    case .null: self = .null
    case .integer(let value): self = .number(String(value))
    case .decimal(let value): self = .number(value.description)
    case .string(let value): self = .text(value)
    }
  }
}

extension TracedPlace {
  init(_ place: Place, _ view: SourceView) {
    self.init(
      place: place, position: view.position(of: place.range), text: view.text(of: place.range), line: nil,
      word: view.word(of: place.range))
    guard let (source, index) = view.lines else { return }
    let line = index.range(ofLine: position.line)
    let start = min(max(place.range.start, line.start), line.end)
    let end = min(max(place.range.end, start), line.end)
    self.line = Line(
      before: source[SourceRange(line.start, start)], marked: source[SourceRange(start, end)],
      after: source[SourceRange(end, line.end)])
  }
}
