internal import JSON
internal import Provenance

/// `datapackage.json` (Data Package, profile tabular): what the files of a text export hold.
struct DataPackage {
  let format: TextExport.Format
  let guardsFormulas: Bool

  struct Resource {
    /// Nil for the filings that are gone.
    var listing: Listing?
    var isEmpty: Bool
    var bytes: Int
    var sha256: String
  }

  func text(_ resources: [Resource]) -> String {
    var package = JSONObject()
    package["name"] = "jixiao-export"
    package["title"] = "部门预算绩效目标"
    package["description"] = .string(
      "由 jixiao 导出的绩效目标文本、项目、指标、更正和检查结果。"
        + (format == .csv && guardsFormulas
          ? "以 = + - @、制表符、换行或撇号开头的文字前加了一个撇号（'），以免被当作公式；去掉开头的一个撇号即为原值。" : "")
        + "Performance-target filings exported by jixiao."
        + (format == .csv && guardsFormulas
          ? " Texts that a spreadsheet would take for formulas have an apostrophe before them; remove one to undo it."
          : ""))
    package["profile"] = "tabular-data-package"
    package["format"] = .string(Tables.format)
    // Readers make nothing of a JSON Lines file without a line, so it is not listed.
    let listed = resources.filter { format == .csv || !$0.isEmpty }
    let names = Set(listed.compactMap { $0.listing?.name })
    package["resources"] = .array(listed.map { resource($0, among: names) })
    var writer = JSONWriter(.indented)
    JSONValue.object(package).write(to: &writer)
    writer.finish()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func resource(_ resource: Resource, among names: Set<String>) -> JSONValue {
    let name = resource.listing?.name ?? "removed"
    var object = JSONObject()
    object["name"] = .string(name)
    object["path"] = .string("\(name).\(format.rawValue)")
    object["profile"] = "tabular-data-resource"
    object["title"] = .string(resource.listing?.title.zh ?? "已删除的文本")
    object["description"] = .string(resource.listing?.title.en ?? "Filings that are gone")
    object["bytes"] = .number(Double(resource.bytes))
    object["hash"] = .string("sha256:\(resource.sha256)")
    object["encoding"] = "utf-8"
    switch format {
    case .csv:
      object["format"] = "csv"
      object["mediatype"] = "text/csv"
      object["dialect"] = [
        "delimiter": ",", "doubleQuote": true, "header": true, "lineTerminator": "\r\n", "quoteChar": "\"",
      ]
    case .jsonl:
      object["format"] = "jsonl"
      object["mediatype"] = "application/x-ndjson"
      object["dialect"] = ["json": ["keyed": true]]
    }
    object["schema"] = .object(schema(resource.listing, among: names))
    return .object(object)
  }

  private func schema(_ listing: Listing?, among names: Set<String>) -> JSONObject {
    var schema = JSONObject()
    guard let listing else {
      schema["fields"] = [["name": "id", "title": "编号", "type": "string"]]
      schema["primaryKey"] = ["id"]
      return schema
    }
    schema["fields"] = .array(columns(listing).map(field))
    schema["missingValues"] = [""]
    schema["primaryKey"] = ["id"]
    let references = listing.references.filter { names.contains($0.listing) }
    if !references.isEmpty {
      schema["foreignKeys"] = .array(
        references.map { reference in
          [
            "fields": [.string(reference.field)],
            "reference": ["fields": ["id"], "resource": .string(reference.listing)],
          ]
        })
    }
    return schema
  }

  /// In the order in which they stand in the file.
  private func columns(_ listing: Listing) -> [Column] {
    format == .csv ? listing.columns : listing.columns.sorted { $0.name < $1.name }
  }

  private func field(_ column: Column) -> JSONValue {
    var field = JSONObject()
    field["name"] = .string(column.name)
    field["title"] = .string(column.title)
    field["description"] = .string(column.summary.zh + column.summary.en)
    switch column.kind {
    case .text: field["type"] = "string"
    case .integer: field["type"] = "integer"
    case .number: field["type"] = "number"
    case .boolean:
      field["type"] = "boolean"
      field["trueValues"] = ["true"]
      field["falseValues"] = ["false"]
    case .date:
      field["type"] = "date"
      field["format"] = "%Y-%m-%d"
    case .json: field["type"] = "array"
    }
    if !column.isNullable { field["constraints"] = ["required": true] }
    return .object(field)
  }
}
