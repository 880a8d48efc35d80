internal import Provenance

/// A unit of money; the raw value is the power of ten of a yuan.
package enum AmountUnit: Int, Hashable, Sendable, CaseIterable {
  case yuan = 0
  case thousand = 3
  case tenThousand = 4
  case million = 6
  case hundredMillion = 8

  package var name: String {
    switch self {
    case .yuan: "元"
    case .thousand: "千元"
    case .tenThousand: "万元"
    case .million: "百万元"
    case .hundredMillion: "亿元"
    }
  }

  /// `value` of this unit in yuan; nil if that takes more than 15 digits.
  package func yuan(_ value: Decimal) -> Decimal? { value.multiplied(byPowerOfTen: rawValue) }

  private static let names = WordTable(allCases.map { ($0.name, $0) })

  /// The unit at `position` and where it ends.
  static func scan(_ bytes: Span<UInt8>, at position: Int) -> (unit: AmountUnit, end: Int)? {
    guard (0xE4...0xE7).contains(bytes.byte(at: position)) else { return nil }
    guard let (unit, end) = names.match(bytes, at: position) else { return nil }
    return (unit, end)
  }
}

extension AmountUnit {
  /// The unit that a declaration gives for the amounts around it: `单位：万元`, `金额单位：元`, `预算数（万元）`, or a text
  /// that is nothing else. nil where there is none, or there are two that differ.
  package static func declared(in text: String) -> (unit: AmountUnit, range: Range<Int>)? {
    if let found = scanned(text) { return found }
    // 单 位：万 元
    var folding = Folding()
    let utf8 = Array(text.utf8)
    folding.fold(utf8, SourceRange(0, utf8.count))
    if folding.isCut || folding.utf8.count == utf8.count { return nil }
    guard let found = scanned(String(decoding: folding.utf8, as: UTF8.self)) else { return nil }
    let start = folding.offset(at: found.range.lowerBound, in: utf8)
    return (found.unit, start..<folding.end(at: found.range.upperBound, in: utf8))
  }

  private static func scanned(_ text: String) -> (unit: AmountUnit, range: Range<Int>)? {
    let utf8 = text.utf8Span
    let bytes = utf8.span
    let whole = bytes.trimmed(0..<bytes.count)
    var found: (unit: AmountUnit, range: Range<Int>)?
    var position = whole.lowerBound
    while position < whole.upperBound {
      guard let (unit, end) = scan(bytes, at: position) else {
        position = bytes.scalarEnd(position)
        continue
      }
      if isIntroduced(bytes, position, whole), isClosed(bytes, end, whole) {
        if let found, found.unit != unit { return nil }
        if found == nil { found = (unit, position..<end) }
      }
      position = end
    }
    return found
  }

  /// Whether 单位, an opening bracket or nothing stands before the unit, 人民币 and 为 and colons apart.
  private static func isIntroduced(_ bytes: Span<UInt8>, _ start: Int, _ whole: Range<Int>) -> Bool {
    var end = start
    while end > whole.lowerBound {
      let last = bytes.scalarStart(before: end)
      if bytes.spaceLength(at: last) > 0 || introductions.end(bytes, at: last) == end {
        end = last
      } else if bytes.has("人民币", endingAt: end) {
        end -= 9
      } else {
        return bytes.has("单位", endingAt: end) || Bracketed.openings.end(bytes, at: last) == end
      }
    }
    return true
  }

  private static let introductions = Words(["：", ":", "为", "﹕"])

  /// Whether the unit ends there: 元/人 is a rate, and 元氏县 a place.
  private static func isClosed(_ bytes: Span<UInt8>, _ end: Int, _ whole: Range<Int>) -> Bool {
    if end >= whole.upperBound || bytes.spaceLength(at: end) > 0 { return true }
    return TargetUnit.ends.stands(bytes, at: end)
  }
}
