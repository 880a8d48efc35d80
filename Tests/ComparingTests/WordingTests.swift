import Testing

@testable import Comparing

struct WordingTests {
  @Test(arguments: [
    ("会议制度(试行)", "会议制度（试行）"), ("一、二 三", "一二三"), ("ＡＢ１２", "AB12"), ("健全知情，沟通制度。", "健全知情、沟通制度"),
    ("资金1,000元", "资金1000元"), ("“三创四建”", "三创四建"),
  ])
  func noiseIsFolded(_ one: String, _ other: String) {
    #expect(Wording(one).isSame(as: Wording(other), yearsLater: 0))
  }

  @Test(arguments: [("1.5万元", "15万元"), ("≥95", "≤95"), ("95%", "95"), ("建设3处", "建设4处"), ("2-3天", "23天")])
  func whatSaysSomethingIsNot(_ one: String, _ other: String) {
    #expect(!Wording(one).isSame(as: Wording(other), yearsLater: 0))
  }

  @Test func aYearThatWentOnWithTheFilingIsNoise() {
    #expect(Wording("2021年底前完成").isSame(as: Wording("2022年底前完成"), yearsLater: 1))
    #expect(!Wording("2021年底前完成").isSame(as: Wording("2025年底前完成"), yearsLater: 1))
    #expect(Wording("到2025年建成").isSame(as: Wording("到2025年建成"), yearsLater: 1))
  }
}
