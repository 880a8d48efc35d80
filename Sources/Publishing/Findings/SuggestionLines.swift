internal import JSON
package import Modeling
internal import Provenance

/// Corrections as JSON Lines, one object a line, as the schema `suggestion` describes it, canonical by RFC 8785. A line
/// becomes one of `decisions.jsonl` by adding `decision`.
package struct SuggestionLines: ~Copyable {
  private var writer = JSONWriter(.canonical)

  package init() {}

  /// Appends one line for each correction, in the order given; `identity` is the filing's.
  package mutating func write(
    _ corrections: [KeyedCorrection], of identity: Identity, in source: FindingSource, to output: inout [UInt8]
  ) {
    for correction in corrections {
      writer.removeAll(keepingCapacity: true)
      write(correction, identity, source)
      writer.finish()
      output += writer.bytes
      output.append(0x0A)
    }
  }

  private mutating func write(_ keyed: KeyedCorrection, _ identity: Identity, _ source: FindingSource) {
    let correction = keyed.correction
    let place = keyed.text.places(filed: correction.filed).first
    let position = place.map { source.lines.position(of: $0.start) }
    writer.beginObject()
    member("after", correction.after)
    writer.key("applied")
    writer.bool(correction.applied)
    member("before", correction.before)
    member("certainty", correction.certainty.rawValue)
    member("column", position?.column)
    // With the region: another has a department of the same code.
    member("department", "\(identity.regionKey)-\(identity.departmentKey)")
    writer.key("evidence")
    writer.beginArray()
    for evidence in correction.evidence { write(evidence, source) }
    writer.endArray()
    member("file", source.path)
    member("filed", keyed.text.filed)
    member("filing", identity.id)
    member("key", keyed.key)
    member("line", position?.line)
    member("path", keyed.path)
    member("rule", correction.rule)
    member("scope", Verdict.Scope.place.rawValue)
    writer.endObject()
  }

  private mutating func write(_ evidence: Evidence, _ source: FindingSource) {
    writer.beginObject()
    member("kind", evidence.kind)
    if let score = evidence.score {
      writer.key("score")
      writer.number(score)
    }
    if let place = evidence.source {
      let position = source.lines.position(of: place.start)
      writer.key("source")
      writer.beginObject()
      member("column", position.column)
      member("end", place.end)
      member("line", position.line)
      member("start", place.start)
      writer.endObject()
    }
    if let text = evidence.text { member("text", text) }
    writer.endObject()
  }

  private mutating func member(_ key: StaticString, _ text: String) {
    writer.key(key)
    writer.string(text)
  }

  private mutating func member(_ key: StaticString, _ value: Int?) {
    writer.key(key)
    if let value { writer.integer(value) } else { writer.null() }
  }
}
