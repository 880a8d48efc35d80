internal import Modeling
internal import Provenance

extension Check {
  static let amountInTitle = Check(
    "amount-in-title", .warning,
    summary: Message(
      zh: "项目名称或标题里的金额与预算数不一致", en: "The amount in a project's name or heading is not its budget"),
    rationale: Message(
      zh: "名称里带金额的项目（“设备购置50万元”）改了预算，常忘了改名称。只看以万元、亿元计的金额；等于预算数或其中一项资金的不提示。",
      en:
        "Where a name holds an amount, the budget is often changed and the name left. Only amounts in 万元 or 亿元; silent "
        + "where it equals the budget or one of its parts."),
    examples: [
      .reported(
        at: "/projects/0/name",
        """
        项目 | 设备购置50万元
        预算 | 45.00 | 45.00 | 0 | 单位：万元
        """),
      .silent(
        """
        项目 | 设备购置50万元
        预算 | 50.00 | 50.00 | 0 | 单位：万元
        项目 | 高龄老人每月100元津贴
        预算 | 36.00 | 36.00 | 0 | 单位：万元
        """),
    ]
  ) { filing, findings in
    for project in filing.projects.indices {
      for (field, revision) in [
        ("name", filing.projects[project].name), ("heading", filing.projects[project].heading),
      ] {
        guard let revision, Phrases.large.found(in: revision.text),
          let mention = Amount.mentions(in: revision.text).first(where: { Phrases.large.found(in: $0.text) }),
          let money = filing.projects[project].budget.total, let total = money.reading.amount
        else { continue }
        let budget = filing.projects[project].budget
        let known = budget.amounts
        if known.contains(mention.yuan) { continue }
        let zh = field == "name" ? "名称" : "标题"
        // A heading is no value of the output; the name is what it heads.
        findings.add(
          Pointer.project(project, "name"), at: revision.places(of: mention.range) + money.text.pieces,
          zh: "第\(project + 1)个项目的\(zh)\(quoted(revision.text))里写\(quoted(mention.text))，预算数却是\(money.shown)。请核对。",
          en:
            "The \(field) of project \(project + 1), \(quoted(revision.text)), says \(quoted(mention.text)), but the budget "
            + "is \(money.shown). Check both.")
        break
      }
    }
  }
}

extension Phrases {
  fileprivate static let large: Phrases = ["万元", "亿元"]
}
