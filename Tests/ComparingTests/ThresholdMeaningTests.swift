import Testing

@testable import Comparing

struct ThresholdMeaningTests {
  @Test(arguments: [
    ("≥ 95 %", "≥ 90 %", ThresholdMeaning.looser), ("≥ 90 %", "≥ 95 %", .tighter), ("≤ 5 次", "≤ 8 次", .looser),
    ("≤ 8 次", "≤ 5 次", .tighter), ("≥ 95 %", "> 95 %", .tighter), ("> 95 %", "≥ 95 %", .looser),
    ("≥ 95 %", "= 95 %", .tighter), ("= 95 %", "= 96 %", .incomparable), ("≥ 95 %", "≤ 95 %", .incomparable),
    ("≥ 30 万元", "≥ 300000 元", .same), ("≤ 0.3 万元", "≤ 3000 元", .same), ("≥ 2 小时", "≥ 90 分钟", .looser),
    ("≥ 5 天", "≥ 5 工作日", .incomparable), ("≥ 5 -", "≥ 5 %", .incomparable), ("- 95 %", "- 90 %", .incomparable),
    ("< 4 小时", "≤ 4 小时", .looser),
  ])
  func whatSatisfiesTheNewOneIsHeldAgainstTheOld(_ old: String, _ new: String, _ meaning: ThresholdMeaning) {
    #expect(ThresholdMeaning.of(target(old), target(new)) == meaning)
  }

  @Test func theFormsDirectionSaysWhatABareNumberMeans() {
    #expect(ThresholdMeaning.of(target("- 95 %"), target("- 90 %"), direction: "正向指标") == .looser)
    #expect(ThresholdMeaning.of(target("- 95 %"), target("- 90 %"), direction: "反向") == .tighter)
    #expect(ThresholdMeaning.of(target("- 95 %"), target("- 90 %"), direction: "适中") == .incomparable)
  }

  @Test func aDeadlineThatMovedOnWithTheYearIsTheSame() {
    func date(_ day: String) -> TargetSnapshot {
      var target = TargetSnapshot(text: day)
      target.kind = "date"
      target.operator = "≤"
      target.earliest = day
      target.latest = day
      return target
    }
    #expect(ThresholdMeaning.of(date("2021-12-31"), date("2022-12-31"), yearsLater: 1) == .same)
    #expect(ThresholdMeaning.of(date("2021-12-31"), date("2022-11-30"), yearsLater: 1) == .tighter)
    #expect(ThresholdMeaning.of(date("2021-12-31"), date("2022-12-31")) == .looser)
  }

  @Test func gradesHaveAnOrderAndOtherWordsHaveNone() {
    func words(_ text: String) -> TargetSnapshot {
      var target = TargetSnapshot(text: text)
      target.kind = "qualitative"
      return target
    }
    #expect(ThresholdMeaning.of(words("优"), words("良")) == .looser)
    #expect(ThresholdMeaning.of(words("中"), words("良")) == .tighter)
    #expect(ThresholdMeaning.of(words("明显提升"), words("有所提升")) == .incomparable)
  }

  @Test func rangesAreComparedByTheirEnds() {
    func range(_ low: Double, _ high: Double) -> TargetSnapshot {
      var target = TargetSnapshot(text: "\(low)–\(high)")
      target.kind = "range"
      target.minimum = low
      target.maximum = high
      return target
    }
    #expect(ThresholdMeaning.of(range(14, 24), range(16, 20)) == .tighter)
    #expect(ThresholdMeaning.of(range(14, 24), range(10, 24)) == .looser)
    #expect(ThresholdMeaning.of(range(14, 24), range(16, 26)) == .incomparable)
  }

  /// Operator, number and unit; `-` for none.
  private func target(_ text: String) -> TargetSnapshot {
    let parts = text.split(separator: " ").map(String.init)
    var target = TargetSnapshot(text: text)
    target.kind = "quantity"
    target.operator = parts[0] == "-" ? nil : parts[0]
    target.value = Double(parts[1])
    target.unit = parts[2] == "-" ? nil : parts[2]
    return target
  }
}
