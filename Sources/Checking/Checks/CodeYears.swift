internal import Modeling
internal import Provenance

extension Check {
  static let codeYears = Check(
    "code-years", .warning,
    summary: Message(
      zh: "项目编码里的年份与本文件的年度不同",
      en: "The year in a project's code is not the filing's"),
    rationale: Message(
      zh: "编码第7、8位是项目开始的年份。延续项目沿用旧编码，年份较早只作提示（全文合并为一条）；年份晚于本年度则多半有误。",
      en:
        "Digits 7 and 8 of a code are the year in which the project began. A project that goes on keeps its code, so an earlier "
        + "year is only noted, once for the whole filing; a later one is probably a mistake."),
    examples: [
      .reported(
        at: "/projects/0/code",
        """
        年度 | 2021
        项目 | 政协会议 | 13030422DGDD9TGV0MA7O
        """),
      .reported(
        at: "/projects/1/code",
        """
        年度 | 2022
        项目 | 政协会议 | 13030422DGDD9TGV0MA7O
        项目 | 民主监督 | 13030421OTPKRWZ31IC1P
        """),
      .silent(
        """
        年度 | 2021
        项目 | 政协会议 | 13030421DGDD9TGV0MA7O
        项目 | 民主监督 |
        """),
      .silent("项目 | 政协会议 | 13030422DGDD9TGV0MA7O"),
    ]
  ) { filing, findings in
    guard let year = filing.identity.year?.value else { return }
    var earlier: [(project: Int, year: Int)] = []
    for project in filing.projects.indices {
      guard let text = filing.projects[project].code?.text, let said = ProjectCode.year(text) else { continue }
      if said < year { earlier.append((project, said)) }
      if said <= year { continue }
      let title = filing.title(ofProject: project)
      findings.add(
        Pointer.project(project, "code"), at: places(filing.projects[project].code),
        zh: "\(title.zh)的编码\(quoted(text))里的年份是\(said)年，晚于本文件的年度\(year)年。请核对编码和年度。",
        en:
          "The code \(quoted(text)) of \(title.en) says \(said), later than the filing's year \(year). Check the code and "
          + "the year.")
    }
    guard let first = earlier.first else { return }
    let names = earlier.map { "第\($0.project + 1)个（\($0.year)年）" }
    findings.add(
      Pointer.project(first.project, "code"), as: .note,
      at: earlier.flatMap { places(filing.projects[$0.project].code) },
      zh: "\(earlier.count)个项目的编码年份早于本文件的年度\(year)年：\(listed(zh: names))。延续项目沿用旧编码属正常，请核对是否都是延续项目。",
      en: "The codes of some projects (\(earlier.count)) say a year before the filing's, \(year): "
        + "\(listed(en: earlier.map { "project \($0.project + 1) (\($0.year))" })). That is normal for projects that go on; check "
        + "that they do.")
  }
}
