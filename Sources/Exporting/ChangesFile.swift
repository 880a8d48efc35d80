internal import JSON

/// Changes between filings, one JSON object a line with the columns of `Tables.changes` as keys.
package enum ChangesFile {
  /// Keys that are no columns are passed over; `name` is how problems call the file.
  package static func rows(of bytes: [UInt8], _ name: String) throws(ExportError) -> [[Cell]] {
    var rows: [[Cell]] = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let value: JSONValue
      do {
        value = try JSONParser.parse(Array(line))
      } catch {
        throw ExportError(
          "changes-line", zh: "“\(name)”第 \(number + 1) 行不是 JSON：\(error.zh)",
          en: "\(name), line \(number + 1) is not JSON: \(error.en)")
      }
      guard value["id"]?.text != nil, value["kind"]?.text != nil else {
        throw ExportError(
          "changes-line", zh: "“\(name)”第 \(number + 1) 行没有 id 或 kind；请用 jixiao diff 的输出。",
          en: "\(name), line \(number + 1) has no id or kind; give what jixiao diff wrote.")
      }
      rows.append(
        Tables.changes.columns.map { column in
          switch value[column.name] {
          case .string(let text)?: .text(text)
          case nil, .null?: .null
          // A value of another kind is kept as it is written.
          case let other?: .text(other.canonicalText)
          }
        })
    }
    return rows
  }
}
