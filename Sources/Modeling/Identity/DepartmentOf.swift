internal import Provenance

/// The department: the first three digits of its units' codes; its name is that of the unit that is the department
/// itself (本级, or numbered 001), else the one name that all units share, else what the title says, else the one that all
/// projects name as in charge.
func departmentOf(_ filing: Filing) -> (code: Inferred<String>?, name: Inferred<String>?) {
  var codes = Votes<String>()
  for index in filing.projects.indices {
    guard let code = filing.projects[index].unit?.code, let department = departmentCode(code.text) else { continue }
    codes.cast(department.code, code.places(of: department.range).map { Place($0, .code) })
  }
  let code = codes.winner.map { Inferred($0.value, from: ["projects/*/unit"], places: $0.places) }
  return (code, departmentName(filing))
}

/// The department's part of a unit code: the first three of its digits.
func departmentCode(_ text: String) -> (code: String, range: Range<Int>)? {
  let utf8 = text.utf8Span.span
  var start = 0
  while start < utf8.count, !(utf8[start] >= 0x30 && utf8[start] <= 0x39) { start += 1 }
  var end = start
  while end < utf8.count, utf8[end] >= 0x30 && utf8[end] <= 0x39 { end += 1 }
  guard end - start == 3 || end - start == 6 || end - start == 9 else { return nil }
  return (utf8.string(start..<start + 3), start..<start + 3)
}

private func departmentName(_ filing: Filing) -> Inferred<String>? {
  var own = Votes<String>()
  var all = Votes<String>()
  for index in 0...filing.projects.count {
    // Last the one that a table of the department as a whole names.
    let unit = index < filing.projects.count ? filing.projects[index].unit : filing.overall.unit
    guard let unit, let name = unit.name else { continue }
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
  return filing.cover?.title.flatMap(departmentInTitle) ?? departmentInCharge(filing)
}

/// The one department that all projects name as in charge of them (主管部门), its code in brackets left out.
private func departmentInCharge(_ filing: Filing) -> Inferred<String>? {
  let labels = ["主管部门", "主管单位", "主管预算部门", "业务主管部门"]
  var votes = Votes<String>()
  for project in filing.projects {
    for detail in project.details where labels.contains(where: detail.label.text.hasPrefix) {
      let utf8 = detail.text.text.utf8.span
      let end = (0..<utf8.count).first { Bracketed.openings.end(utf8, at: $0) != nil } ?? utf8.count
      let range = utf8.trimmed(0..<end)
      if range.isEmpty { continue }
      votes.cast(utf8.string(range), detail.text.places(of: range).map { Place($0, .name) })
    }
  }
  guard votes.isUnanimous, let winner = votes.winner else { return nil }
  return Inferred(winner.value, from: ["projects/*/details"], places: winner.places)
}

/// The department in a title such as XX局2022年部门预算绩效文本 or 2022年度XX局部门预算绩效文本: what stands before the year, or
/// between the year and the words that say what the text is.
private func departmentInTitle(_ title: Revision) -> Inferred<String>? {
  let utf8 = Array(title.text.utf8)
  guard let digits = utf8.firstIndex(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
  var range = 0..<digits
  if digits == 0 {
    var start = utf8.firstIndex { !($0 >= 0x30 && $0 <= 0x39) } ?? utf8.count
    for mark in ["年", "度"] where utf8[start...].starts(with: mark.utf8) { start += 3 }
    let words = Array("部门预算".utf8)
    guard start < utf8.count, let end = utf8.indices.first(where: { $0 >= start && utf8[$0...].starts(with: words) })
    else { return nil }
    range = start..<end
  }
  // A place alone is no department.
  let places = ["省", "市", "县", "区", "旗", "州", "乡", "镇"].map { Array($0.utf8) }
  guard range.count >= 6, !places.contains(where: { utf8[range].suffix(3) == $0[...] }) else { return nil }
  // Before a year in brackets stands what the text is: 绩效目标表（2021年度）.
  let kind = Array("绩效".utf8)
  if utf8[range].indices.contains(where: { utf8[$0..<range.upperBound].starts(with: kind) }) { return nil }
  return Inferred(
    String(decoding: utf8[range], as: UTF8.self), from: ["cover/title"],
    places: title.places(of: range).map { Place($0, .name) })
}
