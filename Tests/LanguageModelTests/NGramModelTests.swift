import LanguageModel
import Testing

@Suite struct NGramModelTests {
  let model: NGramModel

  init() throws { model = try Installed.model() }

  private func score(_ words: [String]) -> Float {
    var state = model.start
    var sum: Float = 0
    for word in words {
      let (score, next) = model.score(model.number(of: word), after: state)
      sum += score
      state = next
    }
    return sum
  }

  @Test(arguments: [
    ("提案 质量 和 班里 质量 不断 提高", -26.53), ("提案 质量 和 办理 质量 不断 提高", -24.59),
    ("建立 健全 之情 沟通 制度", -21.73), ("建立 健全 知情 沟通 制度", -21.13),
    ("社情民意 反应 率", -14.86), ("社情民意 反映 率", -14.98),
  ])
  func aTextIsAsProbableAsMeasured(text: String, expected: Float) {
    #expect(abs(score(text.split(separator: " ").map(String.init)) - expected) < 0.006)
  }

  @Test func aWordDependsOnTheTwoBefore() {
    let numbers = ["提高", "质量", "的"].map { model.number(of: $0) }
    let alone = model.score(numbers[1], after: model.start).score
    let after = model.score(numbers[1], after: model.score(numbers[0], after: model.start).next).score
    #expect(after > alone)
  }

  @Test(arguments: ["", "主动公开", "a\u{0}b", "\u{1F600}", String(repeating: "质", count: 10_000)])
  func aWordThatTheModelDoesNotHaveIsUnknown(word: String) {
    #expect(model.number(of: word) == model.unknown)
    #expect(model.score(model.unknown, after: model.start).score < -6)
  }

  @Test func aNumberThatDoesNotExistCountsAsUnknown() {
    let (score, next) = model.score(.max, after: model.start)
    let unknown = model.score(model.unknown, after: model.start)
    #expect(score == unknown.score)
    #expect(next == unknown.next)
    #expect(model.score(UInt32(model.wordCount), after: next) == model.score(model.unknown, after: next))
  }

  @Test func everyWordHasAScore() {
    let isSound = (0..<UInt32(model.wordCount)).allSatisfy { number in
      let (score, _) = model.score(number, after: model.start)
      return score.isFinite && score < 0
    }
    #expect(isSound)
    #expect(model.wordCount > 150_000)
  }

  @Test func equalHistoriesGiveEqualStates() {
    func state(_ words: [String]) -> NGramModel.State {
      words.reduce(model.start) { model.score(model.number(of: $1), after: $0).next }
    }
    #expect(state(["提高", "质量"]) == state(["不断", "提高", "质量"]))
    #expect(state(["提高", "质量"]) != state(["提高", "工作"]))
    #expect(MemoryLayout<NGramModel.State>.size <= 32)
  }

  @Test func manyThreadsShareAModel() async {
    let words = "提案 质量 和 办理 质量 不断 提高".split(separator: " ").map(String.init)
    let expected = score(words)
    let scores = await withTaskGroup(of: Float.self) { group in
      for _ in 0..<16 {
        group.addTask { (0..<200).reduce(0) { sum, _ in max(sum, -score(words)) } }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(scores.count == 16 && scores.allSatisfy { $0 == -expected })
  }
}
