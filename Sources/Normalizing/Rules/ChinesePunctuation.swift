internal import Modeling
internal import Provenance

extension Rule {
  static let chinesePunctuation = Rule(
    "chinese-punctuation", for: [.name, .prose, .basis, .title],
    summary: Message(zh: "汉字之间的半角标点改为全角标点", en: "Write punctuation between Chinese characters full width"),
    rationale: Message(
      zh: """
        国家标准《标点符号用法》规定中文用全角的逗号、分号、冒号、问号和叹号。只改两边都是中文（或后面是句末）的标点；逗号、分号后面也可以是数字。\
        数字的千分位、时刻、比例、英文、网址、编号和序号后面的标点保留。
        """,
      en: """
        The national standard for punctuation has full-width , ; : ? ! in Chinese. Only a mark with Chinese on both \
        sides, or at the end of a sentence, is changed; a digit may follow a comma or a semicolon. Thousands separators, \
        times, ratios, English, addresses, codes and what follows a list number stay.
        """),
    examples: [
      .changes("参加调研,检查,视察活动", to: "参加调研，检查，视察活动"),
      .changes("完善各项会议制度,提高会议质量", to: "完善各项会议制度，提高会议质量"),
      .changes("绩效目标:完成会议议程;", to: "绩效目标：完成会议议程；"),
      .changes("是否完成?", to: "是否完成？", in: Field(.name)),
      .changes("完成率达到95%,满意度提高", to: "完成率达到95%，满意度提高"),
      .changes("办理提案,2021年完成", to: "办理提案，2021年完成"),
      .changes("调研, 视察", to: "调研， 视察"),
      .changes("《办法》,会议", to: "《办法》，会议"),
      .keeps("预算1,234元"),
      .keeps("时间12:30"),
      .keeps("比例为3:1"),
      .keeps("1,完成会议"),
      .keeps("中国,China"),
      .keeps("见 http://www.gov.cn"),
      .keeps("邮箱:a@b.cn"),
      .keeps("A,B两类"),
      .keeps("调研，检查"),
      .keeps("调研,,检查"),
    ],
    .scanning(.anyOf("[,;:?!]")) { text, _ in
      let letters = Letters(text)
      var edits: [Edit] = []
      for index in letters.indices {
        let mark = letters.scalars[index]
        guard let wide = fullwidth(mark), endsChinese(letters.before(index)) else { continue }
        let next = letters.after(index)
        let digitMayFollow = mark == "," || mark == ";"
        guard beginsChinese(next) || (digitMayFollow && next?.isDigit == true) else { continue }
        edits.append(letters.edit(index..<index + 1, to: wide))
      }
      return edits
    })

  private static func fullwidth(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case ",": "，"
    case ";": "；"
    case ":": "："
    case "?": "？"
    case "!": "！"
    default: nil
    }
  }

  // None of the marks that this rule writes counts as Chinese on either side, so that no edit calls for another.

  private static func endsChinese(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    switch scalar {
    case "）", "》", "〉", "】", "」", "』", "〕", "\u{201D}", "\u{2019}", "%", "‰", "℃": return true
    default: return scalar.isHan
    }
  }

  private static func beginsChinese(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    switch scalar {
    case "\n", "（", "《", "〈", "【", "「", "『", "〔", "\u{201C}", "\u{2018}", "）", "\u{201D}", "\u{2019}", "」", "』":
      return true
    default: return scalar.isHan
    }
  }
}
