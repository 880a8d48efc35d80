internal import JSON
package import Provenance

/// A pointer that leads to no value with a place in the source.
package struct TraceError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Not written as RFC 6901 has it.
    case malformed
    /// A part of the file that speaks of the file, such as `id` or `producer`.
    case untraced
    case unknown
  }

  package var kind: Kind
  package var pointer: String
  /// The nearest pointer that there is.
  package var nearest: String

  /// Of several equally near the first.
  init(_ pointer: String, among known: [String]) {
    self.pointer = pointer
    guard let parsed = JSONPointer(parsing: pointer) else {
      kind = .malformed
      nearest = pointer.isEmpty ? "" : Self.nearest(to: pointer.split(separator: "/").map(String.init), among: known)
      return
    }
    kind = parsed.tokens.first.map(Self.records.contains) == true ? .untraced : .unknown
    nearest = Self.nearest(to: parsed.tokens, among: known)
  }

  package var message: Message {
    let asked = Message(quoting: pointer)
    let near = Message(quoting: nearest)
    switch kind {
    case .malformed:
      return Message(
        zh: "\(asked.zh)不是 JSON 指针（应以“/”开头，其中“~”写作“~0”）；可能要查的是\(near.zh)。",
        en: "\(asked.en) is no JSON pointer (it begins with /, and ~ is written ~0); perhaps \(near.en) was meant.")
    case .untraced:
      return Message(
        zh: "\(asked.zh)是关于文件本身的记录，不出自原文；请查填报内容，例如\(near.zh)。",
        en: "\(asked.en) is what the file says of itself and stands nowhere in the source; ask for a value of the "
          + "filing, such as \(near.en).")
    case .unknown:
      return Message(
        zh: "没有\(asked.zh)；最接近的是\(near.zh)。", en: "there is no \(asked.en); the nearest is \(near.en).")
    }
  }

  private static let records: Set = [
    "corrections", "diagnostics", "format", "id", "places", "producer", "source", "unmapped",
  ]

  /// Follows the pointer as far as it leads, then takes what is there instead of the next token: the last element
  /// for an index too large, else the key with the fewest letters to change.
  private static func nearest(to tokens: [String], among known: [String]) -> String {
    var candidates = known.map { Array($0.utf8.dropFirst().split(separator: 0x2F, omittingEmptySubsequences: false)) }
    var path = ""
    for (depth, token) in tokens.enumerated() {
      let here = candidates.filter { $0.count > depth }
      let same = here.filter { $0[depth].elementsEqual(JSONPointer.escape(token).utf8) }
      if !same.isEmpty {
        candidates = same
        path += "/" + JSONPointer.escape(token)
        continue
      }
      let keys = here.map { String(decoding: Array($0[depth]), as: UTF8.self) }
      if let last = keys.last, Int(last) != nil, Int(token) != nil { return path + "/" + last }
      var best: (key: String, distance: Int)?
      for key in keys {
        let distance = distance(Array(key.utf8), Array(token.utf8.prefix(64)))
        if distance < best?.distance ?? .max { best = (key, distance) }
      }
      return best.map { path + "/" + $0.key } ?? path
    }
    return path
  }

  /// How many letters must be put in, left out or changed (Levenshtein). O(product of the lengths).
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let changed = diagonal + (letter == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, diagonal + 1, row[column] + 1)
      }
    }
    return row[other.count]
  }
}
