internal import JSON

extension Extraction {
  mutating func details(_ details: JSONValue?, at pointer: String, project: Cell) {
    for (index, detail) in (details?.elements ?? []).enumerated() {
      let pointer = "\(pointer)/\(index)"
      add(
        .details,
        [filingCell, .text(pointer), project, detail["label"].cell, detail["text"].cell, filedText("\(pointer)/text")]
          + lineAndColumn("\(pointer)/text"))
    }
  }

  /// Tables of no known form: a row for each cell.
  mutating func keptTables() {
    for (number, table) in (root["tables"]?.elements ?? []).enumerated() {
      for (rowNumber, row) in (table["rows"]?.elements ?? []).enumerated() {
        for (cellNumber, cell) in (row["cells"]?.elements ?? []).enumerated() {
          let pointer = "/tables/\(number)/rows/\(rowNumber)/cells/\(cellNumber)"
          add(
            .keptCells,
            [
              filingCell, .text(pointer), .integer(number + 1), .integer(rowNumber + 1), .integer(cellNumber + 1),
              cell["text"].cell, filedText("\(pointer)/text"), Cell(cell["span"]?.number ?? 1),
              .bool(cell["continued"] == .bool(true)),
            ] + lineAndColumn("\(pointer)/text"))
        }
      }
    }
  }

  mutating func unmapped() {
    for (index, part) in (root["unmapped"]?.elements ?? []).enumerated() {
      add(
        .unmapped,
        [filingCell, .text("/unmapped/\(index)"), .integer(index + 1), .text(part["text"]?.text ?? "")]
          + Self.lineAndColumn(of: part))
    }
  }
}
