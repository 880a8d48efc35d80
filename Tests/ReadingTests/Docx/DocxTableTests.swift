import Documents
import Provenance
import Reading
import TestSupport
import Testing

/// What tables are read as.
@Suite struct DocxTableTests {
  @Test func spansAndMerges() throws {
    let read = try DocxCase(
      tbl(
        tr(
          tc(p(r("甲")), properties: "<w:vMerge w:val=\"restart\"/>"),
          tc(p(r("乙")), properties: "<w:gridSpan w:val=\"2\"/>")),
        "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + tc(p(r("丙"))) + "</w:tr>",
        tr(tc("<w:p/>", properties: "<w:vMerge/>"), tc(p(r("丁"))))))
    #expect(read.text == "\t甲\n\t乙\n\n\t丙\n\n\t\n\t丁\n\n\n")
    #expect(read.document.cells.map(\.columnSpan) == [1, 2, 1, 1, 1])
    #expect(read.document.cells.map(\.merge) == [.start, .none, .none, .continued, .none])
    #expect(read.document.rows.map(\.columnsBefore) == [0, 1, 0])
    #expect(read.document.laidOut() == read.document.source.utf8)
  }

  @Test func tablesInCells() throws {
    let inner = tbl(tr(tc(p(r("内一"))), tc(p(r("内二")))))
    let read = try DocxCase(tbl(tr(tc(p(r("外")) + inner + p(r("尾"))), tc("<w:p/>"))) + p(r("后")))
    #expect(read.text == "\t外\n\t内一\n\t内二\n\n\n尾\n\t\n\n\n后\n")
    #expect(read.document.tables.count == 2)
    #expect(read.document.laidOut() == read.document.source.utf8)
  }

  @Test func whatIsMissingIsPutIn() throws {
    for body in [
      "<w:tbl/>" + p(r("甲")), "<w:tbl><w:tr/></w:tbl>" + p(r("甲")), "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>" + p(r("甲")),
      "<w:tr>" + tc(p(r("甲"))) + "</w:tr>", tc(p(r("甲"))), "<w:tbl>" + p(r("甲")) + "</w:tbl>",
      "<w:tbl><w:tr>" + p(r("甲")) + "</w:tr></w:tbl>", p(p(r("甲"))), r("甲"),
      tbl("<w:tr>" + tc("<w:tbl>" + tr(tc(p(r("甲")))) + "</w:tbl>") + "</w:tr>"),
    ] {
      let read = try DocxCase(body)
      #expect(read.text.contains("甲"), "\(body)")
      #expect(read.document.laidOut() == read.document.source.utf8, "\(body)")
    }
  }

  @Test func aRowOutsideOfTablesEndsBeforeWhatFollows() throws {
    let row = tr(tc(p(r("甲"))))
    let read = try DocxCase(row + row + p(r("乙")) + tbl(tr(tc(p(r("丙"))))) + row)
    #expect(read.text == "\t甲\n\n\t甲\n\n\n乙\n\t丙\n\n\n\t甲\n\n\n")
    #expect(read.document.tables.count == 3)
  }

  @Test func spansBeyondAllBoundsAreNoted() throws {
    for value in ["100000000", "0", "-1", "99999999999999999999", "NaN", ""] {
      let read = try DocxCase(tbl(tr(tc(p(r("甲")), properties: "<w:gridSpan w:val=\"\(value)\"/>"))))
      #expect((1...DocxLimits.columns).contains(read.document.cells[0].columnSpan))
      #expect(read.ids == ["span-out-of-range"], "\(value)")
    }
  }

  @Test func longRowsAndManyMergedRows() throws {
    func read(_ body: String) throws -> Document {
      var file = WordFile(body + p(r("甲")))
      file.isDeflated = false
      return try DocxCase(file).document
    }
    let cell = tc("<w:p/>", properties: "<w:vMerge/>")
    #expect(
      try read("<w:tbl><w:tr>" + String(repeating: cell, count: 300_000) + "</w:tr></w:tbl>").cells.count == 300_000)
    let row = "<w:tr>" + cell + "</w:tr>"
    #expect(try read("<w:tbl>" + String(repeating: row, count: 5_000) + "</w:tbl>").rows.count == 5_000)
  }
}
