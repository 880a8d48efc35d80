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

  @Test func lookingNearAnotherLineGivesTheSamePosition() {
    let text = "一级\n\t指标𠮷x\n\n\nab\n\n九\n\n\n\n末"
    let index = LineIndex(SourceText(text))
    for start in 0...text.utf8.count {
      for offset in -1...text.utf8.count + 1 {
        var line = index.line(of: start)
        #expect(index.position(of: offset, near: &line) == index.position(of: offset))
        #expect(line == index.position(of: offset).line - 1)
      }
    }
  }
}
