/// An amount of money as a cell gives it.
package struct Amount: Hashable, Sendable {
  package var yuan: Decimal
  package var unit: AmountUnit
  /// Where the number stands, its sign included.
  package var number: Range<Int>
  /// Where the unit stands in the text; nil if the declared one was taken.
  package var unitRange: Range<Int>?
}

extension Amount {
  package enum Reading: Hashable, Sendable {
    case amount(Amount)
    /// Empty, 无, or a dash.
    case none
    case unread(Unread)

    package var amount: Amount? {
      if case .amount(let amount) = self { return amount }
      return nil
    }
  }

  package enum Unread: String, Hashable, Sendable, CaseIterable {
    /// Neither in the text nor declared.
    case unitUnknown
    /// Digits that don't make one number.
    case brokenNumber
    /// More than 15 significant digits.
    case tooManyDigits
    /// Something besides a number and a unit.
    case unexplained
  }

  /// Reads `21.00`, `1,234.56`, `21万元`, `人民币21万元`, `贰拾壹万元整`. A unit in the text stands before the declared one.
  package static func read(_ text: String, unit declared: AmountUnit?) -> Reading {
    let utf8 = text.utf8Span
    let bytes = utf8.span
    let range = bytes.trimmed(0..<bytes.count)
    if range.isEmpty || TargetWords.isNone(bytes, range) { return .none }
    let start = bytes.skippingSpaces(range.lowerBound + (bytes.has("人民币", at: range.lowerBound) ? 9 : 0))
    let (isNegative, digits) = Decimal.sign(bytes, at: start)
    guard let numeral = Decimal.scan(bytes, at: digits) else {
      return spoken(bytes, start..<range.upperBound, declared)
    }
    guard let magnitude = numeral.value else { return .unread(numeral.isTooLong ? .tooManyDigits : .brokenNumber) }
    let number = start..<numeral.range.upperBound
    var rest = bytes.trimmed(.from(number.upperBound, to: range.upperBound))
    var unit = declared
    var unitRange: Range<Int>?
    if !rest.isEmpty {
      if bytes.digit(at: rest.lowerBound) != nil { return .unread(.brokenNumber) }
      if let group = Bracketed.ending(at: rest.upperBound, bytes, from: rest.lowerBound),
        group.outer.lowerBound == rest.lowerBound
      {
        rest = bytes.trimmed(group.content)
      }
      guard let (said, end) = inAmount(bytes, at: rest.lowerBound), end == rest.upperBound else {
        return .unread(bytes.hasDigit(in: rest) ? .brokenNumber : .unexplained)
      }
      (unit, unitRange) = (said, rest)
    }
    guard let unit else { return .unread(.unitUnknown) }
    guard let yuan = unit.yuan(isNegative ? magnitude.negated : magnitude) else { return .unread(.tooManyDigits) }
    return .amount(Amount(yuan: yuan, unit: unit, number: number, unitRange: unitRange))
  }

  /// An amount in Chinese numerals.
  private static func spoken(_ bytes: Span<UInt8>, _ range: Range<Int>, _ declared: AmountUnit?) -> Reading {
    guard let spoken = ChineseAmount.read(bytes, at: range.lowerBound), spoken.unitRange.upperBound == range.upperBound
    else { return .unread(.unexplained) }
    if let unit = spoken.unit {
      return .amount(Amount(yuan: spoken.yuan, unit: unit, number: spoken.number, unitRange: spoken.unitRange))
    }
    guard let declared else { return .unread(.unitUnknown) }
    guard let yuan = declared.yuan(spoken.yuan) else { return .unread(.tooManyDigits) }
    return .amount(Amount(yuan: yuan, unit: declared, number: spoken.number, unitRange: nil))
  }

  /// A unit behind a number, where 元 may be left out: 21万.
  private static func inAmount(_ bytes: Span<UInt8>, at position: Int) -> (unit: AmountUnit, end: Int)? {
    if let scanned = AmountUnit.scan(bytes, at: position) { return scanned }
    if bytes.isScalar("万", at: position) { return (.tenThousand, position + 3) }
    if bytes.isScalar("亿", at: position) { return (.hundredMillion, position + 3) }
    return nil
  }
}
