internal import JSON

/// Changes between filings, one JSON object a line, as `jixiao diff --format jsonl` writes them (`jixiao schema change`).
package enum ChangesFile {
  /// `name` is how problems call the file.
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
      rows.append(Tables.changes.columns.map { cell($0.name, value) })
    }
    return rows
  }

  private static func cell(_ column: String, _ change: JSONValue) -> Cell {
    let (old, new) = (change["old"], change["new"])
    switch column {
    case "old_filing": return plain(old?["filing"])
    case "new_filing": return plain(new?["filing"])
    case "old_pointer": return plain(old?["path"])
    case "new_pointer": return plain(new?["path"])
    case "old_value": return asText(old?["value"])
    case "new_value": return asText(new?["value"])
    case "message": return plain(change["message"]?["zh"])
    case "department": return plain(change["department"]?["name"])
    case "project_continuity": return plain(change["project"]?["continuity"])
    case "project_name": return plain(change["project"]?["new"]?["name"] ?? change["project"]?["old"]?["name"])
    case "indicator_name":
      let names = change["indicator"]
      if case .string(let name)? = names?["new"] { return .text(name) }
      return plain(names?["old"])
    default: return plain(change[column])
    }
  }

  private static func plain(_ value: JSONValue?) -> Cell {
    switch value {
    case .string(let text)?: .text(text)
    case .number(let number)?: Cell(number)
    case .bool(let value)?: .bool(value)
    default: .null
    }
  }

  /// Of whatever kind, as it is written.
  private static func asText(_ value: JSONValue?) -> Cell {
    switch value {
    case .string(let text)?: .text(text)
    case nil, .null?: .null
    case let other?: .text(other.canonicalText)
    }
  }
}
