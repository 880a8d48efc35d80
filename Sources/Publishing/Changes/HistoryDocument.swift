package import Comparing
internal import JSON

/// `jixiao.history/1`: one department through the years, as JSON.
package enum HistoryDocument {
  package static let format = "jixiao.history/1"

  package static func bytes(_ history: History) -> [UInt8] {
    var object = JSONObject()
    object["department"] = .object(
      JSONObject([
        ("code", history.department.code.map(JSONValue.string) ?? .null),
        ("name", history.department.name.map(JSONValue.string) ?? .null),
      ]))
    object["format"] = .string(format)
    object["projects"] = .array(history.projects.map(project))
    object["years"] = .array(history.years.map { .number(Double($0)) })
    var writer = JSONWriter(.indented)
    JSONValue.object(object).write(to: &writer)
    writer.finish()
    return writer.bytes
  }

  private static func project(_ project: History.Project) -> JSONValue {
    var object = JSONObject()
    object["continuity"] = .string(project.continuity)
    object["indicators"] = .array(
      project.indicators.map { indicator in
        .object(
          JSONObject([
            ("name", indicator.name.map(JSONValue.string) ?? .null), ("series", .array(indicator.series.map(series))),
          ]))
      })
    object["name"] = project.name.map(JSONValue.string) ?? .null
    object["origins"] = .array(project.origins.map(JSONValue.string))
    object["series"] = .array(project.series.map(series))
    return .object(object)
  }

  private static func series(_ series: History.Series) -> JSONValue {
    let values: [JSONValue] = series.values.map { value in
      .object(
        JSONObject([
          ("filing", .string(value.filing)), ("path", .string(value.path)), ("value", value.value),
          ("year", .number(Double(value.year))),
        ]))
    }
    return .object(JSONObject([("field", .string(series.field)), ("values", .array(values))]))
  }
}
