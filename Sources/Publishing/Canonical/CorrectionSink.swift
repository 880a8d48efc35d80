internal import Digest
internal import JSON
internal import Modeling
internal import Normalizing
internal import Provenance

/// Writes the corrections of every leaf, in the order of the walk.
struct CorrectionSink: PathSink, ~Copyable {
  var json: JSONWriter
  let view: SourceView
  var path = PointerPath()
  private var order = 0
  private var key = CorrectionKey()

  init(_ json: consuming JSONWriter, _ view: SourceView, filingID: String) {
    self.json = json
    self.view = view
    key.begin(filingID)
  }

  /// Set if the library refused to hash a key: the output must not be used.
  private(set) var failure: DigestError?

  consuming func finish() -> JSONWriter { json }

  var ordersElementsAsStrings: Bool { false }
  var wantsValues: Bool { false }

  mutating func enter(_ project: borrowing Project) { key.enter(project) }
  mutating func enter(_ indicator: borrowing Indicator) { key.enter(indicator) }

  mutating func leave() { key.leave() }

  mutating func text(_ key: StaticString, _ text: Revision?) {
    guard let text, text.hasCorrections else { return }
    path.push(key)
    put(text, field: path.lastKey..<path.utf8.count)
    path.pop()
  }

  mutating func textElement(_ index: Int, _ text: Revision) {
    guard text.hasCorrections else { return }
    let field = path.lastKey..<path.utf8.count
    path.push(index)
    put(text, field: field)
    path.pop()
  }

  mutating func value(_ key: StaticString, _ value: Scalar, of text: Revision, unit: Revision?) {
    self.text(key, text)
  }

  /// `field` is the part of the path that names the kind of text.
  private mutating func put(_ text: Revision, field: Range<Int>) {
    let corrections = text.corrections
    let pointer = path.utf8
    for index in corrections.indices {
      do throws(DigestError) {
        try key.make(pointer.span.extracting(field), corrections[index].rule, text.filed, corrections[index].before)
        put(corrections[index], of: text)
      } catch {
        failure = error
      }
      order += 1
    }
  }

  private mutating func put(_ correction: Correction, of text: Revision) {
    json.beginObject()
    json.member("after", correction.after)
    json.key("applied")
    json.bool(correction.applied)
    json.key("at")
    json.integer(correction.at)
    json.member("before", correction.before)
    json.member("certainty", correction.certainty.rawValue)
    json.key("evidence")
    json.beginArray()
    for evidence in correction.evidence { put(evidence) }
    json.endArray()
    json.member("filed", text.filed)
    json.key("key")
    let digits = key.digits
    json.string(utf8: digits.span)
    json.key("order")
    json.integer(order)
    json.key("path")
    let pointer = path.utf8
    json.string(utf8: pointer.span)
    json.member("rule", correction.rule)
    json.key("source")
    json.beginArray()
    let view = view
    if let range = text.place(filed: correction.filed) {
      json.place(range, view)
    } else {
      for range in text.places(filed: correction.filed) { json.place(range, view) }
    }
    json.endArray()
    if let verdict = correction.verdict { put(verdict) }
    json.endObject()
  }

  private mutating func put(_ verdict: Verdict) {
    json.key("verdict")
    json.beginObject()
    put("after", verdict.after)
    put("at", verdict.at)
    put("by", verdict.by)
    put("certainty", verdict.certainty?.rawValue)
    put("decision", verdict.decision.rawValue)
    put("note", verdict.note)
    put("scope", verdict.scope.rawValue)
    put("undecided", verdict.undecided)
    json.endObject()
  }

  private mutating func put(_ key: StaticString, _ text: String?) {
    guard let text else { return }
    json.key(key)
    json.string(text)
  }

  private mutating func put(_ evidence: Evidence) {
    json.beginObject()
    json.member("kind", evidence.kind)
    if let score = evidence.score {
      json.key("score")
      json.number(score)
    }
    if let source = evidence.source {
      let view = view
      json.key("source")
      json.place(source, view)
    }
    if let text = evidence.text { json.member("text", text) }
    json.endObject()
  }
}

extension JSONWriter {
  /// A place without its text, in a list of a list's object: column, end, line, start.
  mutating func place(_ range: SourceRange, _ view: SourceView) {
    let position = view.position(of: range)
    if depth == placeTemplate.depth {
      object(placeTemplate, position.column, range.end, position.line, range.start)
      return
    }
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

private let placeTemplate = JSONTemplate(
  depth: 4, [.varying("column"), .varying("end"), .varying("line"), .varying("start")])
