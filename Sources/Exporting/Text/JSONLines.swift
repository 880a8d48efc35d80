internal import JSON

/// Rows as JSON, one a line, with the columns' names as keys. Null stands where a value is unknown.
struct JSONLines {
  /// The columns in the order of their names, which is how keys stand in JSON.
  private let order: [(name: String, index: Int)]

  init(_ columns: [Column]) {
    order = columns.enumerated().map { (name: $0.element.name, index: $0.offset) }.sorted { $0.name < $1.name }
  }

  func append(_ row: ArraySlice<Cell>, to bytes: inout [UInt8]) {
    var writer = JSONWriter(.canonical)
    writer.beginObject()
    for (name, index) in order {
      writer.key(computed: name)
      Self.write(row[row.startIndex + index], to: &writer)
    }
    writer.endObject()
    writer.finish()
    writer.withBytes { written in for index in written.indices { bytes.append(written[index]) } }
    bytes.append(0x0A)
  }

  /// The line that says that a filing is gone, with all rows that belong to it.
  static func tombstone(_ id: String) -> String {
    var object = JSONObject()
    object["deleted"] = .bool(true)
    object["id"] = .string(id)
    return JSONValue.object(object).canonicalText + "\n"
  }

  private static func write(_ cell: Cell, to writer: inout JSONWriter) {
    switch cell {
    case .null: writer.null()
    case .bool(let value): writer.bool(value)
    case .integer(let value): writer.integer(value)
    case .number(let value): writer.number(value)
    case .text(let text): writer.string(text)
    case .json(let value): value.write(to: &writer)
    }
  }
}
