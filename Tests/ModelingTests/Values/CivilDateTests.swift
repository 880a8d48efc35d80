import Modeling
import Testing

@Suite struct CivilDateTests {
  @Test func everyYearHasItsDays() {
    for year in [1900, 2000, 2021, 2023, 2024, 2100] {
      var days = 0
      for month in 0...13 {
        for day in 0...32 where CivilDate(year, month, day) != nil { days += 1 }
      }
      #expect(days == ([2000, 2024].contains(year) ? 366 : 365))
    }
    #expect(CivilDate(0, 1, 1) == nil)
    #expect(CivilDate(10_000, 1, 1) == nil)
    #expect(CivilDate(Int.min, Int.max, Int.min) == nil)
  }

  @Test func isPrintedAndReadAsISO8601() throws {
    let date = try #require(CivilDate(2021, 3, 5))
    #expect(date.description == "2021-03-05")
    #expect(try #require(CivilDate(33, 12, 31)).description == "0033-12-31")
    #expect(CivilDate(iso: "2021-03-05") == date)
    for text in ["2021-3-5", "2021-02-29", "2021/03/05", "2021-03-05Z", "", "20210305", "2021-03-0５"] {
      #expect(CivilDate(iso: text) == nil, "\(text)")
    }
    #expect(date < (try #require(CivilDate(2021, 4, 1))))
  }
}
