internal import Modeling
internal import Provenance

extension Check {
  static let regionAgainstUnit = Check(
    "region-against-unit", .warning,
    summary: Message(
      zh: "预算单位名称里的地区与本文件的地区不一致",
      en: "The place in a unit's name is not the filing's region"),
    rationale: Message(
      zh: "项目编码前六位指明地区；单位名称写的是别的省、市、县时，不是编码有误，就是表格来自别的单位。上下级地区不算不一致，"
        + "名称里没有完整地名的不查，同一单位只提示一次。",
      en:
        "The first six digits of the codes say the region; where the unit's name speaks of another place, either a code is wrong "
        + "or the table comes from elsewhere. Places that lie in one another agree; names without a full place name are left "
        + "alone; each unit is reported once."),
    examples: [
      .reported(
        at: "/projects/0/unit/name",
        """
        地区 | 130304 | 河北省秦皇岛市北戴河区
        项目 | 政协会议
        单位 | 131001 | 政协秦皇岛市昌黎县委员会办公室
        """),
      .silent(
        """
        地区 | 130304 | 河北省秦皇岛市北戴河区
        项目 | 政协会议
        单位 | 131001 | 政协秦皇岛市北戴河区委员会办公室
        项目 | 民主监督
        单位 | 131001 | 政协北戴河委员会办公室
        项目 | 参政议政
        单位 | 131001 | 秦皇岛市政协
        项目 | 森林防火
        单位 | 131002 | 区林场
        """),
    ]
  ) { filing, findings in
    guard let region = filing.identity.regionCode?.value, let name = filing.identity.regionName?.value else { return }
    let own = Phrases(ownNames(of: name))
    var last = ""
    for project in filing.projects.indices {
      guard let unit = filing.projects[project].unit?.name?.text, !isSame(unit, last) else { continue }
      last = unit
      if own.found(in: unit) { continue }
      guard let match = Regions.code(named: unit, year: filing.identity.year?.value),
        !isWithin(match.code, region), !isWithin(region, match.code)
      else { continue }
      let revision = filing.projects[project].unit?.name
      let other = Regions.name(of: match.code, year: filing.identity.year?.value) ?? match.code
      findings.add(
        Pointer.project(project, "unit/name"),
        at: (revision?.places(of: match.range) ?? []) + places(filing.projects[project].code),
        zh: "单位名称\(quoted(unit))指的是\(other)，本文件的地区却是\(name)（\(region)）。请核对单位和项目编码。",
        en:
          "The unit's name \(quoted(unit)) speaks of \(other), but the filing's region is \(name) (\(region)). Check the "
          + "unit and the project codes.")
    }
  }

  /// The last place of a full region name, with and without the word for its kind: 北戴河区, 北戴河.
  private static func ownNames(of name: String) -> [String] {
    var last: [Unicode.Scalar] = []
    var place: [Unicode.Scalar] = []
    for scalar in name.unicodeScalars {
      place.append(scalar)
      if place.count > 1, "省市区县旗州盟".unicodeScalars.contains(scalar) {
        last = place
        place = []
      }
    }
    last += place
    var result: [String] = []
    if last.count > 1 { result.append(String(String.UnicodeScalarView(last))) }
    if last.count > 2 { result.append(String(String.UnicodeScalarView(last.dropLast()))) }
    return result
  }

  /// Whether the division `code` is `other` or lies in it.
  private static func isWithin(_ code: String, _ other: String) -> Bool {
    var level = Substring(other)
    while level.utf8.count > 2, level.hasSuffix("00") { level.removeLast(2) }
    return code.hasPrefix(level)
  }
}
