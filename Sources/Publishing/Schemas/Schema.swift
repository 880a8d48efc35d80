internal import JSON

/// A JSON Schema (draft 2020-12) as the keywords that it consists of.
struct Schema: Sendable {
  private(set) var keywords = JSONObject()

  func with(_ name: String, _ value: JSONValue) -> Schema {
    var schema = self
    schema.keywords[name] = value
    return schema
  }

  func with(_ name: String, _ value: Schema) -> Schema { with(name, value.json) }

  func with(_ name: String, _ values: [Schema]) -> Schema { with(name, .array(values.map(\.json))) }

  func with(_ name: String, _ values: [(String, Schema)]) -> Schema {
    with(name, .object(JSONObject(values.map { ($0.0, $0.1.json) })))
  }

  func with(_ name: String, strings: [String]) -> Schema { with(name, .array(strings.map { .string($0) })) }

  var json: JSONValue { .object(keywords) }
}
