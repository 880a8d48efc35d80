internal import JSON

/// Reads the rows of a filing from its canonical JSON.
package enum FilingReader {
  static let format = "jixiao.filing/1"

  /// `sha256` is that of `bytes`; `name` is how a problem calls the file. O(bytes).
  package static func rows(of bytes: [UInt8], sha256: String, name: String) throws(ExportError) -> FilingRows {
    let value: JSONValue
    var rest: [UInt8] = []
    let taken = PlaceTable(takenFrom: bytes, rest: &rest)
    do {
      value = try JSONParser.parse(taken == nil ? bytes : rest)
    } catch {
      throw ExportError(
        "filing-unreadable", zh: "“\(name)”不是完整的 JSON：\(error.zh)", en: "\(name) is not whole JSON: \(error.en)")
    }
    guard value["format"]?.text == format else {
      let found = value["format"]?.text ?? ""
      throw ExportError(
        "filing-format",
        zh: "“\(name)”的格式是“\(found)”，本程序导出的是“\(format)”；请用同一版本的 jixiao 重新转换。",
        en:
          "\(name) has the format \"\(found)\", and this program exports \"\(format)\"; convert it again with this version."
      )
    }
    guard let id = value["id"]?.text, !id.isEmpty else {
      throw ExportError(
        "filing-id", zh: "“\(name)”没有编号（id）；请重新转换。", en: "\(name) has no id; convert it again.")
    }
    var extraction = Extraction(value, taken ?? PlaceTable(value["places"]), id: id, sha256: sha256)
    extraction.run()
    return extraction.rows
  }
}

extension JSONValue {
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The cell that a scalar makes; an array or object stays what it is.
  var cell: Cell {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let value): Cell(value)
    case .string(let text): .text(text)
    case .array, .object: .json(self)
    }
  }
}

extension JSONValue? {
  var cell: Cell { self?.cell ?? .null }
}
