internal import Modeling
internal import Provenance

extension Rule {
  static let radicalCharacters = Rule(
    "radical-characters",
    summary: Message(
      zh: "补充区部首改为同形的通用汉字", en: "Write supplementary CJK radicals as the characters they look like"),
    rationale: Message(
      zh: """
        由 PDF 提取的简体文字常把“民、长、门、页、马、黄、龙”等写成部首补充区（U+2E80–2EFF）的部首。Unicode 没有给它们兼容分解，\
        但在 EquivalentUnifiedIdeograph 表中指明了对应的汉字；这里只取能独立成字的简体字。
        """,
      en: """
        Simplified Chinese extracted from PDF often writes 民, 长, 门, 页, 马, 黄, 龙 as radicals of the block \
        U+2E80–2EFF. Unicode gives them no decomposition but names the equal character in \
        EquivalentUnifiedIdeograph; only those that are words by themselves are taken.
        """),
    examples: [
      .changes("\u{2EA0}主监督", to: "民主监督"),
      .changes("部\u{2ED4}预算", to: "部门预算"),
      .changes("政协\u{2EE2}上办", to: "政协马上办"),
      .keeps("民主监督"),
      .keeps("部首\u{2E98}"),
    ],
    .mapping([
      "\u{2EA0}": "民", "\u{2EC1}": "虎", "\u{2EC4}": "西", "\u{2EC5}": "见", "\u{2EC6}": "角", "\u{2EC9}": "贝",
      "\u{2ECB}": "车", "\u{2ED3}": "长", "\u{2ED4}": "门", "\u{2ED7}": "雨", "\u{2ED8}": "青", "\u{2ED9}": "韦",
      "\u{2EDA}": "页", "\u{2EDB}": "风", "\u{2EDC}": "飞", "\u{2EDD}": "食", "\u{2EE2}": "马", "\u{2EE3}": "骨",
      "\u{2EE4}": "鬼", "\u{2EE5}": "鱼", "\u{2EE6}": "鸟", "\u{2EE7}": "卤", "\u{2EE8}": "麦", "\u{2EE9}": "黄",
      "\u{2EEC}": "齐", "\u{2EEE}": "齿", "\u{2EF0}": "龙",
    ]))
}
