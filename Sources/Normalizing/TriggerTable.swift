internal import ICU

/// For every character the rules that it can set off, one bit a rule.
///
/// The characters of the Basic Multilingual Plane have a flat table of 65,536 masks (256 KB). Before it stands a table
/// of 1,024 masks (4 KB, so it stays in the fastest cache), one for each 64 characters: in clean Chinese text
/// nearly every character is settled there.
struct TriggerTable: Sendable {
  /// The rules that need no character to be set off.
  let always: UInt32
  private let characters: [UInt32]
  private let blocks: [UInt32]
  /// The rules that any character beyond the Basic Multilingual Plane may set off.
  private let beyond: UInt32

  /// Rules after the 32nd have no bit; a test keeps their number below that. A rule whose pattern ICU cannot read is
  /// always run.
  init(_ triggers: [Rule.Trigger]) {
    var always: UInt32 = 0
    var beyond: UInt32 = 0
    var characters = Array<UInt32>(repeating: 0, count: 0x1_0000)
    var blocks = Array<UInt32>(repeating: 0, count: 0x400)
    for (index, trigger) in triggers.prefix(32).enumerated() {
      let bit: UInt32 = 1 << UInt32(index)
      guard case .anyOf(let pattern) = trigger, let set = try? UnicodeSet(pattern) else {
        always |= bit
        continue
      }
      for range in set.ranges {
        if range.upperBound > 0xFFFF { beyond |= bit }
        for value in range.clamped(to: 0...0xFFFF) where range.contains(value) {
          characters[Int(value)] |= bit
          blocks[Int(value >> 6)] |= bit
        }
      }
    }
    self.always = always
    self.characters = characters
    self.blocks = blocks
    self.beyond = beyond
  }

  /// The rules among `wanted` that the characters of `text` can set off. One pass over its bytes.
  func rules(for text: String, among wanted: UInt32) -> UInt32 {
    let bytes = text.utf8Span.span
    let characters = characters.span
    let blocks = blocks.span
    var found = always
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        found |= characters[Int(lead)]
        index += 1
      } else if lead >= 0xE0 && lead < 0xF0 && index + 2 < bytes.count {
        let block = Int(lead & 0x0F) << 6 | Int(bytes[index + 1] & 0x3F)
        if blocks[block] & wanted & ~found != 0 {
          found |= characters[block << 6 | Int(bytes[index + 2] & 0x3F)]
        }
        index += 3
      } else if lead < 0xE0 && index + 1 < bytes.count {
        found |= characters[Int(lead & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)]
        index += 2
      } else {
        found |= beyond
        index += 4
      }
    }
    return found & wanted
  }
}
