/// Folded labels and what each means, found by hash without building a String. O(label) a look-up.
struct LabelTable<Meaning: Sendable>: Sendable {
  private struct Slot: Sendable {
    var hash: UInt64
    /// Where the label stands in `labels`.
    var start: Int
    var count: Int
    var meaning: Meaning
  }

  private var slots: [Slot?]
  /// All labels, one behind the other.
  private var labels: [UInt8] = []
  private(set) var longest = 0
  /// True for the lengths and last bytes of labels, folded into one byte: most other texts fail here, unhashed.
  private var endings = [Bool](repeating: false, count: 256)

  /// Where two entries fold to one label the first stands.
  init(_ entries: [(label: String, meaning: Meaning)]) {
    self.init(folded: entries.map { (Folding.folded($0.label), $0.meaning) })
  }

  /// As above, of labels that are folded.
  init(folded entries: [(label: [UInt8], meaning: Meaning)]) {
    var size = 16
    while size < entries.count * 3 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    for (label, meaning) in entries {
      guard let last = label.last, self.meaning(of: label, count: label.count) == nil else { continue }
      longest = max(longest, label.count)
      endings[Self.ending(last, label.count)] = true
      let hash = Self.hash(label.span, label.count)
      var index = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[index] != nil { index = (index + 1) & (size - 1) }
      slots[index] = Slot(hash: hash, start: labels.count, count: label.count, meaning: meaning)
      labels += label
    }
  }

  /// What the first `count` bytes of `folded` mean as a label.
  func meaning(of folded: [UInt8], count: Int) -> Meaning? {
    guard count > 0, count <= longest, count <= folded.count, endings[Self.ending(folded[count - 1], count)] else {
      return nil
    }
    let bytes = folded.span
    let labels = labels.span
    let hash = Self.hash(bytes, count)
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while let slot = slots[index] {
      if slot.hash == hash, slot.count == count, Self.isSame(labels, slot.start, bytes, count) {
        return slot.meaning
      }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func ending(_ last: UInt8, _ count: Int) -> Int { (Int(last) &+ 31 &* count) & 255 }

  private static func isSame(_ labels: Span<UInt8>, _ start: Int, _ folded: Span<UInt8>, _ count: Int) -> Bool {
    for index in 0..<count where labels[start + index] != folded[index] { return false }
    return true
  }

  /// FNV-1a.
  private static func hash(_ bytes: Span<UInt8>, _ count: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<count { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash
  }
}
