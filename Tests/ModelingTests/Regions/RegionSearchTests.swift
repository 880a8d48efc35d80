import Modeling
import TestSupport
import Testing

@Suite struct RegionSearchTests {
  /// The text, with the names that count in brackets, and the code.
  @Test(arguments: [
    ("政协[秦皇岛市北戴河区]委员会办公室", "130304"),
    ("[北戴河区]教育局", "130304"),
    ("中共[北戴河区]委办公室", "130304"),
    ("[河北省秦皇岛市北戴河区]人民法院", "130304"),
    ("[河北省北戴河区]人民法院", "130304"),
    ("[秦皇岛市]民政局", "130300"),
    ("[秦皇岛市]市场监督管理局", "130300"),
    ("[秦皇岛市教育局北戴河区]分局", "130304"),
    ("2021年[四川省]财政厅部门预算绩效文本", "510000"),
    ("[重庆市万州区]审计局", "500101"),
    ("[海南省五指山市]水务局", "469001"),
    ("[上海市浦东新区]城市管理委员会", "310115"),
    // The longest name: not 沙县.
    ("[沙县区]民政局", "350405"),
    // Borne by several, one of them here.
    ("[北京市朝阳区]卫生健康委员会", "110105"),
    ("[长春市朝阳区]卫生健康委员会", "220104"),
    ("[石家庄市 桥西区]财政局", "130104"),
    // Two characters, at the start of a word or behind the division above.
    ("[易县]人民政府办公室", "130633"),
    ("[阳泉市城区]财政局", "140302"),
    ("2022年[岷县]财政局", "621126"),
    ("政协[岷县]委员会", "621126"),
    // Common words beside the name of a division.
    ("[秦皇岛市]城区排水管理处", "130300"),
    ("[绥化市]小康县域经济办公室", "231200"),
  ])
  func findsTheDivisionThatATextNames(marked: String, code: String) throws {
    let pieces = marked.split(omittingEmptySubsequences: false) { $0 == "[" || $0 == "]" }.map(String.init)
    let start = pieces[0].utf8.count
    let found = Regions.code(named: pieces.joined())
    #expect(found == RegionMatch(code: code, range: start..<start + pieces[1].utf8.count))
  }

  @Test(arguments: [
    "", "财政局", "北戴河教育局", "政协委员会办公室",
    // Borne by several.
    "朝阳区教育局", "河北省桥西区财政局",
    // One does not lie in the other.
    "北京市对口支援和田地区指挥部", "唐山市北戴河区教育局",
    // Zones with a budget of their own, but no code.
    "秦皇岛市北戴河新区教育局", "秦皇岛市经济技术开发区管理委员会",
    // Parts of words.
    "对外合作市场处", "前进区域协作办公室", "城区供水公司", "建设文县办公室",
  ])
  func findsNoneWhereTheTextNamesNoneOrSeveral(text: String) {
    #expect(Regions.code(named: text) == nil)
  }

  @Test(arguments: [
    ("三元区财政局", 2021, "350403"), ("三元区财政局", 2022, "350404"), ("三元区财政局", nil, "350404"),
    ("公主岭市审计局", 2020, "220381"), ("公主岭市审计局", 2021, "220184"),
    // No longer, or not yet: the only one that ever bore the name.
    ("下城区财政局", nil, "330103"), ("两江新区财政局", 2020, "500157"),
    // Unambiguous once the others had gone.
    ("桥东区审计局", nil, "130702"),
  ])
  func takesTheDivisionThatBoreTheNameInTheYear(text: String, year: Int?, code: String) {
    #expect(Regions.code(named: text, year: year)?.code == code)
  }

  @Test func findsEveryDivisionByItsFullName() throws {
    for record in try RegionsTable().records {
      let year = record.until.map { $0 + 1 }
      let name = try #require(Regions.name(of: record.code, year: year))
      let found = Regions.code(named: "中共" + name + "委员会", year: year)
      #expect(found == RegionMatch(code: record.code, range: 6..<6 + name.utf8.count), "\(name)")
    }
  }

  @Test func findsOnlyWhatStandsInTheText() throws {
    let names = ["130000": "河北省", "130300": "秦皇岛市", "130304": "北戴河区", "650104": "新市区", "411523": "新县"]
    var random = SplitMix(seed: 2260)
    let parts = ["秦皇岛市", "北戴河", "区", "市", "县", "河北省", "城区", "场", "域", "新", "发区", "é", "𠮷", "\u{3000}", "x", "\u{0}"]
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) { text += parts.randomElement(using: &random) ?? "" }
      guard let found = Regions.code(named: text) else { continue }
      #expect(found.range.upperBound <= text.utf8.count && !found.range.isEmpty, "\(text)")
      let named = String(decoding: Array(text.utf8)[found.range], as: UTF8.self)
      let name = try #require(names[found.code], "\(text)")
      #expect(named.contains(name), "\(text)")
    }
  }
}
