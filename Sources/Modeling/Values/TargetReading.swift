extension Target {
  /// Reads a target value, linear in the length of the texts.
  ///
  /// - Parameters:
  ///   - text: the value as printed, operator and unit usually included.
  ///   - name: the name of the indicator, which may state or imply the unit.
  ///   - unit: the text of a column of units.
  ///   - operator: the text of a column of operators (指标性质); 定性 says that the target is in words.
  ///   - year: the filing's year, for dates that name none.
  package static func read(
    _ text: String, name: String = "", unit: String? = nil, operator: String? = nil, year: Int? = nil
  ) -> Target {
    let utf8 = text.utf8Span
    let bytes = utf8.span
    let column = `operator`.flatMap { OperatorColumn($0) }
    var target: Target
    if let plain = plain(bytes) {
      target = plain
    } else {
      var grammar = TargetGrammar(year: year)
      grammar.hasOperator = column?.scanned != nil
      grammar.namesDate = namesDate(name)
      target = grammar.read(bytes, 0..<bytes.count)
    }
    if let column { target.take(column) }
    if target.isNumeric { target.takeUnit(column: unit, name: name) }
    return target
  }

  /// A sign, a number and perhaps %: nearly all that is filed. nil for anything else.
  private static func plain(_ bytes: Span<UInt8>) -> Target? {
    guard let sign = Operator.sign(bytes, at: 0, allowsMarks: false),
      let numeral = Decimal.scan(bytes, at: sign.range.upperBound), let value = numeral.value,
      // Longer ones may be dates.
      numeral.wholeDigits < 4
    else { return nil }
    let end = numeral.range.upperBound
    var result = Target(.quantity(value), operator: sign.value)
    if end == bytes.count - 1, bytes.byte(at: end) == 0x25 {
      result.unit = "%"
      result.parts.unit = Part(.text, end..<end + 1)
    } else if end != bytes.count {
      return nil
    }
    result.parts.operator = Part(.text, sign.range)
    result.parts.value = Part(.text, numeral.range)
    return result
  }

  private static func namesDate(_ name: String) -> Bool {
    let utf8 = name.utf8Span
    let bytes = utf8.span
    return dateNames.occur(in: 0..<bytes.count, of: bytes)
  }

  private static let dateNames = Words(["时间", "日期", "时限"])

  private mutating func take(_ column: OperatorColumn) {
    if column.isQualitative {
      if case .unread = value { self = Target(.qualitative) }
      return
    }
    guard let scanned = column.scanned else { return }
    switch value {
    case .range where scanned.value != .equal:
      self = .unread(.operatorWithRange)
    case .quantity, .range, .date:
      if self.operator == nil {
        self.operator = scanned.value
        parts.operator = Part(.operator, scanned.range)
      } else if self.operator != scanned.value {
        self = .unread(.contradiction)
      }
    case .qualitative, .none, .unread: break
    }
  }

  /// The unit of the text stands before that of the column, and that before what the name states or implies.
  private mutating func takeUnit(column: String?, name: String) {
    if let column {
      let utf8 = column.utf8Span
      let bytes = utf8.span
      let range = bytes.trimmed(0..<bytes.count)
      if !range.isEmpty, !TargetWords.isNone(bytes, range) {
        let said = MeasureUnit.canonical(bytes, range)
        if let unit {
          if !MeasureUnit.areSame(unit, said) { self = .unread(.unitsDiffer) }
        } else {
          unit = said
          parts.unit = Part(.unit, range)
        }
        return
      }
    }
    guard unit == nil, let named = NamedUnit.read(name), !named.isInferred || allowsPercent else { return }
    take(named)
  }

  mutating func take(_ named: NamedUnit) {
    unit = named.unit
    unitInferredFrom = named.isInferred ? .name : nil
    parts.unit = Part(.name, named.range)
  }

  /// A rate between 0 and 1 may be a fraction (0.97) as well as a small percentage: no unit is inferred for it.
  var allowsPercent: Bool {
    let least: Decimal
    switch value {
    case .quantity(let value): least = value
    case .range(let minimum, let maximum): least = minimum == .zero ? maximum : minimum
    default: return false
    }
    if least == .zero { return true }
    guard let one = Decimal(1) else { return false }
    return (least.isNegative ? least.negated : least) > one
  }
}

/// What a column of operators says.
private struct OperatorColumn {
  var scanned: ScannedOperator?
  var isQualitative = false

  private static let qualities = Words(["定性"])

  /// nil where the text is no operator and not 定性: then it says nothing about the value.
  init?(_ text: String) {
    let utf8 = text.utf8Span
    let bytes = utf8.span
    let range = bytes.trimmed(0..<bytes.count)
    if Self.qualities.occur(in: range, of: bytes) {
      isQualitative = true
    } else if let found = Target.Operator.sign(bytes, at: range.lowerBound)
      ?? Target.Operator.word(bytes, at: range.lowerBound), found.range.upperBound == range.upperBound
    {
      scanned = found
    } else {
      return nil
    }
  }
}
