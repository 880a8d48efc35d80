internal import Digest
internal import JSON
internal import Modeling
internal import Provenance

/// Writes the corrections of every leaf, in the order of the walk.
struct CorrectionSink: FilingSink, ~Copyable {
  var json: JSONWriter
  let view: SourceView
  private let filingID: String
  private var path = PointerPath()
  private var scopes: [String] = []
  private var order = 0
  /// How often each key's ingredients have been seen, so that equal corrections of equal leaves differ.
  private var occurrences: [String: Int] = [:]

  init(_ json: consuming JSONWriter, _ view: SourceView, filingID: String) {
    self.json = json
    self.view = view
    self.filingID = filingID
  }

  /// Set if the library refused to hash a key: the output must not be used.
  private(set) var failure: DigestError?

  consuming func finish() -> JSONWriter { json }

  var ordersElementsAsStrings: Bool { false }

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

  mutating func enter(_ scope: LeafScope) {
    switch scope {
    case .project(let project): scopes.append(project.code?.text ?? project.name?.text ?? "")
    case .indicator(let indicator):
      scopes.append((indicator.level2?.text ?? "") + "\u{1F}" + (indicator.name?.text ?? ""))
    }
  }

  mutating func leave() { scopes.removeLast() }

  mutating func text(_ key: StaticString, _ text: Revision?) {
    guard let text, !text.corrections.isEmpty else { return }
    path.push(key)
    put(text, field: "\(key)")
    path.pop()
  }

  mutating func textElement(_ index: Int, _ text: Revision) {
    guard !text.corrections.isEmpty else { return }
    let field = path.lastKey
    path.push(index)
    put(text, field: field)
    path.pop()
  }

  mutating func value(_ key: StaticString, _ value: Scalar, of text: Revision, unit: Revision?) {
    self.text(key, text)
  }

  private mutating func put(_ text: Revision, field: String) {
    for correction in text.corrections {
      let ingredients =
        ([filingID] + scopes + [field, correction.rule, text.filed, correction.before]).joined(separator: "\u{1F}")
      let occurrence = occurrences[ingredients, default: 0]
      occurrences[ingredients] = occurrence + 1
      do throws(DigestError) {
        put(correction, of: text, key: try CorrectionKey.make(ingredients, occurrence))
      } catch {
        failure = error
      }
      order += 1
    }
  }

  private mutating func put(_ correction: Correction, of text: Revision, key: String) {
    json.beginObject()
    json.key("after")
    json.string(correction.after)
    json.key("applied")
    json.bool(correction.applied)
    json.key("at")
    json.integer(correction.at)
    json.key("before")
    json.string(correction.before)
    json.key("certainty")
    json.string(correction.certainty.rawValue)
    json.key("evidence")
    json.beginArray()
    for evidence in correction.evidence { put(evidence) }
    json.endArray()
    json.key("filed")
    json.string(text.filed)
    json.key("key")
    json.string(key)
    json.key("order")
    json.integer(order)
    json.key("path")
    let pointer = path.utf8
    json.string(utf8: pointer.span)
    json.key("rule")
    json.string(correction.rule)
    json.key("source")
    json.beginArray()
    let view = view
    for range in text.places(filed: correction.filed) { json.place(range, view) }
    json.endArray()
    json.endObject()
  }

  private mutating func put(_ evidence: Evidence) {
    json.beginObject()
    json.key("kind")
    json.string(evidence.kind)
    if let score = evidence.score {
      json.key("score")
      json.number(score)
    }
    if let source = evidence.source {
      let view = view
      json.key("source")
      json.place(source, view)
    }
    if let text = evidence.text {
      json.key("text")
      json.string(text)
    }
    json.endObject()
  }
}

/// The name by which decisions know a correction: it stays the same across runs and versions of the program.
enum CorrectionKey {
  /// The first 16 hexadecimal digits of SHA-256 over filing id, leaf, rule, filed text, what is replaced, and the
  /// how-manieth of its like it is, joined by U+001F.
  static func make(_ ingredients: String, _ occurrence: Int) throws(DigestError) -> String {
    try SHA256(of: ingredients + "\u{1F}" + String(occurrence)).prefixHex(16)
  }
}

extension JSONWriter {
  /// A place without its text: column, end, line, start.
  mutating func place(_ range: SourceRange, _ view: SourceView) {
    let position = view.position(of: range)
    beginObject()
    key("column")
    integer(position.column)
    key("end")
    integer(range.end)
    key("line")
    integer(position.line)
    key("start")
    integer(range.start)
    endObject()
  }
}
