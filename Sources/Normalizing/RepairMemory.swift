internal import Modeling
internal import Provenance

/// What the rules made of texts that came before: filings repeat each other's, with the same slips.
///
/// What a rule does depends on the text and its field alone, so a text that is remembered is repaired as if it were
/// looked at again. It belongs to one worker, which hands it on from filing to filing. It never grows: a text takes the
/// place of the one before it that shares its slot.
package final class RepairMemory {
  private struct Entry {
    var hash: UInt64
    var circumstances: UInt32
    /// As filed, and as the rules left it; its place is that of the text that came first.
    var revised: Revision
  }

  private var slots: [Entry?]

  /// Longer texts hardly ever come again.
  static let longest = 64

  package init() {
    slots = Array(repeating: nil, count: 2048)
  }

  /// Where a text in its circumstances is looked for.
  struct Key {
    fileprivate var hash: UInt64
    fileprivate var circumstances: UInt32
  }

  /// Nil for a text that is too long.
  static func key(of text: String, in field: Field) -> Key? {
    let utf8 = text.utf8Span.span
    guard utf8.count <= longest else { return nil }
    // All that rules ask of a field: its kind, its siblings, and of the indicator's name whether it is a rate's.
    let circumstances =
      field.kind.rawValue << 8 | (field.siblingsEndInStop ? 0x80 : 0)
      | UInt32(field.indicator.map { RateName.trait(of: $0) } ?? 0x7F)
    var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(circumstances)
    for index in utf8.indices { hash = (hash ^ UInt64(utf8[index])) &* 0x0000_0100_0000_01B3 }
    return Key(hash: hash ^ hash >> 32, circumstances: circumstances)
  }

  /// Repairs `text` as the same text was before; false if there was none.
  func repair(_ text: inout Revision, _ key: Key) -> Bool {
    guard let entry = slots[slot(key)], entry.hash == key.hash, entry.circumstances == key.circumstances else {
      return false
    }
    return text.revise(as: entry.revised)
  }

  func remember(_ revised: Revision, _ key: Key) {
    if !revised.continued.isEmpty { return }
    slots[slot(key)] = Entry(hash: key.hash, circumstances: key.circumstances, revised: revised)
  }

  private func slot(_ key: Key) -> Int { Int(truncatingIfNeeded: key.hash) & (slots.count - 1) }
}
