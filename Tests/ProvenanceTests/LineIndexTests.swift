import Provenance
import Testing

@Suite struct LineIndexTests {
  @Test func countsLinesAndScalarsFromOne() {
    let index = LineIndex(SourceText("一级\n\t指标𠮷x"))
    #expect(index.position(of: 0) == Position(line: 1, column: 1))
    #expect(index.position(of: 7) == Position(line: 2, column: 1))
    #expect(index.position(of: 8) == Position(line: 2, column: 2))
    #expect(index.position(of: 18) == Position(line: 2, column: 5))
    #expect(index.range(ofLine: 1) == SourceRange(0, 6))
  }
}
