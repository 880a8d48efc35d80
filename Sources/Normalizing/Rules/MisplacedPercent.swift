internal import Modeling
internal import Provenance

extension Rule {
  static let misplacedPercent = Rule(
    "misplaced-percent", .possible, for: [.target, .amount, .schedule],
    summary: Message(zh: "百分号可能打在了数字中间", en: "A percent sign may stand inside a number"),
    rationale: Message(
      zh: "“9%0”多半是“90%”，但也可能是“9%”后多打了一个“0”。只作提示，请对照原件确认。",
      en:
        "`9%0` is most likely `90%`, but it may be `9%` with a stray 0. It is only pointed out: please compare the original."
    ),
    examples: [
      .suggests("90%", for: "9%0"),
      .suggests("≥98%", for: "≥9%8", in: Field(.target)),
      .keeps("95%", in: Field(.target)),
      .keeps("90%95%", in: Field(.target)),
      .keeps("9%08", in: Field(.target)),
    ],
    .scanning(.anyOf("[%]")) { text, _ in
      // One digit alone follows the sign.
      let utf8 = text.utf8Span.span
      guard utf8.count >= 3, utf8[utf8.count - 2] == 0x25 else { return [] }
      let letters = Letters(text)
      guard letters.scalars.count(where: { $0 == "%" }) == 1, let index = letters.scalars.firstIndex(of: "%"),
        let before = letters[index - 1], let after = letters[index + 1], before.isDigit, after.isDigit,
        letters[index - 2]?.isDigit != true, letters[index - 2] != ".", index + 2 == letters.count
      else { return [] }
      return [letters.edit(index..<index + 2, to: String(Character(after)) + "%")]
    })
}
