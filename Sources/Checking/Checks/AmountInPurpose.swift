internal import Modeling
internal import Provenance

extension Check {
  static let amountInPurpose = Check(
    "amount-in-purpose", .warning,
    summary: Message(
      zh: "资金用途里写的预算金额与预算数不一致",
      en: "The amount that the purpose gives for the budget is not the budget"),
    rationale: Message(
      zh: "只看“预算安排资金21万元”一类说总数的金额；文中任何一个金额等于预算数（或其中一项资金），或几个金额相加等于预算数，都不提示。"
        + "单价、标准、上年数、累计数不算。",
      en: "Only amounts that stand for the whole, as 预算安排资金21万元. Silent where any amount of the text equals the budget "
        + "or one of its parts, or all of them add up to it. Rates, standards, last year's amounts don't count."),
    examples: [
      .reported(
        at: "/projects/0/purpose",
        """
        项目 | 政协综合事务管理
        预算 | 21.00 | 21.00 | 0 | 单位：万元
        用途 | 预算安排资金12万元，主要用于机关各项综合事务。
        """),
      .silent(
        """
        项目 | 政协综合事务管理
        预算 | 21.00 | 21.00 | 0 | 单位：万元
        用途 | 预算安排资金21万元，其中会议费6万元，主要用于机关各项综合事务。
        项目 | 政协会议
        预算 | 10.00 | 10.00 | 0 | 单位：万元
        用途 | 预算安排会议费6万元，培训费4万元
        项目 | 民主监督
        预算 | 2.00 | 2.00 | 0 | 单位：万元
        用途 | 按每人每天100元的标准安排餐费，上年预算安排3万元
        """),
    ]
  ) { filing, findings in
    for project in filing.projects.indices {
      guard let purpose = filing.projects[project].purpose?.text, Phrases.yuan.found(in: purpose),
        let money = filing.projects[project].budget.total
      else { continue }
      let mentions = Amount.mentions(in: purpose)
      guard !mentions.isEmpty, let total = money.reading.amount else { continue }
      if mentions.contains(where: { $0.yuan == total.yuan }) { continue }
      let budget = filing.projects[project].budget
      let known = budget.amounts
      if mentions.contains(where: { known.contains($0.yuan) }) { continue }
      var sum: Decimal? = .zero
      for mention in mentions { sum = sum?.adding(mention.yuan) }
      if sum == total.yuan { continue }
      var start = 0
      for mention in mentions {
        let clause = clauseStart(before: mention.range.lowerBound, from: start, in: purpose)..<mention.range.lowerBound
        start = mention.range.upperBound
        guard Phrases.whole.first(in: purpose, within: clause) != nil,
          Phrases.notWhole.first(in: purpose, within: clause) == nil
        else { continue }
        let title = filing.title(ofProject: project)
        let place = filing.projects[project].purpose?.places(of: mention.range) ?? []
        findings.add(
          Pointer.project(project, "purpose"), at: place + money.text.pieces,
          zh: "\(title.zh)的资金用途里写\(quoted(mention.text))，预算数却是\(money.shown)。请核对哪一个数是对的。",
          en:
            "The purpose of \(title.en) says \(quoted(mention.text)), but the budget is \(money.shown). Check which one "
            + "is right.")
        break
      }
    }
  }

  /// Where the clause begins that ends at `end`.
  private static func clauseStart(before end: Int, from lower: Int, in text: String) -> Int {
    var start = lower
    while let mark = Phrases.clauseMarks.first(in: text, within: start..<end) { start = mark.upperBound }
    return start
  }
}

extension Phrases {
  fileprivate static let yuan: Phrases = ["元"]
  fileprivate static let clauseMarks: Phrases = ["，", "。", "；", "：", "、", ",", ";", "（", "("]
  fileprivate static let whole: Phrases = ["预算", "安排", "总额", "共需", "合计", "共计", "总计", "申请资金", "项目资金", "所需资金"]
  fileprivate static let notWhole: Phrases = [
    "每", "均", "其中", "标准", "上年", "去年", "往年", "前年", "历年", "累计", "总投资", "不超", "以上", "节约", "结转", "结余", "已",
    "中央", "省级", "市级", "上级", "减少", "增加", "调整", "追加", "一期", "二期",
  ]
}
