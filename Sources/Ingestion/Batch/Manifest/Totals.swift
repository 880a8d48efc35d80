import JSON

/// The sums over a manifest's entries.
package struct Totals: Hashable, Sendable {
  package private(set) var inputs = 0
  package private(set) var converted = 0
  package private(set) var duplicates = 0
  package private(set) var failed = 0
  package private(set) var outputs = 0
  package private(set) var bytes = 0
  package private(set) var errors = 0
  package private(set) var warnings = 0
  package private(set) var notes = 0

  mutating func add(_ entry: Entry) { add(entry, 1) }
  mutating func remove(_ entry: Entry) { add(entry, -1) }

  private mutating func add(_ entry: Entry, _ sign: Int) {
    inputs += sign
    switch entry.status {
    case .converted: converted += sign
    case .duplicate: duplicates += sign
    case .failed: failed += sign
    }
    outputs &+= sign * entry.outputs.count
    bytes &+= sign &* (entry.bytes ?? 0)
    errors &+= sign &* entry.errors
    warnings &+= sign &* entry.warnings
    notes &+= sign &* entry.notes
  }

  mutating func add(_ other: Totals) {
    inputs += other.inputs
    converted += other.converted
    duplicates += other.duplicates
    failed += other.failed
    outputs &+= other.outputs
    bytes &+= other.bytes
    errors &+= other.errors
    warnings &+= other.warnings
    notes &+= other.notes
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("bytes")
    writer.integer(bytes)
    writer.key("converted")
    writer.integer(converted)
    writer.key("duplicates")
    writer.integer(duplicates)
    writer.key("errors")
    writer.integer(errors)
    writer.key("failed")
    writer.integer(failed)
    writer.key("inputs")
    writer.integer(inputs)
    writer.key("notes")
    writer.integer(notes)
    writer.key("outputs")
    writer.integer(outputs)
    writer.key("warnings")
    writer.integer(warnings)
    writer.endObject()
  }
}
