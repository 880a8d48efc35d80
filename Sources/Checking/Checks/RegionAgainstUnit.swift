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
    let own = ownPlace(in: name)
    var last = ""
    for project in filing.projects.indices {
      guard let unit = filing.projects[project].unit?.name?.text, !isSame(unit, last) else { continue }
      last = unit
      if isNamed(own, of: name, in: unit) { continue }
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

  /// Where the last place stands in a full region name, without the word for its kind if two characters remain:
  /// 北戴河 of 河北省秦皇岛市北戴河区, 赵县 of 河北省石家庄市赵县.
  private static func ownPlace(in name: String) -> Range<Int> {
    let utf8 = name.utf8Span.span
    var start = 0
    var position = 0
    while let kind = Phrases.kinds.first(in: name, within: position..<utf8.count), kind.upperBound < utf8.count {
      if kind.lowerBound > start { start = kind.upperBound }
      position = kind.upperBound
    }
    return start..<(utf8.count - start > 6 ? utf8.count - 3 : utf8.count)
  }

  private static func isNamed(_ place: Range<Int>, of name: String, in unit: String) -> Bool {
    let (name, unit) = (name.utf8Span.span, unit.utf8Span.span)
    if place.isEmpty || place.count > unit.count { return false }
    for start in 0...unit.count - place.count {
      var same = 0
      while same < place.count, unit[start + same] == name[place.lowerBound + same] { same += 1 }
      if same == place.count { return true }
    }
    return false
  }

  /// Whether the division `code` is `other` or lies in it.
  private static func isWithin(_ code: String, _ other: String) -> Bool {
    var level = Substring(other)
    while level.utf8.count > 2, level.hasSuffix("00") { level.removeLast(2) }
    return code.hasPrefix(level)
  }
}

extension Phrases {
  fileprivate static let kinds: Phrases = ["省", "市", "区", "县", "旗", "州", "盟"]
}
