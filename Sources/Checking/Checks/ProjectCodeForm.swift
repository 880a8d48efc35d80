internal import Modeling
internal import Provenance

extension Check {
  static let projectCodeForm = Check(
    "project-code-form", .warning,
    summary: Message(
      zh: "项目编码不合编码规则", en: "A project's code does not have the form of one"),
    rationale: Message(
      zh: "编码应为21位大写字母和数字：6位行政区划、2位年份、13位顺序码。没有校验位，能查的只有长度、字符、区划和年份。没有编码的项目不查。",
      en:
        "A code has 21 capital letters and digits: 6 of region, 2 of year, 13 more. There is no check digit: length, characters, "
        + "region and year are all that can be checked. Projects without a code are left alone."),
    examples: [
      .reported(at: "/projects/0/code", "项目 | 政协会议 | 13030421DGDD9TGV0MA7"),
      .reported(at: "/projects/0/code", "项目 | 政协会议 | 13030421DGDD9-GV0MA7O"),
      .reported(at: "/projects/0/code", "项目 | 政协会议 | 99999921DGDD9TGV0MA7O"),
      .silent(
        """
        项目 | 政协会议 | 13030421DGDD9TGV0MA7O
        项目 | 民主监督 | 12000022P10000210006W
        项目 | 参政议政 |
        """),
    ]
  ) { filing, findings in
    // The filing's own region is known if it has a name.
    var known = filing.identity.regionName == nil ? -1 : filing.identity.regionCode.flatMap { Int($0.value) } ?? -1
    for project in filing.projects.indices {
      guard let text = filing.projects[project].code?.text, !text.isEmpty else { continue }
      let digits = ProjectCode.plainDigits(text)
      if let digits, digits / 100 == known { continue }
      guard let code = ProjectCode.read(text) else { continue }
      let problem: (zh: String, en: String)
      switch code.problem {
      case .length:
        let count = code.text.unicodeScalars.count
        problem = ("是\(count)位，应为\(ProjectCode.length)位", "has \(count) characters, not \(ProjectCode.length)")
      case .characters:
        problem = ("含有大写字母和数字以外的字符", "has characters other than capital letters and digits")
      case .prefix:
        problem = ("的前8位不是行政区划和年份", "does not begin with a region and a year")
      case nil:
        guard let region = code.parts?.region else { continue }
        if Regions.name(of: region) != nil {
          known = (digits ?? -1) / 100
          continue
        }
        problem = ("的前6位“\(region)”不是已知的行政区划代码", "begins with “\(region)”, which is no known region")
      }
      let title = filing.title(ofProject: project)
      findings.add(
        Pointer.project(project, "code"), at: places(filing.projects[project].code),
        zh: "\(title.zh)的编码\(quoted(text))\(problem.zh)。请核对编码。",
        en: "The code \(quoted(text)) of \(title.en) \(problem.en). Check it.")
    }
  }
}
