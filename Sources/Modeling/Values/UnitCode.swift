/// A unit as a table prints it: its code, its name, and whether the department itself or all that belongs to it is
/// meant: `131001政协…办公室(本级)`, `[066]名称`, `505_名称`, `820-名称`, `131 名称`.
///
/// The name is never empty where the text isn't; all are UTF-8 offsets into the text.
package struct UnitCode: Hashable, Sendable {
  package var code: Range<Int>?
  /// The department's part of the code: its first three digits.
  package var department: Range<Int>?
  package var name: Range<Int>
  /// What stands in brackets behind the name: 本级, 汇总.
  package var scope: Range<Int>?
  /// Brackets and separators, in reading order.
  package var furniture: [Range<Int>]
}

extension UnitCode {
  package static func split(_ text: String) -> UnitCode {
    let utf8 = text.utf8Span
    let bytes = utf8.span
    let whole = bytes.trimmed(0..<bytes.count)
    var result = UnitCode(name: whole, furniture: [])
    result.takeCode(bytes)
    result.takeScope(bytes)
    return result
  }

  private mutating func takeCode(_ bytes: Span<UInt8>) {
    let opening = Bracketed.openings.end(bytes, at: name.lowerBound)
    let start = opening ?? name.lowerBound
    guard let digits = bytes.integer(at: start) else { return }
    var end = digits.end
    var marks: [Range<Int>] = []
    if let opening {
      guard let closing = Bracketed.closings.end(bytes, at: end) else { return }
      marks = [name.lowerBound..<opening, end..<closing]
      end = closing
    }
    let afterSpace = bytes.skippingSpaces(end)
    if let separator = Self.separators.end(bytes, at: afterSpace) {
      marks.append(afterSpace..<separator)
      end = separator
    }
    // Three digits glued to a name may be part of it (110指挥中心); six are a code.
    let isApart = opening != nil || end > digits.end || afterSpace > digits.end
    guard digits.digits == 6 || digits.digits == 9 || digits.digits == 3 && isApart else { return }
    let rest = bytes.trimmed(.from(end, to: name.upperBound))
    guard !rest.isEmpty else { return }
    code = start..<digits.end
    department = start..<bytes.scalarEnd(bytes.scalarEnd(bytes.scalarEnd(start)))
    furniture = marks
    name = rest
  }

  private mutating func takeScope(_ bytes: Span<UInt8>) {
    guard let group = Bracketed.ending(at: name.upperBound, bytes, from: name.lowerBound),
      group.outer.lowerBound > name.lowerBound
    else { return }
    let content = bytes.trimmed(group.content)
    guard Self.scopes.contains(bytes.string(content)) else { return }
    scope = content
    furniture += [group.opening, group.closing]
    name = bytes.trimmed(name.lowerBound..<group.outer.lowerBound)
  }

  private static let separators = Words(["_", "-", "－", "—", "–", "＿", "：", ":", ".", "．", "、", "|"])
  private static let scopes: Set<String> = [
    "本级", "本部", "机关", "机关本级", "部门本级", "单位本级", "汇总", "本级汇总", "部门汇总", "合计", "部门", "含下属单位", "含所属单位",
  ]
}
