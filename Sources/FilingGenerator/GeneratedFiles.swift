package import Comparing
internal import JSON

/// Generated filings as canonical JSON; their values have no places.
package enum GeneratedFiles {
  package static func bytes(_ filing: Snapshot) -> [UInt8] {
    var writer = JSONWriter(.indented)
    value(filing).write(to: &writer)
    writer.finish()
    return writer.bytes
  }

  private static func value(_ filing: Snapshot) -> JSONValue {
    [
      "corrections": [], "department": codeAndName(filing.department), "diagnostics": [], "format": "jixiao.filing/1",
      "id": .string(filing.id), "overall": ["goal": .null, "goals": [], "safeguards": []], "places": [:],
      "projects": .array(filing.projects.map(project)), "region": codeAndName(filing.region),
      "year": ["value": number(filing.year.map(Double.init))],
    ]
  }

  private static func project(_ project: ProjectSnapshot) -> JSONValue {
    [
      "budget": [
        "fiscal": number(project.budget.fiscal), "other": number(project.budget.other),
        "total": number(project.budget.total),
      ],
      "code": text(project.code), "goals": .array(project.goals.map(text)),
      "indicators": .array(project.indicators.map(indicator)), "name": text(project.name),
      "purpose": text(project.purpose),
      "schedule": .array(
        project.schedule.map { ["month": number($0.month), "percent": number($0.percent)] }),
    ]
  }

  private static func indicator(_ indicator: IndicatorSnapshot) -> JSONValue {
    [
      "basis": text(indicator.basis), "description": text(indicator.description), "level1": text(indicator.level1),
      "level2": text(indicator.level2), "name": text(indicator.name),
      "target": [
        "kind": "quantity", "operator": text(indicator.target?.operator), "text": text(indicator.target?.text),
        "unit": text(indicator.target?.unit), "value": number(indicator.target?.value),
      ],
    ]
  }

  private static func codeAndName(_ value: CodeAndName) -> JSONValue {
    ["code": text(value.code), "name": text(value.name)]
  }

  private static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  private static func number(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }
}
