package import JSON

/// What a filing's file says of its values besides the values: where they stand in the source, and as what they were
/// filed. Read when a change asks for it; a file without such a member says nothing.
package struct SnapshotDetails {
  private let bytes: [UInt8]
  private var places: [String: Range<Int>] = [:]

  /// Nothing is known.
  package init() { bytes = [] }

  /// Those of a file whose places stand at `range`. O(range), without reading them.
  package init(_ bytes: [UInt8], places range: Range<Int>) {
    self.bytes = bytes
    // The file may be another by now than the one that was read.
    guard bytes.indices.contains(range.upperBound - 1) else { return }
    let start = range.lowerBound
    for place in JSONMembers.object(bytes.span.extracting(range)) ?? [] {
      let key = String(decoding: bytes[start + place.key.lowerBound..<start + place.key.upperBound], as: UTF8.self)
      places[key] = start + place.value.lowerBound..<start + place.value.upperBound
    }
  }

  /// The places of the value at a pointer, as the file has them.
  package func places(of pointer: String) -> [JSONValue] {
    guard let range = places[pointer], case .array(let values)? = try? JSONParser.parse(bytes.span.extracting(range))
    else { return [] }
    return values
  }

  /// The value as it stands in the source, a unit that belongs to it included; nil if the file doesn't say.
  package func filed(_ pointer: String) -> String? {
    let texts = places(of: pointer).compactMap { place -> String? in
      guard case .string(let text)? = place["text"] else { return nil }
      return text
    }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }
}
