/// The unit behind a number, and what may stand behind it.
enum TargetUnit {
  /// The unit at the start of `range`: the characters up to a digit, an operator, a word such as 以上, a mark or a space. A
  /// percent sign ends it at once, unless something is divided by.
  static func scan(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound
    if let end = symbols.end(bytes, at: start), !slashes.stands(bytes, at: end) {
      return start..<end
    }
    var position = start
    while position < range.upperBound {
      if bytes.digit(at: position) != nil {
        // m2, m3.
        guard position > start, bytes.byte(at: position - 1) == 0x6D, [0x32, 0x33].contains(bytes.byte(at: position)),
          bytes.digit(at: position + 1) == nil
        else { break }
      }
      if bytes.spaceLength(at: position) > 0 || ends.stands(bytes, at: position) { break }
      if Target.Operator.sign(bytes, at: position, allowsMarks: false) != nil { break }
      if approximations.stands(bytes, at: position) { break }
      let isTime = position > start && MeasureUnit.isTime(bytes, endingAt: position)
      if Target.Operator.tail(bytes, at: position, afterTime: isTime) != nil { break }
      if let next = PeriodPoint.separatorEnd(bytes, at: position), bytes.digit(at: next) != nil { break }
      position = bytes.scalarEnd(position)
    }
    return .from(start, to: position)
  }

  static func isSymbol(_ bytes: Span<UInt8>, _ unit: Range<Int>) -> Bool {
    symbols.end(bytes, at: unit.lowerBound) == unit.upperBound
  }

  /// Why what is left behind number and unit keeps the whole from being read, whatever operator there is.
  static func broken(_ bytes: Span<UInt8>, _ rest: Range<Int>, after unit: Range<Int>) -> Target.Unread? {
    for position in rest where bytes.digit(at: position) != nil {
      return position == unit.upperBound && isSymbol(bytes, unit) ? .brokenNumber : .severalNumbers
    }
    for position in rest where Target.Operator.sign(bytes, at: position, allowsMarks: false) != nil {
      return .unexplained
    }
    if TargetWords.hasWord(bytes, rest) { return nil }
    let left = TargetWords.stripped(bytes, rest)
    return left.isEmpty ? nil : .unexplained
  }

  /// Whether an unlisted word can be a unit: it has a letter, and no sign dangles at either end.
  static func isPlausible(_ bytes: Span<UInt8>, _ unit: Range<Int>) -> Bool {
    TargetWords.hasWord(bytes, unit) && !dangling.stands(bytes, endingAt: unit.upperBound)
      && !dangling.stands(bytes, at: unit.lowerBound)
  }

  /// 100余人, 100多人.
  static let vague = Words(["余", "多", "来", "几"])
  private static let dangling = Words(["/", "／", "-", "~", "～", "—", ".", "·", "*", "至", "到"])

  /// What ends a unit and is not part of it.
  static let ends = Words(["，", "。", "；", "、", "：", ",", ";", ":", "（", "(", "）", ")", "[", "]", "【", "】", "“", "”"])
  static let approximations = Words(["左右", "上下"])
  private static let slashes = Words(["/", "／"])
  private static let symbols = Words(["%", "％", "‰", "℃", "㎡", "°C"])
}
