internal import JSON

extension Extraction {
  mutating func corrections() {
    for (index, correction) in (root["corrections"]?.elements ?? []).enumerated() {
      let path = correction["path"]?.text ?? ""
      let corrected = JSONPointer(parsing: path).flatMap { root[$0]?.text }
      let verdict = correction["verdict"]
      add(
        .corrections,
        [
          filingCell, .text("/corrections/\(index)"), project(of: path), .integer(index + 1),
          .text(correction["key"]?.text ?? ""), .text(path), .text(correction["rule"]?.text ?? ""),
          .text(correction["certainty"]?.text ?? ""), .bool(correction["applied"] == .bool(true)),
          correction["before"].cell, correction["after"].cell, .text(correction["filed"]?.text ?? ""), Cell(corrected),
        ] + Self.lineAndColumn(of: correction["source"]?.elements.first)
          + [
            .json(correction["evidence"] ?? .array([])), verdict?["decision"].cell ?? .null,
            verdict?["by"].cell ?? .null,
            verdict?["at"].cell ?? .null, verdict?["note"].cell ?? .null,
          ])
    }
  }

  mutating func diagnostics() {
    for (index, diagnostic) in (root["diagnostics"]?.elements ?? []).enumerated() {
      let path = diagnostic["path"]?.text
      add(
        .diagnostics,
        [
          filingCell, .text("/diagnostics/\(index)"), project(of: path), .integer(index + 1),
          .text(diagnostic["id"]?.text ?? ""), .text(diagnostic["severity"]?.text ?? ""), Cell(path),
          .text(diagnostic["message"]?["zh"]?.text ?? ""), .text(diagnostic["message"]?["en"]?.text ?? ""),
        ] + Self.lineAndColumn(of: diagnostic["source"]?.elements.first))
    }
  }
}
