internal import Provenance

/// The department: the first three digits of its units' codes; its name is that of the unit that is the department
/// itself (本级, or numbered 001), else the one name that all units share, else what the title says.
func departmentOf(_ filing: Filing) -> (code: Inferred<String>?, name: Inferred<String>?) {
  var codes = Votes<String>()
  for project in filing.projects {
    guard let code = project.unit?.code, let department = departmentCode(code.text) else { continue }
    codes.cast(department.code, code.places(of: department.range).map { Place($0, .code) })
  }
  let code = codes.winner.map { Inferred($0.value, from: ["projects/*/unit"], places: $0.places) }
  return (code, departmentName(filing))
}

/// The department's part of a unit code: the first three of its digits.
func departmentCode(_ text: String) -> (code: String, range: Range<Int>)? {
  let utf8 = Array(text.utf8)
  guard let start = utf8.firstIndex(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
  let end = utf8[start...].firstIndex { !($0 >= 0x30 && $0 <= 0x39) } ?? utf8.count
  guard end - start == 3 || end - start == 6 || end - start == 9 else { return nil }
  return (String(decoding: utf8[start..<start + 3], as: UTF8.self), start..<start + 3)
}

private func departmentName(_ filing: Filing) -> Inferred<String>? {
  let units = filing.projects.compactMap(\.unit)
  var own = Votes<String>()
  var all = Votes<String>()
  for unit in units {
    guard let name = unit.name else { continue }
    let places = name.pieces.map { Place($0, .name) }
    all.cast(name.text, places)
    if unit.scope?.text == "本级" || unit.code?.text.hasSuffix("001") == true { own.cast(name.text, places) }
  }
  for votes in [own, all] where votes.isUnanimous {
    if let winner = votes.winner {
      return Inferred(winner.value, from: ["projects/*/unit"], places: winner.places)
    }
  }
  if let winner = own.winner { return Inferred(winner.value, from: ["projects/*/unit"], places: winner.places) }
  return filing.cover?.title.flatMap(departmentInTitle)
}

/// What stands before the year of a title such as XX局2022年部门预算绩效文本.
private func departmentInTitle(_ title: Revision) -> Inferred<String>? {
  let utf8 = Array(title.text.utf8)
  guard let end = utf8.firstIndex(where: { $0 >= 0x30 && $0 <= 0x39 }), end > 0 else { return nil }
  let name = String(decoding: utf8[..<end], as: UTF8.self)
  guard name.utf8.count >= 6 else { return nil }
  return Inferred(name, from: ["cover/title"], places: title.places(of: 0..<end).map { Place($0, .name) })
}
