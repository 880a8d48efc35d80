import LanguageModel
import Testing

@Suite struct ShapesTests {
  @Test(
    arguments: [("己", "已"), ("未", "末"), ("休", "体"), ("人", "入"), ("冶", "治"), ("拆", "诉"), ("木", "术"), ("丙", "内")]
      as [(Unicode.Scalar, Unicode.Scalar)])
  func charactersThatAreMistakenForEachOtherLookAlike(wrong: Unicode.Scalar, right: Unicode.Scalar) {
    #expect(Shapes(like: wrong).contains { $0.character == right })
  }

  @Test(arguments: ["a", "，", "\u{3400}", "\u{9FFF}", "\u{1F600}", "\u{0}"] as [Unicode.Scalar])
  func aCharacterThatIsNotCommonHasNone(character: Unicode.Scalar) {
    #expect(Shapes(like: character).isEmpty)
  }

  @Test func everyCommonCharacterHasTwelveTheMostAlikeFirst() {
    let common = (UInt32(0x4E00)...0x9FFF).compactMap(Unicode.Scalar.init).filter { !Shapes(like: $0).isEmpty }
    #expect(common.count == 6_489)
    let known = Set(common)
    for character in common {
      let shapes = Array(Shapes(like: character))
      let similarities = shapes.map(\.similarity)
      let isSound =
        shapes.count == 12 && Set(shapes.map(\.character)).count == 12 && !shapes.contains { $0.character == character }
        && shapes.allSatisfy { known.contains($0.character) && (0...1).contains($0.similarity) }
        && similarities == similarities.sorted(by: >)
      #expect(isSound, "\(character)")
    }
  }

  @Test func charactersWrittenAlikeAreCertain() {
    #expect(Shapes(like: "己").first == Shapes.Element(character: "已", similarity: 1))
  }
}
