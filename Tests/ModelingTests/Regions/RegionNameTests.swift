import Foundation
import Modeling
import Testing

@Suite struct RegionNameTests {
  @Test(arguments: [
    ("130304", "河北省秦皇岛市北戴河区"),
    ("130300", "河北省秦皇岛市"),
    ("510000", "四川省"),
    ("150221", "内蒙古自治区包头市土默特右旗"),
    // Levels without a name of their own are not printed.
    ("110101", "北京市东城区"),
    ("500101", "重庆市万州区"),
    ("469001", "海南省五指山市"),
    ("429004", "湖北省仙桃市"),
    ("659001", "新疆维吾尔自治区石河子市"),
    ("441900", "广东省东莞市"),
    ("810000", "香港特别行政区"),
  ])
  func namesEveryLevelThatHasAName(code: String, name: String) {
    #expect(Regions.name(of: code) == name)
  }

  @Test(arguments: [
    ("130503", 2020, "河北省邢台市桥西区"),
    ("130503", 2021, "河北省邢台市信都区"),
    ("130503", nil, "河北省邢台市信都区"),
    // Moved with its prefecture: the parents are those of its time.
    ("371202", nil, "山东省莱芜市莱城区"),
    ("370116", 2019, "山东省济南市莱芜区"),
    ("341421", 2018, "安徽省巢湖市庐江县"),
    // The table has nothing before the code was given: what it stood for first.
    ("500157", 2018, "重庆市两江新区"),
  ])
  func namesADivisionAsOfTheYearBeforeTheFilings(code: String, year: Int?, name: String) {
    #expect(Regions.name(of: code, year: year) == name)
  }

  @Test(arguments: ["", "1303", "1303044", "13030A", "130399", "000000", "999999", "１３０３０４", "13 304"])
  func hasNoNameForWhatIsNoCode(code: String) {
    #expect(Regions.name(of: code) == nil)
  }

  @Test(arguments: [Int.min, -1, 0, 9999, .max])
  func takesAnyYear(year: Int) {
    #expect(Regions.name(of: "130304", year: year) == "河北省秦皇岛市北戴河区")
  }

  @Test func holdsAsManyDivisionsAsTheMinistryCounts() throws {
    let inForce = try RegionsTable().records.filter { $0.until == nil }
    #expect(inForce.count { $0.code.hasSuffix("0000") } == 34)
    #expect(inForce.count { $0.code.hasSuffix("00") && !$0.code.hasSuffix("0000") } == 333)
    // 2846 at the end of 2024; in 2025 two districts of Chongqing became one.
    #expect(inForce.count { !$0.code.hasSuffix("00") } == 2845)
  }

  @Test func findsEveryLineOfTheReviewedTable() throws {
    for record in try RegionsTable().records {
      let year = record.until.map { $0 + 1 }
      #expect(Regions.name(of: record.code, year: year)?.hasSuffix(record.name) == true, "\(record)")
    }
  }
}

/// The reviewed table, from which the one in the program is generated.
struct RegionsTable {
  struct Record {
    let code: String
    let name: String
    let until: Int?
  }

  let records: [Record]

  init(file: String = #filePath) throws {
    let url = URL(fileURLWithPath: file)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Modeling/Regions/regions.tsv")
    records = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      let columns = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Record(code: columns[0], name: columns[1], until: columns.count > 3 ? Int(columns[3]) : nil)
    }
  }
}
