import ICU
import Testing

@Suite struct BoundariesTests {
  @Test func wordsEndWhereTheDictionarySays() throws {
    let text = "绩效指标 95%"
    let offsets = try Boundaries(.word).offsets(in: text)
    #expect(offsets == [0, 6, 12, 13, 15, 16])
  }

  @Test func linesDoNotBeginWithAComma() throws {
    let offsets = try Boundaries(.line).offsets(in: "年，月")
    #expect(offsets == [0, 6, 9])
  }

  @Test func emptyTextHasOneBoundary() throws {
    #expect(try Boundaries(.word).offsets(in: "") == [0])
  }

  @Test func oneIteratorServesManyTexts() throws {
    let boundaries = try Boundaries(.word)
    #expect(try boundaries.offsets(in: "ab cd") == [0, 2, 3, 5])
    #expect(try boundaries.offsets(in: "x") == [0, 1])
  }
}
