internal import JSON
package import Provenance

/// Findings as JSON Lines: one object a line, as the schema `finding` describes it, canonical by RFC 8785.
package struct FindingLines: ~Copyable {
  private var writer = JSONWriter(.canonical)

  package init() {}

  /// Appends one line for each finding, in the order given.
  package mutating func write(_ diagnostics: [Diagnostic], of source: FindingSource, to output: inout [UInt8]) {
    for diagnostic in diagnostics {
      writer.removeAll(keepingCapacity: true)
      write(diagnostic, of: source)
      writer.finish()
      output += writer.bytes
      output.append(0x0A)
    }
  }

  private mutating func write(_ diagnostic: Diagnostic, of source: FindingSource) {
    let first = diagnostic.source.first
    let position = first.map { source.lines.position(of: $0.start) }
    writer.beginObject()
    writer.member("column", position?.column)
    writer.member("end", first?.end)
    writer.key("file")
    writer.string(source.path)
    writer.key("id")
    writer.string(diagnostic.id)
    writer.member("line", position?.line)
    writer.key("message")
    writer.beginObject()
    writer.key("en")
    writer.string(diagnostic.message.en)
    writer.key("zh")
    writer.string(diagnostic.message.zh)
    writer.endObject()
    writer.key("path")
    if let path = diagnostic.path { writer.string(path) } else { writer.null() }
    writer.key("severity")
    writer.string(diagnostic.severity.rawValue)
    writer.key("source")
    writer.beginArray()
    for range in diagnostic.source {
      let position = source.lines.position(of: range.start)
      writer.beginObject()
      writer.member("column", position.column)
      writer.member("end", range.end)
      writer.member("line", position.line)
      writer.member("start", range.start)
      writer.endObject()
    }
    writer.endArray()
    writer.member("start", first?.start)
    writer.endObject()
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: StaticString, _ value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }
}
