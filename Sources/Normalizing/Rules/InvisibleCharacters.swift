internal import Modeling
internal import Provenance

extension Rule {
  static let invisibleCharacters = Rule(
    "invisible-characters",
    summary: Message(zh: "删除看不见的零宽字符和方向标记", en: "Remove invisible zero-width characters and direction marks"),
    rationale: Message(
      zh: """
        从网页或聊天工具粘贴来的文字带有零宽空格、字节顺序标记、软连字符等，汉字文本不需要它们，却会使看上去相同的两个名称不相等。\
        异体字选择符（含 IVS）会改变字形，保留；表情符号、阿拉伯文、藏文、蒙古文等文字中的连接符有作用，保留。
        """,
      en: """
        Text pasted from web pages and chats holds zero-width spaces, byte order marks and soft hyphens. Chinese does \
        not need them, and two names that look the same are not equal because of them. Variation selectors change a \
        glyph and stay. Joiners beside emoji and Arabic, Indic, Tibetan or Mongolian letters do their work and stay.
        """),
    examples: [
      .changes("预算\u{200B}执行率", to: "预算执行率"),
      .changes("\u{FEFF}政协会议", to: "政协会议"),
      .changes("文史\u{AD}资料\u{200E}", to: "文史资料"),
      .changes("甲\u{2060}\u{200D}乙", to: "甲乙"),
      .changes("13030421\u{202C}DGDD9", to: "13030421DGDD9", in: Field(.code)),
      .keeps("葛\u{E0100}城"),
      .keeps("☎\u{FE0F}热线"),
      .keeps("👨\u{200D}👩"),
      .keeps("می\u{200C}خواهم"),
      .keeps("a b"),
    ],
    .scanning(.anyOf("[\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF]")) {
      text, _ in
      let letters = Letters(text)
      var edits: [Edit] = []
      // The last visible scalar, so that what is kept does not depend on what is removed beside it.
      var previous: Unicode.Scalar?
      for index in letters.indices {
        let scalar = letters.scalars[index]
        guard isInvisible(scalar) else {
          previous = scalar
          continue
        }
        var next = index + 1
        while let scalar = letters[next], isInvisible(scalar) { next += 1 }
        if needsJoiners(previous) || needsJoiners(letters[next]) { continue }
        edits.append(letters.edit(index..<index + 1, to: ""))
      }
      return edits
    })

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF: true
    default: false
    }
  }

  private static func needsJoiners(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.value ?? 0 {
    case 0x590...0x8FF, 0x900...0xDFF, 0xE00...0x109F, 0x1780...0x18AF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: true
    // Emoji, and the selector that makes one of a symbol.
    case 0x2600...0x27BF, 0xFE0F, 0x1F000...0x1FAFF: true
    default: false
    }
  }
}
