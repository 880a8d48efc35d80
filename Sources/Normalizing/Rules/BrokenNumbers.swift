internal import Modeling
internal import Provenance

extension Rule {
  static let brokenNumbers = Rule(
    "broken-numbers", for: [.amount, .target],
    summary: Message(
      zh: "删除数字内部的空格，千分位的全角逗号改为半角", en: "Remove spaces inside numbers and write thousands separators in ASCII"),
    rationale: Message(
      zh: """
        “968.191 8”“3，518.85”“21 .00”各是一个数。只改确定的：小数点旁的空格、小数部分里的空格、按三位分节的空格和全角逗号。\
        其余用空格或逗号隔开的数字可能是两个数，保留。
        """,
      en: """
        `968.191 8`, `3，518.85` and `21 .00` are one number each. Only what is sure is changed: spaces beside a decimal \
        point, spaces within decimals, and spaces or full-width commas that part groups of three digits. Other digits \
        with a space or a comma between may be two numbers: they stay.
        """),
    examples: [
      .changes("968.191 8", to: "968.1918", in: Field(.amount)),
      .changes("3，518.85", to: "3,518.85", in: Field(.amount)),
      .changes("1，234，567", to: "1,234,567", in: Field(.amount)),
      .changes("21 .00", to: "21.00", in: Field(.amount)),
      .changes("21. 00", to: "21.00", in: Field(.amount)),
      .changes("1 234 567.00", to: "1234567.00", in: Field(.amount)),
      .changes("≤3，518.85万元", to: "≤3,518.85万元", in: Field(.target)),
      .keeps("1,234", in: Field(.amount)),
      .keeps("21 00", in: Field(.amount)),
      .changes("1，234", to: "1,234", in: Field(.amount)),
      .keeps("10 200", in: Field(.amount)),
      .keeps("10，200", in: Field(.target)),
      .keeps("3，51", in: Field(.amount)),
      .keeps("10，20，30", in: Field(.target)),
      .keeps("2021.12 2022.12", in: Field(.target)),
      .keeps("第1，234条", in: Field(.prose)),
    ],
    .scanning(.anyOf("[\\u0020，]")) { text, field in
      guard !field.kind.isDisjoint(with: [.amount, .target]) else { return [] }
      let letters = Letters(text)
      var edits: [Edit] = []
      var index = 0
      while index < letters.count {
        guard letters.scalars[index].isDigit else {
          index += 1
          continue
        }
        let start = index
        while let scalar = letters[index],
          scalar.isDigit
            || ((scalar == " " || scalar == "," || scalar == "，" || scalar == ".") && continues(letters, index))
        {
          index += 1
        }
        edits += numberEdits(letters, start..<index, isAmount: field.kind.contains(.amount))
      }
      return edits
    })

  /// Whether a mark at `index` has a digit, or a decimal point and a digit, behind it.
  private static func continues(_ letters: Letters, _ index: Int) -> Bool {
    var index = index + 1
    while let scalar = letters[index], scalar == " " || scalar == "." { index += 1 }
    return letters[index]?.isDigit == true
  }

  /// The edits for a run of digits and marks that may be one number.
  private static func numberEdits(_ letters: Letters, _ run: Range<Int>, isAmount: Bool) -> [Edit] {
    let marks = run.filter { !letters.scalars[$0].isDigit }
    let points = marks.filter { letters.scalars[$0] == "." }
    // Two points are two numbers, or a date.
    guard points.count <= 1, marks.contains(where: { letters.scalars[$0] != "." && letters.scalars[$0] != "," }) else {
      return []
    }
    let point = points.first ?? run.upperBound
    var edits: [Edit] = []
    // The groups of the whole part: every mark before the point must part groups of three.
    let wholeMarks = marks.filter { $0 < point && $0 != point - 1 }
    let isGrouped = isGrouped(letters, run.lowerBound, wholeMarks, point)
    if !wholeMarks.isEmpty && !isGrouped { return [] }
    // A single group without decimals may be two numbers (10 200), except that an amount with a comma is one.
    if wholeMarks.count == 1, points.isEmpty, let mark = wholeMarks.first, letters.scalars[mark] == " " || !isAmount {
      return []
    }
    for mark in marks where mark != point {
      switch letters.scalars[mark] {
      case " ": edits.append(letters.edit(mark..<mark + 1, to: ""))
      case "，" where mark < point && mark != point - 1: edits.append(letters.edit(mark..<mark + 1, to: ","))
      case "," where mark < point && mark != point - 1: break
      // A comma among decimals, or beside the point, is no thousands separator.
      default: return []
      }
    }
    return edits
  }

  private static func isGrouped(_ letters: Letters, _ start: Int, _ marks: [Int], _ point: Int) -> Bool {
    guard let first = marks.first, (1...3).contains(first - start) else { return false }
    let end = letters[point - 1] == " " ? point - 1 : point
    for (index, mark) in marks.enumerated() {
      let next = index + 1 < marks.count ? marks[index + 1] : end
      // One kind of mark throughout, and exactly three digits after each.
      if next - mark != 4 || (letters.scalars[mark] == " ") != (letters.scalars[first] == " ") { return false }
    }
    return true
  }
}
