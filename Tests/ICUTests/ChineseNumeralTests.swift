import ICU
import Testing

@Suite struct ChineseNumeralTests {
  @Test(arguments: [
    ("〇", 0), ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("廿三", 23), ("卅", 30), ("一百零一", 101),
    ("一百一十", 110), ("二〇二一", 2021), ("一二", 12), ("两千", 2000), ("三千万", 30_000_000), ("一亿零五", 100_000_005),
    ("壹佰贰拾", 120), ("十万", 100_000), ("九千九百九十九", 9999),
  ])
  func aNumeralHasItsValue(text: String, value: Int) {
    #expect(ChineseNumeral.value(of: text) == value)
  }

  @Test(arguments: ["", "第一", "十百", "二十三四", "百", "一万万", "12", "一十十", "零零十", "一百零", "万", "一百百"])
  func anythingElseHasNone(text: String) {
    #expect(ChineseNumeral.value(of: text) == nil)
  }

  @Test func aNumeralBeyondIntHasNoneRatherThanATrap() {
    #expect(ChineseNumeral.value(of: String(repeating: "九", count: 40)) == nil)
  }

  @Test func everyNumberWrittenByPlaceReadsBack() {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    for number in 1..<10_000 {
      var text = ""
      var gap = false
      for (place, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / place % 10
        if digit == 0 { gap = !text.isEmpty; continue }
        text += (gap ? "零" : "") + digits[digit] + name
        gap = false
      }
      #expect(ChineseNumeral.value(of: text) == number)
    }
  }
}
