internal import Provenance

/// What is known of a filing from outside its text.
package struct Hints: Hashable, Sendable {
  /// The year that the user gave; it wins over everything.
  package var year: Int?
  /// Where the input stands below the input root, with `/` between the parts.
  package var path: String

  package init(year: Int? = nil, path: String) {
    self.year = year
    self.path = path
  }
}

/// Says who filed it and for which year, once the texts are normalised. Projects of several departments become one
/// filing each, in the order in which the departments first appear. O(texts).
package func identify(_ filing: Filing, _ hints: Hints) -> [Filing] {
  splitByDepartment(filing).map { identified($0, hints) }
}

/// The filing of one department with its identity. O(texts).
package func identified(_ filing: Filing, _ hints: Hints) -> Filing {
  var filing = filing
  var identity = Identity()
  identity.year = yearOf(filing, hints, &filing.diagnostics)
  let region = regionOf(filing, year: identity.year?.value, &filing.diagnostics)
  identity.regionCode = region.code
  identity.regionName = region.name
  let department = departmentOf(filing)
  identity.departmentCode = department.code
  identity.departmentName = department.name
  filing.identity = identity
  reportMissing(identity, &filing.diagnostics)
  if !filing.unmapped.isEmpty { filing.diagnostics.append(.unmapped(filing.unmapped)) }
  return filing
}

private func reportMissing(_ identity: Identity, _ diagnostics: inout [Diagnostic]) {
  if identity.year == nil {
    diagnostics.append(
      Diagnostic(
        "year-missing", .error, path: "/year",
        Message(
          zh: "封面、标题、项目编码和文件路径中都没有年度，输出记为 undated。请用 --year 指定年度。",
          en: "No year on the cover, in the title, the project codes or the file's path; the output is named undated. "
            + "Give the year with --year.")))
  }
  if identity.regionCode == nil {
    diagnostics.append(
      Diagnostic(
        "region-code-missing", .warning, path: "/region",
        Message(
          zh: identity.regionName.map { "没有可用的行政区划代码（项目编码缺失或无法识别），以地名\(quoted($0.value))代替。" }
            ?? "没有可用的行政区划代码，标题和单位名称中也没有找到地名，编号中记为 unknown。",
          en: identity.regionName.map {
            "No project code gives the region; the place name \(excerpt($0.value)) stands for it."
          }
            ?? "No project code gives the region, and neither title nor units name a place; it is unknown.")))
  }
  if identity.departmentCode == nil {
    diagnostics.append(
      Diagnostic(
        "department-code-missing", .warning, path: "/department",
        Message(
          zh: identity.departmentName.map { "没有部门代码，以部门名称\(quoted($0.value))代替。" } ?? "没有部门代码，也没有找到部门名称，编号中记为 unknown。",
          en: identity.departmentName.map {
            "No unit has a department code; the name \(excerpt($0.value)) stands for it."
          }
            ?? "Neither a department code nor a department's name was found; it is unknown.")))
  }
}
