/// The members of an object that is being read, in the order of the text.
struct MemberList {
  private var members: [JSONObject.Member] = []
  /// Where each key begins, to say where it is given again.
  private var offsets: [Int] = []
  private var isAscending = true

  mutating func open(key: String, at offset: Int) {
    if isAscending, let last = members.last, !last.key.precedesInUTF16(key) { isAscending = false }
    members.append(JSONObject.Member(key: key, value: .null))
    offsets.append(offset)
  }

  /// The value of the key opened last.
  mutating func add(_ value: JSONValue) {
    guard !members.isEmpty else { return }
    members[members.count - 1].value = value
  }

  /// O(n) for what we wrote ourselves, else O(n log n).
  func object(in text: Span<UInt8>) throws(JSONError) -> JSONObject {
    if isAscending { return JSONObject(ascending: members) }
    let order = members.indices.sorted { left, right in
      members[left].key.precedesInUTF16(members[right].key)
        || (!members[right].key.precedesInUTF16(members[left].key) && left < right)
    }
    // Of all keys that are given again, the first in the text.
    let repeated = zip(order, order.dropFirst())
      .filter { members[$0].key.hasSameScalars(as: members[$1].key) }
      .map(\.1).min()
    if let repeated {
      throw JSONError(.duplicateKey(members[repeated].key), at: offsets[repeated], in: text)
    }
    return JSONObject(ascending: order.map { members[$0] })
  }
}
