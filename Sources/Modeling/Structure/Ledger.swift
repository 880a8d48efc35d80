internal import Provenance

/// Who took which byte of the source: a field, the form's furniture, or nobody.
struct Ledger {
  enum Owner: UInt8 {
    case nobody = 0
    case field = 1
    case furniture = 2
  }

  private var owners: [UInt8]

  init(count: Int) {
    owners = Array(repeating: Owner.nobody.rawValue, count: count)
  }

  /// True if nobody has taken any of the range.
  func isFree(_ range: SourceRange) -> Bool {
    let end = min(range.end, owners.count)
    var index = max(0, range.start)
    while index < end {
      if owners[index] != Owner.nobody.rawValue { return false }
      index += 1
    }
    return true
  }

  mutating func enter(_ range: SourceRange, as owner: Owner) {
    let start = max(0, range.start)
    let end = min(range.end, owners.count)
    if start >= end { return }
    var owners = owners.mutableSpan
    for index in start..<end { owners[index] = owner.rawValue }
  }

  /// Counts every character, white space apart, and lists the ranges that nobody took: each from its first to its
  /// last character, over white space inside one line. O(source).
  func settle(_ source: SourceText) -> (account: Account, unmapped: [SourceRange]) {
    var account = Account()
    var unmapped: [SourceRange] = []
    var open: SourceRange?
    let utf8 = source.utf8.span
    let owners = owners.span
    var offset = 0
    while offset < utf8.count {
      let byte = utf8[offset]
      if byte == 0x20 || byte == 0x09 {
        offset += 1
        continue
      }
      if byte == 0x0A || byte == 0x0D {
        if let range = open { unmapped.append(range) }
        open = nil
        offset += 1
        continue
      }
      // No ideograph is white space.
      let isIdeograph = byte >= 0xE4 && byte <= 0xE9
      let (scalar, next) = isIdeograph ? (UInt32(byte), min(offset + 3, utf8.count)) : Scalars.next(utf8, offset)
      if isIdeograph || !Scalars.isWhiteSpace(scalar) {
        switch owners[offset] {
        case Owner.field.rawValue: account.fields += 1
        case Owner.furniture.rawValue: account.furniture += 1
        // What prints nothing is no text that a field could have missed.
        case _ where Scalars.isInvisible(scalar): account.furniture += 1
        default:
          account.unmapped += 1
          open = SourceRange(open?.start ?? offset, next)
          offset = next
          continue
        }
        if let range = open { unmapped.append(range) }
        open = nil
      }
      offset = next
    }
    if let range = open { unmapped.append(range) }
    return (account, unmapped)
  }
}
