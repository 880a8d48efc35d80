internal import JSON

/// What filings have in common, kept once: rows of boilerplate, names of levels, the producer. For one thread at a time.
package final class SnapshotPool {
  private var texts: [UInt64: String] = [:]
  private var rows: [UInt64: (bytes: [UInt8], row: IndicatorSnapshot)] = [:]
  private var producers: [UInt64: (bytes: [UInt8], producer: String)] = [:]

  package init() {}

  /// The text that stands at `range` of a file, which holds no escapes. O(range).
  func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let found = bytes[range]
    // So short a text is kept in place, without memory of its own.
    if found.count <= 15 { return String(decoding: found, as: UTF8.self) }
    let fingerprint = bytes.fingerprint(range)
    if let known = texts[fingerprint], known.utf8.count == found.count, known.utf8.elementsEqual(found) { return known }
    let text = String(decoding: found, as: UTF8.self)
    texts[fingerprint] = text
    return text
  }

  /// The row that the same bytes were read as before.
  func row(_ bytes: [UInt8], _ range: Range<Int>, _ fingerprint: UInt64) -> IndicatorSnapshot? {
    guard let known = rows[fingerprint], known.bytes.elementsEqual(bytes[range]) else { return nil }
    return known.row
  }

  func keep(_ row: IndicatorSnapshot, _ bytes: [UInt8], _ range: Range<Int>, _ fingerprint: UInt64) {
    rows[fingerprint] = (Array(bytes[range]), row)
  }

  /// The producer at `range` as RFC 8785 bytes; nil if it is no object.
  func producer(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    let fingerprint = bytes.fingerprint(range)
    if let known = producers[fingerprint], known.bytes.elementsEqual(bytes[range]) { return known.producer }
    guard let value = try? JSONParser.parse(bytes.span.extracting(range)), case .object = value else { return nil }
    var writer = JSONWriter(.canonical)
    value.write(to: &writer)
    writer.finish()
    let producer = writer.failed ? "" : String(decoding: writer.bytes, as: UTF8.self)
    producers[fingerprint] = (Array(bytes[range]), producer)
    return producer
  }
}
