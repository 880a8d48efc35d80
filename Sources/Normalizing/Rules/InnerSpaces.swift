internal import Modeling
internal import Provenance

extension Rule {
  static let innerSpaces = Rule(
    "inner-spaces",
    summary: Message(
      zh: "删除中文里的空格，其余空格统一为一个半角空格", en: "Remove spaces inside Chinese and write any other as one ASCII space"),
    rationale: Message(
      zh: """
        为了对齐，“产出指标”会打成“产 出 指 标”；全角空格和不间断空格又与半角空格混用。全角标点旁、逐字隔开的汉字之间的空格没有意义，删除；\
        标签、指标值、金额和编码里也不用空格。中文与外文、数字之间，以及外文单词之间留一个半角空格。两个汉字词之间的空格可能是分隔两项的，只作提示。
        """,
      en: """
        To fill a line 产出指标 is typed with spaces, and ideographic and no-break spaces are mixed with plain ones. \
        Spaces beside full-width punctuation and between characters set apart one by one mean nothing; labels, targets, \
        amounts and codes need none at all. One ASCII space stays between Chinese and other words or numbers, and \
        between words of other scripts. A space between two Chinese words may part two items: it is only pointed out.
        """),
    examples: [
      .changes("产 出 指 标", to: "产出指标", in: Field(.taxonomy)),
      .changes("绩 效 目 标", to: "绩效目标", in: Field(.name)),
      .changes("质\u{3000}量", to: "质量", in: Field(.name)),
      .changes("提高质量， 改善服务", to: "提高质量，改善服务"),
      .changes("（\u{3000}一\u{3000}）", to: "（一）"),
      .changes("使用\u{A0}Windows\u{3000}\u{3000}Server", to: "使用 Windows Server"),
      .changes("≥\u{A0}95 %", to: "≥95%", in: Field(.target)),
      .changes("21.00 万元", to: "21.00万元", in: Field(.amount)),
      .changes("1303 0421 AFQ", to: "13030421AFQ", in: Field(.code)),
      .changes("明显 提升", to: "明显提升", in: Field(.target)),
      .suggests("会议组织率议程完成率", for: "会议组织率 议程完成率"),
      .changes("第一部分\u{3000}绩效目标", to: "第一部分 绩效目标", in: Field(.title)),
      .keeps("使用 PPP 模式"),
      .keeps("2021 年"),
      .keeps("优 良 中 差", in: Field(.target)),
      .keeps("968.191 8", in: Field(.amount)),
      .keeps("第一段\n第二段"),
    ],
    .scanning(.anyOf("[\\t\\p{Zs}]")) { text, field in
      let letters = Letters(text)
      var edits: [Edit] = []
      var index = 0
      while index < letters.count {
        let start = index
        while let scalar = letters[index], scalar.isSpace { index += 1 }
        if index == start {
          index += 1
          continue
        }
        // Spaces around a line are the outer spaces' business.
        guard let before = letters[start - 1], let after = letters[index], before != "\n", after != "\n" else {
          continue
        }
        let range = start..<index
        switch meaning(letters, range, before, after, field.kind) {
        case .nothing: edits.append(letters.edit(range, to: ""))
        case .perhapsNothing: edits.append(Edit(letters.bytes(range), to: "", certainty: .possible))
        case .kept: break
        case .wordBreak where letters.text(range) != " ": edits.append(letters.edit(range, to: " "))
        case .wordBreak: break
        }
      }
      return edits
    })

  private enum SpaceMeaning {
    case nothing, perhapsNothing, kept, wordBreak
  }

  private static func meaning(
    _ letters: Letters, _ range: Range<Int>, _ before: Unicode.Scalar, _ after: Unicode.Scalar, _ kind: FieldKind
  ) -> SpaceMeaning {
    if kind.contains(.code) { return .nothing }
    if before.isFullwidthPunctuation || after.isFullwidthPunctuation { return .nothing }
    let isShort = !kind.isDisjoint(with: [.taxonomy, .target, .amount, .schedule])
    if before.isHan && after.isHan {
      // 优 良 中 差 and 一 二 三 are lists.
      if isListed(before) && isListed(after) { return .kept }
      if isShort || standsAlone(letters, range.lowerBound - 1) || standsAlone(letters, range.upperBound) {
        return .nothing
      }
      // A title's space parts its number from its name.
      return kind.contains(.title) ? .wordBreak : .perhapsNothing
    }
    if (before.isHan && after.isQuotationMark) || (before.isQuotationMark && after.isHan) { return .nothing }
    if isShort {
      // Between digits, and between words, a space parts them: what it means there is for the rules of numbers.
      let isParting = (before.isDigit || before.isLatinLetter) && (after.isDigit || after.isLatinLetter)
      if !isParting && !".,．，".unicodeScalars.contains(before) && !".,．，".unicodeScalars.contains(after) {
        return .nothing
      }
    }
    return .wordBreak
  }

  /// A character with spaces or the ends of the line on both sides.
  private static func standsAlone(_ letters: Letters, _ index: Int) -> Bool {
    func isGap(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { $0.isSpace || $0 == "\n" } ?? true }
    return isGap(letters[index - 1]) && isGap(letters[index + 1])
  }

  private static func isListed(_ scalar: Unicode.Scalar) -> Bool {
    "优良中差好较高低是否有无甲乙丙丁一二三四五六七八九十".unicodeScalars.contains(scalar)
  }
}
