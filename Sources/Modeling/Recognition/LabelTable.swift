/// Folded labels and what each means, found by hash without building a String. O(label) a look-up.
struct LabelTable<Meaning: Sendable>: Sendable {
  private struct Slot: Sendable {
    var hash: UInt64
    var label: [UInt8]
    var meaning: Meaning
  }

  private var slots: [Slot?]
  private(set) var longest = 0

  /// Where two entries fold to one label the first stands.
  init(_ entries: [(label: String, meaning: Meaning)]) {
    var size = 16
    while size < entries.count * 3 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    for (label, meaning) in entries {
      let label = Folding.folded(label)
      if label.isEmpty { continue }
      longest = max(longest, label.count)
      let hash = Self.hash(label, count: label.count)
      var index = Int(truncatingIfNeeded: hash) & (size - 1)
      while let slot = slots[index], slot.label != label { index = (index + 1) & (size - 1) }
      if slots[index] == nil { slots[index] = Slot(hash: hash, label: label, meaning: meaning) }
    }
  }

  /// What the first `count` bytes of `folded` mean as a label.
  func meaning(of folded: [UInt8], from start: Int = 0, count: Int) -> Meaning? {
    guard count > start, count - start <= longest, count <= folded.count else { return nil }
    let hash = Self.hash(folded, from: start, count: count)
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while let slot = slots[index] {
      if slot.hash == hash, slot.label.count == count - start, matches(slot.label, folded, start) {
        return slot.meaning
      }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  private func matches(_ label: [UInt8], _ folded: [UInt8], _ start: Int) -> Bool {
    for index in label.indices where label[index] != folded[start + index] { return false }
    return true
  }

  /// FNV-1a.
  private static func hash(_ bytes: [UInt8], from start: Int = 0, count: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<count {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
    }
    return hash
  }
}
