import Documents
import Provenance
import Reading
import Testing

@Suite struct CorpusTests {
  @Test func theFilingIsFourHeaderBlocksAndFourIndicatorTables() throws {
    var diagnostics: [Diagnostic] = []
    let result = try read(try LossTests.corpus(), diagnostics: &diagnostics)
    let document = result.document
    let widths = document.tables.map { $0.rows.map { document.rows[$0].cells.count } }
    let header = [2, 4, 7, 2, 5, 5, 2]
    let indicators = Array(repeating: 6, count: 10)
    #expect(widths == [header, indicators, header, indicators, header, indicators, header, indicators])
    #expect(result.charset == "UTF-8")
    #expect(result.dialect == "D1")
    #expect(diagnostics == [])
    #expect(document.bookmarks.map { document.source[$0.name] }.prefix(2) == ["_Toc62808993", "_Toc62808994"])
    for table in document.tables {
      #expect(table.rows.dropLast().allSatisfy { document.rows[$0].endsSoftly })
      #expect(document.rows[table.rows.upperBound - 1].endsSoftly == false)
    }
  }
}
