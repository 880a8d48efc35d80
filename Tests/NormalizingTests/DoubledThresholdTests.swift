import Modeling
import Normalizing
import Testing

@Suite struct DoubledThresholdTests {
  private func value(_ text: String, of indicator: String? = nil) -> String {
    let rule = Rule.all.first { $0.id == "doubled-threshold" }
    return rule?.applied(to: text, in: Field(.target, indicator: indicator)) ?? "no such rule"
  }

  @Test func everyNumberOfTwoDigitsOrMoreIsTakenApartUnderATail() {
    for number in 10...2000 {
      #expect(value("≥\(number)\(number)及以上") == "≥\(number)")
      #expect(value("≤\(number)\(number)以内") == "≤\(number)")
    }
  }

  @Test func oneDigitIsNeverTakenApart() {
    for number in 1...9 {
      for unit in ["", "%", "次", "及以上"] {
        #expect(value("≥\(number)\(number)\(unit)", of: "完成率") == "≥\(number)\(number)\(unit)")
      }
    }
  }

  @Test func aNumberThatIsNotDoubledStays() {
    for first in 10...60 {
      for second in 10...60 where first != second {
        #expect(value("≥\(first)\(second)及以上") == "≥\(first)\(second)及以上")
        #expect(value("≥\(first)\(second)%") == "≥\(first)\(second)%")
      }
    }
  }

  @Test func everyPercentageFrom10To100IsTakenApart() {
    for number in 10...100 {
      #expect(value("=\(number)\(number)%") == "=\(number)%")
      #expect(value("≥\(number)\(number)", of: "提案办理率") == "≥\(number)")
      #expect(value("≥\(number)\(number)", of: "培训次数") == "≥\(number)\(number)")
    }
  }

  @Test(arguments: ["产值增长率", "会议频率", "传染病发病率", "管理制度", "本年度"])
  func aNameThatIsNoShareProvesNothing(indicator: String) {
    #expect(value("≥9595", of: indicator) == "≥9595")
  }

  @Test func aLongDigitStringIsNoTrouble() {
    let digits = String(repeating: "9", count: 4000)
    #expect(value("≥\(digits)及以上") == "≥\(digits)及以上")
  }
}
