internal import Modeling
internal import Provenance

extension Rule {
  static let fullwidthAlphanumerics = Rule(
    "fullwidth-alphanumerics",
    summary: Message(zh: "全角数字和字母改为半角", en: "Write full-width digits and letters in ASCII"),
    rationale: Message(
      zh: "同一份文本里常混用 ２０２１ 和 2021。金额、年度、编码要参与计算和比对，一律用半角。〇 是汉字数字，㎡、① 等符号另有含义，保留。",
      en: """
        Filings mix ２０２１ and 2021 within one table. Amounts, years and codes are computed with and compared, so they \
        are written in ASCII. 〇 is a Chinese numeral, and signs such as ㎡ and ① mean something else: they stay.
        """),
    examples: [
      .changes("２０２１年度", to: "2021年度"),
      .changes("ＰＰＰ项目Ａ标段", to: "PPP项目A标段"),
      .changes("≥９５％", to: "≥95％", in: Field(.target)),
      .changes("１３０３０４２１ＡＦＱ", to: "13030421AFQ", in: Field(.code)),
      .keeps("二〇二一年"),
      .keeps("面积（㎡），①②"),
      .keeps("2021年PPP项目"),
    ],
    .compatibility(of: "[０-９Ａ-Ｚａ-ｚ]"))
}
