internal import Modeling
internal import Provenance

extension Rule {
  static let quotationMarks = Rule(
    "quotation-marks", for: [.name, .prose, .basis, .title],
    summary: Message(zh: "中文里的直引号改为弯引号", en: "Write the quotation marks of Chinese text as “ ” and ‘ ’"),
    rationale: Message(
      zh: """
        中文引号分左右。一行里的引号成对、引的是中文，直引号才改；只有一半是直引号的补成一对。左右颠倒的引号只作提示，不改。\
        英文缩写的撇号、英寸和分秒符号、不成对的引号保留。
        """,
      en: """
        Chinese quotation marks have a left and a right. Straight marks change where the marks of the line form pairs \
        and quote Chinese; a pair of which one half is straight is completed. A pair the wrong way round is only pointed \
        out. Apostrophes, signs of inches and minutes, and marks that form no pair stay.
        """),
    examples: [
      .changes("助推\"三创四建\"活动", to: "助推“三创四建”活动"),
      .changes("完成\u{FF02}三个决战决胜\u{FF02}", to: "完成“三个决战决胜”"),
      .changes("实施'十四五'规划", to: "实施‘十四五’规划"),
      .changes("办好“四件大事\"", to: "办好“四件大事”"),
      .changes("\"PPP项目\"和\"5G建设\"", to: "“PPP项目”和“5G建设”"),
      .suggests("办好“四件大事”", for: "办好”四件大事“"),
      .suggests("办好“四件大事”", for: "办好“四件大事“"),
      .keeps("办好“四件大事”"),
      .keeps("it's a department's budget"),
      .keeps("购置19\"显示器和21\"显示器"),
      .keeps("助推\"三创四建活动"),
      .keeps("say \"hello\""),
    ],
    .scanning(.anyOf("[\\u0022'\\uFF02\\uFF07\\u201C\\u201D\\u2018\\u2019]")) { text, _ in
      if isPaired(text.utf8Span.span) { return [] }
      let letters = Letters(text)
      var edits: [Edit] = []
      for line in letters.lines {
        edits += quotationEdits(letters, line, .double)
        edits += quotationEdits(letters, line, .single)
      }
      return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    })

  /// Whether the text is one line without straight marks or single ones, and its double marks open and close in turn:
  /// then there is nothing to do.
  private static func isPaired(_ utf8: Span<UInt8>) -> Bool {
    var isOpen = false
    var index = 0
    while index < utf8.count {
      switch utf8[index] {
      case 0x0A, 0x22, 0x27: return false
      case 0xE2 where index + 2 < utf8.count && utf8[index + 1] == 0x80:
        switch utf8[index + 2] {
        case 0x98, 0x99: return false
        case 0x9C:
          if isOpen { return false }
          isOpen = true
        case 0x9D:
          if !isOpen { return false }
          isOpen = false
        default: break
        }
        index += 3
        continue
      case 0xEF
      where index + 2 < utf8.count && utf8[index + 1] == 0xBC && (utf8[index + 2] == 0x82 || utf8[index + 2] == 0x87):
        return false
      default: break
      }
      index += 1
    }
    return true
  }

  private enum Marks {
    case double, single

    var left: Unicode.Scalar { self == .double ? "\u{201C}" : "\u{2018}" }
    var right: Unicode.Scalar { self == .double ? "\u{201D}" : "\u{2019}" }

    func isStraight(_ scalar: Unicode.Scalar) -> Bool {
      self == .double ? scalar == "\"" || scalar == "\u{FF02}" : scalar == "'" || scalar == "\u{FF07}"
    }
  }

  private static func quotationEdits(_ letters: Letters, _ line: Range<Int>, _ marks: Marks) -> [Edit] {
    let found = line.filter { index in
      let scalar = letters.scalars[index]
      return scalar == marks.left || scalar == marks.right || marks.isStraight(scalar)
    }
    guard !found.isEmpty, found.count.isMultiple(of: 2) else { return [] }
    var edits: [Edit] = []
    for pair in stride(from: 0, to: found.count, by: 2) {
      let (start, end) = (found[pair], found[pair + 1])
      let (opening, closing) = (letters.scalars[start], letters.scalars[end])
      if opening == marks.left && closing == marks.right { continue }
      guard letters.scalars[start + 1..<end].contains(where: \.isHan) else { return [] }
      let isReversed = opening == marks.right || closing == marks.left
      if isReversed {
        // Among several pairs it is not clear which mark is the wrong one.
        guard found.count == 2, !marks.isStraight(opening), !marks.isStraight(closing) else { return [] }
      } else if isMeasureOrApostrophe(letters, start) {
        return []
      }
      let certainty: Certainty? = isReversed ? .possible : nil
      for (index, mark) in [(start, marks.left), (end, marks.right)] where letters.scalars[index] != mark {
        edits.append(Edit(letters.bytes(index..<index + 1), to: String(Character(mark)), certainty: certainty))
      }
    }
    return edits
  }

  /// A straight mark right behind a digit (inches, minutes) or a Latin letter opens nothing.
  private static func isMeasureOrApostrophe(_ letters: Letters, _ index: Int) -> Bool {
    guard let mark = letters[index], mark.value < 0x80, let before = letters[index - 1] else { return false }
    return before.isDigit || before.isLatinLetter
  }
}
