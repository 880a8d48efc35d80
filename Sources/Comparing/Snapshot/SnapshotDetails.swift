package import JSON

/// What a filing's file says of its values besides the values: where they stand in the source, as what they were filed,
/// and what people decided. Read when a change asks for it; a file without such members says nothing.
package struct SnapshotDetails {
  private let bytes: [UInt8]
  private var places: [String: Range<Int>] = [:]
  private var corrections: [String: [JSONObject]] = [:]

  /// O(bytes), without reading the places.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for member in JSONMembers.object(bytes.span) ?? [] {
      if bytes[member.key].elementsEqual("places".utf8) {
        for place in JSONMembers.object(bytes.span.extracting(member.value)) ?? [] {
          let start = member.value.lowerBound
          let key = String(decoding: bytes[start + place.key.lowerBound..<start + place.key.upperBound], as: UTF8.self)
          places[key] = start + place.value.lowerBound..<start + place.value.upperBound
        }
      } else if bytes[member.key].elementsEqual("corrections".utf8) {
        guard case .array(let elements)? = try? JSONParser.parse(bytes.span.extracting(member.value)) else { continue }
        for element in elements {
          if case .object(let correction) = element, case .string(let path)? = correction["path"] {
            corrections[path, default: []].append(correction)
          }
        }
      }
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

  /// Whether anything was repaired in it.
  package func isCorrected(_ pointer: String) -> Bool {
    corrections[pointer]?.contains { correction in
      if case .bool(true)? = correction["applied"] { true } else { false }
    } ?? false
  }
}
