/// A target value that stands in the name of its indicator: `机柜数量(≥77台)`, `科目调整次数≤10次`.
package struct NamedTarget: Hashable, Sendable {
  /// Its parts lie in the name.
  package var target: Target
  /// The value as printed, without brackets.
  package var text: Range<Int>
  /// The rest of the name.
  package var name: Range<Int>
  /// The brackets around the value, if it has them.
  package var brackets: [Range<Int>]
}

extension Target {
  /// Reads the value that `name` ends in; nil if it has none. In brackets any operator counts, words included; a value glued
  /// to the name must have a sign. A number without an operator (（10分）) is not taken for a target.
  package static func statedInName(_ name: String, year: Int? = nil) -> NamedTarget? {
    let utf8 = name.utf8Span
    let bytes = utf8.span
    let whole = bytes.trimmed(0..<bytes.count)
    var result: NamedTarget
    let grammar = TargetGrammar(source: .name, year: year)
    if let group = Bracketed.ending(at: whole.upperBound, bytes, from: whole.lowerBound) {
      result = NamedTarget(
        target: grammar.read(bytes, group.content), text: bytes.trimmed(group.content),
        name: bytes.trimmed(whole.lowerBound..<group.outer.lowerBound), brackets: [group.opening, group.closing])
      // Words in brackets explain the name: 项目数（含2个以上续建）.
      guard let first = result.target.parts.operator?.range, let value = result.target.parts.value?.range,
        min(first.lowerBound, value.lowerBound) == result.text.lowerBound
      else { return nil }
    } else {
      var start = whole.lowerBound
      while start < whole.upperBound, Operator.sign(bytes, at: start, allowsMarks: false) == nil {
        start = bytes.scalarEnd(start)
      }
      result = NamedTarget(
        target: grammar.read(bytes, start..<whole.upperBound), text: start..<whole.upperBound,
        name: TargetWords.stripped(bytes, whole.lowerBound..<start), brackets: [])
      // Whatever follows the value would be part of the name.
      let parts = result.target.parts
      let ends = [parts.value, parts.upper, parts.unit, parts.tail].map { $0?.range.upperBound ?? 0 }
      guard parts.operator?.range.lowerBound == start, ends.max() == whole.upperBound else { return nil }
    }
    guard !result.name.isEmpty else { return nil }
    if result.target.isNumeric, result.target.unit == nil, let named = NamedUnit.read(bytes, result.name),
      !named.isInferred || result.target.allowsPercent
    {
      result.target.take(named)
    }
    return result
  }
}
