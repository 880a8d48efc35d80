/// Texts as two years' filings are held against each other: what is noise (spaces, punctuation, width) is folded, and so
/// is a year that went on with the filing's own.
struct Wording {
  private var scalars: [UInt32] = []
  /// Years stand in `scalars` as this and their number.
  private static let yearMark: UInt32 = 0x8000_0000

  /// O(text).
  init(_ text: String) {
    scalars.reserveCapacity(text.utf8.count / 3 + 4)
    var digits = 0
    var isAfterPoint = false
    var pending: UInt32?
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value &-= 0xFEE0 }
      let isDigit = (0x30...0x39).contains(value)
      // A point or comma counts between digits only.
      if let point = pending {
        if isDigit, point == 0x2E {
          scalars.append(point)
          isAfterPoint = true
        }
        pending = nil
        if !isDigit { digits = 0 }
      }
      if isDigit {
        digits &+= 1
        scalars.append(value)
        continue
      }
      if value == 0x2E || value == 0x2C, digits > 0 {
        pending = value
        continue
      }
      if value == 0x5E74, digits == 4, !isAfterPoint { markYear() }
      digits = 0
      isAfterPoint = false
      if !Self.isNoise(value) { scalars.append(value) }
    }
  }

  private mutating func markYear() {
    var year: UInt32 = 0
    for digit in scalars.suffix(4) { year = year * 10 + (digit - 0x30) }
    guard (1900...2199).contains(year) else { return }
    scalars.removeLast(4)
    scalars.append(Self.yearMark | year)
  }

  /// Whether both say the same, one filed `years` years after the other.
  func isSame(as other: Wording, yearsLater years: Int) -> Bool {
    guard scalars.count == other.scalars.count else { return false }
    for (mine, theirs) in zip(scalars, other.scalars) where mine != theirs {
      guard mine & Self.yearMark != 0, theirs & Self.yearMark != 0,
        Int(theirs & ~Self.yearMark) - Int(mine & ~Self.yearMark) == years
      else { return false }
    }
    return true
  }

  /// Spaces, punctuation and brackets, half-width by now where there is such a form.
  private static func isNoise(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x20, 0x21, 0x22, 0x27, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D, 0x7F...0xA0, 0xAD, 0xB7,
      0x2000...0x200F, 0x2018...0x201F, 0x2022, 0x2026...0x202F, 0x205F...0x206F, 0x3000...0x3003, 0x3008...0x3011,
      0x3014...0x301F, 0x30FB, 0xFE10...0xFE19, 0xFE30...0xFE52, 0xFEFF, 0xFF61...0xFF65:
      true
    default: false
    }
  }
}
