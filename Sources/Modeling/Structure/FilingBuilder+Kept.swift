internal import Documents
internal import Provenance

/// Tables that no form explains: kept whole, so that nothing is lost.
extension FilingBuilder {
  /// True if nothing in the table was read, and something could have been.
  func isUntouched(_ table: Document.Table) -> Bool {
    guard section == .projects || hasProject || !filing.projects.isEmpty || table.rows.count > 1 else { return false }
    var hasText = false
    for row in table.rows {
      for cell in document.rows[row].cells {
        guard let pieces = cells[cell].pieces else { continue }
        hasText = true
        if !ledger.isFree(pieces.first) { return false }
      }
    }
    return hasText && table.rows.contains { document.rows[$0].cells.count > 1 }
  }

  func keep(_ table: Document.Table) {
    var rows: [[KeptCell]] = []
    rows.reserveCapacity(table.rows.count)
    for row in table.rows {
      rows.append(
        document.rows[row].cells.map { index in
          let cell = document.cells[index]
          return KeptCell(
            text: take(cells[index].pieces), span: cell.columnSpan, isContinued: cell.merge == .continued)
        })
    }
    filing.tables.append(KeptTable(rows: rows))
  }

  /// Says which form the table is nearest to, and which of its labels that form doesn't have.
  func unknownTable(_ table: Document.Table) -> Diagnostic {
    var labels: [(folded: [UInt8], text: String)] = []
    var places: [SourceRange] = []
    for row in table.rows.prefix(3) {
      for cell in document.rows[row].cells {
        guard let pieces = cells[cell].pieces else { continue }
        if places.isEmpty { places.append(pieces.first) }
        folding.fold(source, pieces)
        if !folding.isCut, folding.utf8.count <= 36 { labels.append((folding.utf8, text(pieces.first))) }
      }
    }
    let nearest = form.families.map { family in
      (family, labels.count { family.labels.contains($0.folded) })
    }.max { $0.1 < $1.1 }
    var zh = "这张表不属于已知的任何一种绩效目标表，整张表照录在 tables 中，未作解读。"
    var en = "This table is of no known form of targets; it is kept whole under tables and was not interpreted."
    if let (family, count) = nearest, count > 0 {
      let others = labels.filter { !family.labels.contains($0.folded) }.prefix(6).map { "“\(excerpt($0.text))”" }
      zh += "最接近的是“\(family.title)”"
      en += " It is nearest to \(family.title)"
      if !others.isEmpty {
        zh += "，但其中没有\(others.joined(separator: "、"))"
        en += ", which does not have \(others.joined(separator: ", "))"
      }
      zh += "。"
      en += "."
    }
    return Diagnostic(
      "unknown-table", .warning, path: "/tables/\(filing.tables.count)", Message(zh: zh, en: en), at: places)
  }
}
