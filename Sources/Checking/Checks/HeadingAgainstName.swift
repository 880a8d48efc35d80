internal import Modeling
internal import Provenance

extension Check {
  static let headingAgainstName = Check(
    "heading-against-name", .warning,
    summary: Message(
      zh: "项目标题里的名称与表内“项目名称”不一致",
      en: "A project's heading and the name in its table differ"),
    rationale: Message(
      zh: "标题写作“1.政协会议绩效目标表”，去掉序号和“绩效目标表”应与表内名称相同；不同多半是套用别的项目的表格后漏改。"
        + "一方只是另一方的简称时只作提示；标题里没有项目名称的不查。",
      en: "A heading reads 1.政协会议绩效目标表: without its number and 绩效目标表 it should be the name. Where it is "
        + "not, a table was probably copied and not fully changed. A note only where one is a short form of the "
        + "other; headings without a project's name are left alone."),
    examples: [
      .reported(
        at: "/projects/0/name",
        """
        项目 | 民主监督 | 13030421OTPKRWZ31IC1P
        标题 | 2.政协会议绩效目标表
        """),
      .silent(
        """
        项目 | 政协会议
        标题 | 2.政协会议绩效目标表
        项目 | 森林防火
        标题 | （三）森林 防火项目支出绩效目标表
        项目 | 信访工作经费
        标题 | 项目支出绩效目标表（2021年度）
        """),
    ]
  ) { filing, findings in
    for project in filing.projects.indices {
      guard let heading = filing.projects[project].heading?.text, let name = filing.projects[project].name?.text
      else { continue }
      if HeadingTitle.plainly(name, in: heading) { continue }
      let title = HeadingTitle.scalars(of: heading)
      let expected = HeadingTitle.folded(name)
      if title.isEmpty || expected.isEmpty || title == expected { continue }
      let short =
        HeadingTitle.contains(title, expected) || HeadingTitle.contains(expected, title)
      findings.add(
        Pointer.project(project, "name"), as: short ? .note : .warning,
        at: places(filing.projects[project].name, filing.projects[project].heading),
        zh: "表内项目名称是\(quoted(name))，标题却是\(quoted(heading))。请核对两处名称。",
        en: "The table names the project \(quoted(name)), its heading says \(quoted(heading)). Check both.")
    }
  }
}

/// The project's name in the heading of its table.
private enum HeadingTitle {
  /// Whether the heading is a mark of ASCII, the name to the letter, and 绩效目标: nearly all headings.
  static func plainly(_ name: String, in heading: String) -> Bool {
    let utf8 = heading.utf8Span.span
    let name = name.utf8Span.span
    var start = 0
    while start < utf8.count, utf8[start] < 0x80, (0x30...0x39).contains(utf8[start]) { start += 1 }
    if start > 0, start < utf8.count, utf8[start] == 0x2E { start += 1 } else { start = 0 }
    guard !name.isEmpty, start + name.count < utf8.count else { return false }
    for index in name.indices where name[index] != utf8[start + index] { return false }
    let tail = start + name.count
    return Phrases.plainTail.first(in: heading, within: tail..<utf8.count)?.lowerBound == tail
  }

  /// Without list mark, tail and anything that is no letter; empty where the heading names no project.
  static func scalars(of heading: String) -> [Unicode.Scalar] {
    let all = Array(heading.unicodeScalars)
    var end = all.count
    if let tail = Phrases.tails.first(in: heading) {
      end = heading.utf8[..<heading.utf8.index(heading.utf8.startIndex, offsetBy: tail.lowerBound)]
        .count { $0 & 0xC0 != 0x80 }
    } else {
      return []
    }
    var start = 0
    while start < end, isListMark(all[start]) { start += 1 }
    // A name may itself begin with digits or numerals, as 2021年…: only what a full stop or bracket ends is a mark.
    if start > 0, !isListEnd(all[start - 1]) { start = 0 }
    let title = all[start..<end].filter(isWord)
    return generic.contains(String(String.UnicodeScalarView(title))) ? [] : title
  }

  static func folded(_ name: String) -> [Unicode.Scalar] { name.unicodeScalars.filter(isWord) }

  static func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }

  private static let generic: Set<String> = ["", "项目", "预算项目", "部门预算项目", "部门项目", "本级项目", "部门", "部门整体"]

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x3400...0x9FFF, 0x20000...0x3FFFF, 0x3007: true
    default: false
    }
  }

  private static func isListMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", " ", "\u{3000}", "(", "（", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: isListEnd(scalar)
    }
  }

  private static func isListEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "．", "、", "。", ")", "）", " ", "\u{3000}": true
    default: false
    }
  }
}

extension Phrases {
  fileprivate static let plainTail: Phrases = ["绩效目标"]
  fileprivate static let tails: Phrases = [
    "项目支出绩效目标", "项目预算绩效目标", "项目绩效目标", "预算绩效目标", "支出绩效目标", "绩效目标",
  ]
}
