internal import Modeling
internal import Provenance

extension Rule {
  static let compatibilityIdeographs = Rule(
    "compatibility-ideographs",
    summary: Message(
      zh: "兼容汉字、康熙部首改为通用汉字",
      en: "Write compatibility ideographs and Kangxi radicals as plain Chinese characters"),
    rationale: Message(
      zh: """
        由 PDF 或旧编码转换来的文字，常把“金”写成部首 U+2FA6，把“福”写成兼容汉字 U+FA1B。字形一样，编码不同，\
        检索不到，也比对不上。按 Unicode 的兼容分解改为通用汉字。
        """,
      en: """
        Text that went through a PDF or an old encoding often writes 金 as the radical U+2FA6, or 福 as the compatibility \
        character U+FA1B. They look the same but cannot be found or compared. Unicode's own decomposition gives the \
        plain character.
        """),
    examples: [
      .changes("资\u{2FA6}", to: "资金"),
      .changes("\u{2F00}般公共预算", to: "一般公共预算"),
      .changes("\u{FA1B}利", to: "福利"),
      .changes("\u{2F800}", to: "\u{4E3D}"),
      .keeps("资金"),
      .keeps("①项㎡，（一）％"),
    ],
    .compatibility(of: "[\\u2F00-\\u2FD5\\u2E9F\\u2EF3\\uF900-\\uFAFF\\U0002F800-\\U0002FA1F]"))
}
