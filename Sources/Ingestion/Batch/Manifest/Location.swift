/// Where an entry stands, the journal or the manifest of an earlier run, and what it says of its input.
/// One word, since there are two for every input of a run.
struct Location: Hashable, Sendable {
  /// From the highest bit: journal or manifest, two bits of status, one that is always set, and the offset.
  let word: UInt64

  private static let journalBit: UInt64 = 1 << 63
  private static let statusShift: UInt64 = 61
  private static let statusBits: UInt64 = 3 << statusShift
  private static let setBit: UInt64 = 1 << 60
  private static let offsetBits: UInt64 = setBit - 1

  init(manifest offset: Int) {
    word = Self.setBit | UInt64(truncatingIfNeeded: offset) & Self.offsetBits
  }

  init(journal offset: Int, _ status: Entry.Status? = nil) {
    self.init(Location(manifest: offset).word | Self.journalBit, status)
  }

  /// Nil for 0, which stands for no location.
  init?(word: UInt64) {
    if word == 0 { return nil }
    self.word = word
  }

  private init(_ word: UInt64, _ status: Entry.Status?) {
    let code: UInt64 =
      switch status {
      case nil: 0
      case .converted: 1
      case .duplicate: 2
      case .failed: 3
      }
    self.word = word & ~Self.statusBits | code << Self.statusShift
  }

  func with(_ status: Entry.Status) -> Location { Location(word, status) }

  var isInJournal: Bool { word & Self.journalBit != 0 }
  var offset: Int { Int(word & Self.offsetBits) }

  var status: Entry.Status? {
    switch (word & Self.statusBits) >> Self.statusShift {
    case 1: .converted
    case 2: .duplicate
    case 3: .failed
    default: nil
    }
  }

  /// The one written later: the journal is younger than the manifest, and grows at its end.
  static func later(_ left: Location?, _ right: Location?) -> Location? {
    guard let left, let right else { return left ?? right }
    return left.word & ~statusBits < right.word & ~statusBits ? right : left
  }
}
