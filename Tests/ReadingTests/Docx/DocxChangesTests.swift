import Documents
import Provenance
import Reading
import TestSupport
import Testing

/// Tracked changes are read as if all were accepted.
@Suite struct DocxChangesTests {
  private func del(_ text: String) -> String {
    "<w:del w:id=\"1\"><w:r><w:delText>\(text)</w:delText></w:r></w:del>"
  }

  @Test func insertionsStayAndDeletionsGo() throws {
    let read = try DocxCase(
      p(r("甲") + "<w:ins w:id=\"1\">" + r("乙") + "</w:ins>" + del("丙") + r("丁"))
        + p("<w:moveFrom>" + r("戊") + "</w:moveFrom><w:moveTo>" + r("己") + "</w:moveTo>")
        + p("<w:ins>" + del("庚") + "</w:ins>" + r("辛")))
    #expect(read.text == "甲乙丁\n己\n辛\n")
    #expect(read.ids == ["tracked-changes"])
    #expect(read.diagnostics.first?.message.zh.contains("共 3 字") == true)
  }

  /// Rows, cells and ends of paragraphs, which hold no run that says so.
  @Test func everyKindOfChangeIsNoted() throws {
    for body in [
      "<w:tbl><w:tr><w:trPr><w:ins w:id=\"1\"/></w:trPr>" + tc(p(r("甲"))) + "</w:tr></w:tbl>",
      tbl(tr(tc(p(r("甲")), properties: "<w:cellIns w:id=\"1\"/>"))),
      p("<w:pPr><w:rPr><w:ins w:id=\"1\"/></w:rPr></w:pPr>" + r("甲")),
      p("<w:pPr><w:rPr><w:moveFrom w:id=\"1\"/></w:rPr></w:pPr>" + r("甲")),
    ] {
      #expect(try DocxCase(body).ids == ["tracked-changes"], "\(body)")
    }
  }

  @Test func formerPropertiesDoNotCount() throws {
    let read = try DocxCase(
      p(
        "<w:pPr><w:jc w:val=\"left\"/><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr>"
          + r("甲"))
        + p("<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>乙</w:t></w:r>"))
    #expect(read.text == "甲\n乙\n")
    #expect(read.ids.isEmpty)
  }

  @Test func aDeletedMarkJoinsTwoParagraphs() throws {
    let deleted = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
    let read = try DocxCase(
      p(deleted + r("上")) + p(r("下")) + tbl(tr(tc(p(deleted + r("格")) + p(r("内"))))) + p(deleted + r("末")))
    #expect(read.text == "上下\n\t格内\n\n\n末\n")
  }

  @Test func deletedRowsAndCellsGo() throws {
    let read = try DocxCase(
      tbl(
        "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + tc(p(del("删行"))) + "</w:tr>",
        tr(tc(p(r("删格")), properties: "<w:cellDel w:id=\"2\"/>"), tc(p(r("留"))))))
    #expect(read.text == "\t留\n\n\n")
    #expect(read.document.cells.count == 1)
    #expect(read.ids == ["tracked-changes"])
  }
}
