/// The members of a JSON object, in the canonical order of their keys, each key once.
package struct JSONObject: Hashable, Sendable {
  package struct Member: Sendable {
    package var key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  package private(set) var members: [Member] = []

  package init() {}

  /// Takes members in any order; of several with one key, the last. Adding in ascending order is O(1).
  package init(_ members: some Sequence<(String, JSONValue)>) {
    for (key, value) in members { self[key] = value }
  }

  /// Takes members that are known to ascend.
  init(ascending members: [Member]) {
    self.members = members
  }

  package var count: Int { members.count }
  package var isEmpty: Bool { members.isEmpty }

  /// Up to so many members are looked through one by one: the lengths of their keys alone tell most of them apart.
  private static let few = 24

  /// The value of `key`: O(log count) to read. Setting nil removes the member.
  package subscript(key: String) -> JSONValue? {
    get {
      if members.count <= Self.few {
        // Swift's own `==`, which compares short ASCII texts at once, goes first; it lets more pass than is the same.
        let index = members.firstIndex { member in
          member.key.utf8.count == key.utf8.count && member.key == key && member.key.hasSameScalars(as: key)
        }
        return index.map { members[$0].value }
      }
      let index = position(of: key)
      return index < members.count && members[index].key.hasSameScalars(as: key) ? members[index].value : nil
    }
    set {
      let index = position(of: key)
      let isPresent = index < members.count && members[index].key.hasSameScalars(as: key)
      switch (newValue, isPresent) {
      case (let value?, true): members[index].value = value
      case (let value?, false): members.insert(Member(key: key, value: value), at: index)
      case (nil, true): members.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// How many members stand before `key`.
  private func position(of key: String) -> Int {
    if let last = members.last, last.key.precedesInUTF16(key) { return members.count }
    var low = 0
    var high = members.count
    while low < high {
      let middle = low + (high - low) / 2
      if members[middle].key.precedesInUTF16(key) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension JSONObject.Member: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.key.hasSameScalars(as: right.key) && left.value == right.value
  }

  package func hash(into hasher: inout Hasher) {
    key.hashScalars(into: &hasher)
    hasher.combine(value)
  }
}
