internal import Modeling
internal import Provenance

extension Rule {
  static let outerSpaces = Rule(
    "outer-spaces",
    summary: Message(zh: "删除首尾和每行两端的空白", en: "Remove white space around a text and around each of its lines"),
    rationale: Message(
      zh: "段首缩进、单元格里多打的空格和空行只是版式，不是内容；段与段之间的换行保留。",
      en:
        "Indents, and spaces and empty lines left over in a cell, are layout and not content. Breaks between paragraphs stay."
    ),
    examples: [
      .changes("提高委员履职能力。 ", to: "提高委员履职能力。"),
      .changes("\u{3000}\u{3000}坚持以人民为中心。\n\u{3000}\u{3000}提高质量。", to: "坚持以人民为中心。\n提高质量。"),
      .changes("\n会议程序\n", to: "会议程序"),
      .changes("\u{A0}21.00\t", to: "21.00", in: Field(.amount)),
      .changes(" ", to: ""),
      .keeps("甲 乙"),
      .keeps("第一段\n第二段"),
    ],
    .scanning(.anyOf("[\\n\\t\\p{Zs}]")) { text, _ in
      let letters = Letters(text)
      var edits: [Edit] = []
      var index = 0
      while index < letters.count {
        let start = index
        while let scalar = letters[index], scalar.isSpace || scalar == "\n" { index += 1 }
        if index == start {
          index += 1
          continue
        }
        let isOuter = start == 0 || index == letters.count
        let breaks = letters.scalars[start..<index].indices.filter { letters.scalars[$0] == "\n" }
        if isOuter {
          edits.append(letters.edit(start..<index, to: ""))
        } else if let first = breaks.first, let last = breaks.last {
          if start < first { edits.append(letters.edit(start..<first, to: "")) }
          for (one, next) in zip(breaks, breaks.dropFirst()) where one + 1 < next {
            edits.append(letters.edit(one + 1..<next, to: ""))
          }
          if last + 1 < index { edits.append(letters.edit(last + 1..<index, to: "")) }
        }
      }
      return edits
    })
}
