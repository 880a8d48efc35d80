internal import JSON

/// A line of `decisions.jsonl` as the page shows it: the members that a decision has, as they were written.
package struct DecisionLine: Hashable, Sendable {
  let members: JSONObject

  /// The lines of a file that was read as decisions already; what else it holds is left out.
  package static func lines(of bytes: [UInt8]) -> [DecisionLine] {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    return bytes.split(separator: 0x0A).compactMap { line in
      guard case .object(let object)? = try? JSONParser.parse(Array(line)) else { return nil }
      return DecisionLine(members: JSONObject(keys.compactMap { key in object[key].map { (key, $0) } }))
    }
  }

  private static let keys = [
    "after", "at", "before", "by", "decision", "department", "filed", "key", "note", "rule", "scope",
  ]
}
