/// Texts as they are compared: without what says nothing of the matter. Spaces and punctuation go, full-width letters
/// and digits become half-width, a year (2022年, 2022年度) goes, since the next filing has the next year there.
enum Folding {
  /// The scalars of `text`, appended to `result`. With `masksNumbers`, every run of digits becomes one `0`: amounts in
  /// prose change with the budget, which is compared by itself. O(text).
  static func fold(_ text: String, masksNumbers: Bool = false, into result: inout [UInt32]) {
    let start = result.count
    var digits = 0
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value &-= 0xFEE0 }
      if (0x41...0x5A).contains(value) { value |= 0x20 }
      let isDigit = (0x30...0x39).contains(value)
      if !isDigit, digits > 0 {
        let isYear = value == 0x5E74 && isYear(result[result.count - digits..<result.count])
        if isYear {
          result.removeLast(digits)
          digits = 0
          continue
        }
        if masksNumbers { mask(&result, digits) }
        digits = 0
      }
      if isDigit {
        digits &+= 1
        result.append(value)
      } else if isKept(value) {
        // What a removed 年 leaves of 年度.
        if value == 0x5EA6, result.count == start { continue }
        result.append(value)
      }
    }
    if digits > 0, masksNumbers { mask(&result, digits) }
  }

  static func folded(_ text: String, masksNumbers: Bool = false) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(text.utf8.count / 3 + 4)
    fold(text, masksNumbers: masksNumbers, into: &result)
    return result
  }

  private static func mask(_ result: inout [UInt32], _ digits: Int) {
    result.removeLast(digits)
    result.append(0x30)
  }

  private static func isYear(_ digits: ArraySlice<UInt32>) -> Bool {
    digits.count == 4 && digits.starts(with: [0x32, 0x30])
  }

  /// Letters, digits, ideographs; not spaces, punctuation or symbols.
  private static func isKept(_ value: UInt32) -> Bool {
    if value < 0x80 { return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value) }
    switch value {
    case 0x80...0xBF, 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0xFE10...0xFE6F, 0xFF00...0xFF0F,
      0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFEFF:
      return false
    default: return true
    }
  }
}
