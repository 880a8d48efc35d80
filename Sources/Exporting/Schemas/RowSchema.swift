package import JSON
package import Provenance

/// The JSON Schemas (2020-12) of rows: `row-…` of the listings that JSON Lines hold, `table-…` of the tables of the
/// databases.
package struct RowSchema: Sendable {
  package let name: String
  package let summary: Message
  private let columns: [Column]
  /// Of a filing that is gone.
  private let isTombstone: Bool

  package static let all: [RowSchema] =
    Listings.all.map {
      RowSchema(
        name: "row-\($0.name)",
        summary: Message(zh: "导出的一行：\($0.title.zh)", en: "A row of the export: \($0.title.en)"), columns: $0.columns,
        isTombstone: false)
    } + [
      RowSchema(
        name: "row-removed", summary: Message(zh: "导出的一行：已删除的文本", en: "A row of the export: a filing that is gone"),
        columns: [], isTombstone: true)
    ]
    + Tables.all.map {
      RowSchema(
        name: "table-\($0.name)",
        summary: Message(zh: "数据库表的一行：\($0.title.zh)", en: "A row of a database table: \($0.title.en)"),
        columns: $0.columns, isTombstone: false)
    }

  package static func named(_ name: String) -> RowSchema? { all.first { $0.name == name } }

  /// Objects are closed, and every column is there: null where it is unknown.
  package var value: JSONValue {
    var schema = JSONObject()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["$id"] = .string("urn:jixiao:schema:\(name):\(Tables.version)")
    schema["title"] = .string(summary.zh)
    schema["description"] = .string(summary.en)
    schema["type"] = "object"
    schema["additionalProperties"] = false
    if isTombstone {
      schema["properties"] = ["deleted": ["const": true], "id": ["type": "string", "title": "编号"]]
      schema["required"] = ["deleted", "id"]
    } else {
      schema["properties"] = .object(JSONObject(columns.map { ($0.name, Self.property($0)) }))
      schema["required"] = .array(columns.map(\.name).sorted().map { .string($0) })
    }
    return .object(schema)
  }

  package var bytes: [UInt8] {
    var writer = JSONWriter(.indented)
    value.write(to: &writer)
    writer.finish()
    return writer.bytes
  }

  private static func property(_ column: Column) -> JSONValue {
    var property = JSONObject()
    property["title"] = .string(column.title)
    property["description"] = .string(column.summary.zh + column.summary.en)
    let type: String =
      switch column.kind {
      case .text, .date: "string"
      case .integer: "integer"
      case .number: "number"
      case .boolean: "boolean"
      case .json: "array"
      }
    property["type"] = column.isNullable ? [.string(type), "null"] : .string(type)
    if column.kind == .date { property["format"] = "date" }
    return .object(property)
  }
}
