internal import Modeling
internal import Provenance

extension Check {
  static let projectCodeDuplicate = Check(
    "project-code-duplicate", .warning,
    summary: Message(zh: "两个项目用了同一个项目编码", en: "Two projects have the same code"),
    rationale: Message(
      zh: "项目编码是项目的唯一标识；重复时无法与预算、执行数据对应，多半是复制表格后没有改编码。",
      en: "The code identifies a project; a code used twice cannot be matched with budget and execution data. "
        + "Usually a table was copied and its code left as it was."),
    examples: [
      .reported(
        at: "/projects/1/code",
        """
        项目 | 政协会议 | 13030421DGDD9TGV0MA7O
        项目 | 民主监督 | 13030421DGDD9TGV0MA7O
        """),
      .silent(
        """
        项目 | 政协会议 | 13030421DGDD9TGV0MA7O
        项目 | 民主监督 | 13030421OTPKRWZ31IC1P
        项目 | 参政议政 |
        """),
    ]
  ) { filing, findings in
    var first: [UInt64: Int] = [:]
    for project in filing.projects.indices {
      guard let code = filing.projects[project].code?.text, !code.isEmpty else { continue }
      guard let earlier = first.updateValue(project, forKey: Fingerprint.of(code)) else { continue }
      let one = filing.title(ofProject: earlier)
      let other = filing.title(ofProject: project)
      findings.add(
        Pointer.project(project, "code"),
        at: places(filing.projects[project].code, filing.projects[earlier].code),
        zh: "\(other.zh)的项目编码\(quoted(code))与\(one.zh)的相同。请核对哪一个项目的编码填错了。",
        en: "The code \(quoted(code)) of \(other.en) is also that of \(one.en). Check which one is wrong.")
    }
  }
}
