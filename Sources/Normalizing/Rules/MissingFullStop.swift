internal import Modeling
internal import Provenance

extension Rule {
  static let missingFullStop = Rule(
    "missing-full-stop", .possible, for: .prose,
    summary: Message(zh: "段末可能缺句号", en: "A paragraph may lack its full stop"),
    rationale: Message(
      zh: "同组的其他段落都以句号结尾，只有这一段没有，可能漏了句号，也可能句子没有写完。只作提示，请对照原件。",
      en: """
        The other paragraphs of the group end in a full stop and this one does not: the stop was left out, or the \
        sentence was cut off. It is only pointed out: please compare the original.
        """),
    examples: [
      .suggests(
        "加强内部监督，确保财政资金安全有效。", for: "加强内部监督，确保财政资金安全有效", in: Field(.prose, siblingsEndInStop: true)),
      .keeps("加强内部监督，确保财政资金安全有效。", in: Field(.prose, siblingsEndInStop: true)),
      .keeps("会议的筹备和会务工作", in: Field(.prose)),
      .keeps("绩效目标：", in: Field(.prose, siblingsEndInStop: true)),
      .keeps("一、总体目标", in: Field(.prose, siblingsEndInStop: true)),
      .keeps("组织调研；", in: Field(.prose, siblingsEndInStop: true)),
      .keeps("", in: Field(.prose, siblingsEndInStop: true)),
    ],
    .scanning(.always) { text, field in
      // A heading is short; a sentence is not.
      guard field.siblingsEndInStop, text.utf8.count >= 3 * 8, let last = text.unicodeScalars.last else { return [] }
      let ending = last.isHan || last.isDigit || last.isLatinLetter || "%）)\u{201D}".unicodeScalars.contains(last)
      guard ending, !text.unicodeScalars.suffix(2).elementsEqual("。\u{201D}".unicodeScalars) else { return [] }
      return [Edit(text.utf8.count..<text.utf8.count, to: "。")]
    })
}
