package import Provenance

/// What the spelling engine does, as it stands among the rules.
package struct SpellingRule: Sendable {
  package let id: String
  package let summary: Message
  package let rationale: Message

  package static let all = Confusion.allCases.map(SpellingRule.init)

  private init(_ confusion: Confusion) {
    id = confusion.rule
    let how = Message(
      zh: "每处更正附有各项依据：更正前后的语言模型得分、读音或字形、业务用语、全文其他地方的写法、历年用语统计，以及据此得出的概率。"
        + "概率足够高的予以更正（很可能），其余只作提示；人名、地名、单位名称、引文、书名号内的文字和保护词不更正。",
      en:
        "Each repair names its witnesses: what the language model says before and after, sound or shape, terms of the "
        + "domain, how the filing spells the phrase elsewhere, what learned filings have, and the probability that all of "
        + "them make. Where it is high enough the repair is made (likely), else suggested. Names of people, places and "
        + "units, quotations, titles and protected terms are left alone.")
    rationale = how
    summary =
      switch confusion {
      case .homophone: Message(zh: "同音错字，如“班里质量”应为“办理质量”", en: "A wrong character or word of the same sound")
      case .nearHomophone: Message(zh: "近音错字（平翘舌、前后鼻音等不分）", en: "A wrong character or word of nearly the same sound")
      case .lookAlike: Message(zh: "形近错字，如“己”与“已”", en: "A wrong character of like shape")
      }
  }
}
