/// Where an entry stands, the journal or the manifest of an earlier run, and what it says of its input.
/// Small, since there is one for every input of a run.
struct Location: Hashable, Sendable {
  private let offsetAndSource: UInt64
  private let statusCode: UInt8

  private static let journalBit: UInt64 = 1 << 63

  init(manifest offset: Int) {
    offsetAndSource = UInt64(offset)
    statusCode = 0
  }

  init(journal offset: Int, _ status: Entry.Status? = nil) {
    self.init(UInt64(offset) | Self.journalBit, status)
  }

  private init(_ offsetAndSource: UInt64, _ status: Entry.Status?) {
    self.offsetAndSource = offsetAndSource
    statusCode =
      switch status {
      case nil: 0
      case .converted: 1
      case .duplicate: 2
      case .failed: 3
      }
  }

  func with(_ status: Entry.Status) -> Location { Location(offsetAndSource, status) }

  var isInJournal: Bool { offsetAndSource & Self.journalBit != 0 }
  var offset: Int { Int(offsetAndSource & ~Self.journalBit) }

  var status: Entry.Status? {
    switch statusCode {
    case 1: .converted
    case 2: .duplicate
    case 3: .failed
    default: nil
    }
  }

  /// The one written later: the journal is younger than the manifest, and grows at its end.
  static func later(_ left: Location?, _ right: Location?) -> Location? {
    guard let left, let right else { return left ?? right }
    return left.offsetAndSource < right.offsetAndSource ? right : left
  }
}
