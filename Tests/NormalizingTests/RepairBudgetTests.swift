import Modeling
import Normalizing
import Provenance
import Testing

/// The record of repairs stays within bounds whatever a text holds.
@Suite struct RepairBudgetTests {
  @Test func aTextWithRepairsBeyondBoundsStaysAsFiled() {
    let text = String(repeating: "保障会议,顺利召开 。", count: 20_000)
    var filing = Filing()
    filing.overall.goal = Revision(filed: text, source: SourceRange(0, text.utf8.count))
    normalize(&filing, Normalizer())
    #expect(filing.overall.goal?.corrections.isEmpty == true)
    #expect(filing.overall.goal?.text.utf8.elementsEqual(text.utf8) == true)
    #expect(filing.diagnostics.map(\.id) == ["too-many-repairs"])
    #expect(filing.diagnostics.first?.source == [SourceRange(0, text.utf8.count)])
  }

  @Test func aLongTextWithFewRepairsIsRepaired() {
    let text = String(repeating: "保障会议顺利召开。", count: 2_000) + "完善制度,规范程序。"
    var filing = Filing()
    filing.overall.goal = Revision(filed: text, source: SourceRange(0, text.utf8.count))
    normalize(&filing, Normalizer())
    #expect(filing.overall.goal?.text.hasSuffix("完善制度，规范程序。") == true)
    #expect(filing.diagnostics.isEmpty)
  }
}
