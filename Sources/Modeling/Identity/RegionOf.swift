internal import Provenance

/// The region: from the project codes, named by GB/T 2260; without codes the place that the title or a unit names.
func regionOf(
  _ filing: Filing, year: Int?, _ diagnostics: inout [Diagnostic]
) -> (code: Inferred<String>?, name: Inferred<String>?) {
  var votes = Votes<String>()
  // By number: copying a project costs thirty counts.
  for index in filing.projects.indices {
    guard let code = filing.projects[index].code, let parts = ProjectCode.read(code.text)?.parts else { continue }
    votes.cast(parts.region, code.places(of: parts.regionRange).map { Place($0, .code) })
  }
  if let winner = votes.winner {
    if !votes.isUnanimous {
      diagnostics.append(
        Diagnostic(
          "region-disagreement", .warning, path: "/region",
          Message(
            zh: "各项目编码中的行政区划代码不一致：\(votes.summary.zh)，取最多的一个，请核对。",
            en: "The project codes hold different regions: \(votes.summary.en); the most frequent was taken."),
          at: votes.places))
    }
    let code = Inferred(winner.value, from: ["projects/*/code"], places: winner.places)
    guard let name = Regions.name(of: winner.value, year: year) else {
      diagnostics.append(
        Diagnostic(
          "region-unknown", .warning, path: "/region/code",
          Message(
            zh: "项目编码前六位 \(winner.value) 不是 GB/T 2260 中的行政区划代码，请核对项目编码。",
            en: "\(winner.value), the first six digits of the project codes, is no region of GB/T 2260."),
          at: winner.places.map(\.range)))
      return (code, nil)
    }
    return (code, Inferred(name, from: ["projects/*/code"], places: winner.places))
  }
  if let title = filing.cover?.title, let match = Regions.code(named: title.text) {
    return (nil, placeName(match.range, in: title, from: "cover/title"))
  }
  for project in filing.projects {
    if let unit = project.unit?.name, let match = Regions.code(named: unit.text) {
      return (nil, placeName(match.range, in: unit, from: "projects/*/unit"))
    }
  }
  if let unit = filing.overall.unit?.name, let match = Regions.code(named: unit.text) {
    return (nil, placeName(match.range, in: unit, from: "overall/unit"))
  }
  return (nil, nil)
}

private func placeName(_ range: Range<Int>, in text: Revision, from field: String) -> Inferred<String> {
  Inferred(
    String(decoding: Array(text.text.utf8)[range], as: UTF8.self), from: [field],
    places: text.places(of: range).map { Place($0, .name) })
}
