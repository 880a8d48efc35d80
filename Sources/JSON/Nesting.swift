/// What a writer's caller has opened and not yet closed, to tell calls that would not make JSON.
/// `JSONWriter` keeps one in debug builds only.
struct Nesting {
  enum Container {
    case object, array
  }

  private var open: [(container: Container, lastKey: [UInt8]?)] = []
  private var hasKey = false
  private var hasValue = false

  /// Exactly one value has been written and everything is closed.
  var isComplete: Bool { open.isEmpty && hasValue }

  /// A value may stand here: the first at the top, in an array, or after a key.
  mutating func admitsValue() -> Bool {
    switch open.last?.container {
    case nil:
      if hasValue { return false }
      hasValue = true
      return true
    case .array: return true
    case .object:
      defer { hasKey = false }
      return hasKey
    }
  }

  /// A key may stand here: in an object, not after another key, and above the key before it.
  mutating func admits(key: Span<UInt8>) -> Bool {
    guard let top = open.last, top.container == .object, !hasKey else { return false }
    if let last = top.lastKey, !last.span.precedesInUTF16(key) { return false }
    open[open.count - 1].lastKey = key.indices.map { key[$0] }
    hasKey = true
    return true
  }

  mutating func open(_ container: Container) -> Bool {
    guard admitsValue() else { return false }
    open.append((container, nil))
    return true
  }

  mutating func close(_ container: Container) -> Bool {
    !hasKey && open.popLast()?.container == container
  }
}
