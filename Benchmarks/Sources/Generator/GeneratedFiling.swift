/// One filing: a text such as Apache Tika extracts, and where it is filed.
public struct GeneratedFiling: Sendable {
  /// Region, department and year are its own, so every filing has an id of its own.
  public let path: String
  /// In the layout of Tika's server: a cell a line.
  public let text: String

  /// The filing `number` of the series that `seed` begins. There are 90,000 that differ in their ids.
  public init(number: Int, seed: UInt64) {
    // Far apart, so that neighbours don't walk through the same numbers.
    var random = Random(seed: seed &+ UInt64(number) &* 0xD134_2543_DE82_EF95)
    let region = Regions.all[number / 100 % 100]
    let year = 2019 + number / 10_000 % 9
    let code = 101 + number % 100
    let department = region.name + random.pick(Phrases.departments)
    var writer = FilingText(
      random: random, region: region.code, year: year, departmentCode: code, department: department)
    writer.write()
    path = "\(year)-\(region.code)/\(code)-\(department).txt"
    text = writer.text
  }
}

/// Writes the parts of a filing one after the other.
struct FilingText {
  var random: Random
  let region: String
  let year: Int
  let departmentCode: Int
  let department: String
  private(set) var text = ""
  private var bookmark = 62_808_993

  init(random: Random, region: String, year: Int, departmentCode: Int, department: String) {
    self.random = random
    self.region = region
    self.year = year
    self.departmentCode = departmentCode
    self.department = department
  }

  mutating func write() {
    writeOverall()
    text += " 第二部分\n \n预算项目绩效目标\n \n\n\n"
    for number in 1...projectCount() { writeProject(number) }
  }

  /// 1 to 12, few more often than many; about 4 in the mean.
  private mutating func projectCount() -> Int {
    var count = 1
    while count < 12, random.chance(77) { count += 1 }
    return count
  }

  // MARK: The department as a whole

  private mutating func writeOverall() {
    text += " 第一部分\n部门整体绩效目标\n \n"
    heading("一、总体绩效目标")
    line(paragraph(sentences: random.within(2...4)))
    heading("二、分项绩效目标")
    for number in 0..<random.within(2...5) {
      line("（\(Self.numerals[number])）\(random.pick(Phrases.duties))")
      line("绩效目标：" + random.typed(sentence()))
      line("绩效指标：")
      let count = random.within(2...4)
      for item in 1...count {
        line("\(item)、\(random.pick(Phrases.things))\(indicator().name)\(item == count ? "。" : "；")")
      }
    }
    heading("三、工作保障措施")
    for number in 1...random.within(4...10) {
      let name = random.pick(Phrases.verbs) + random.pick(Phrases.objects)
      line("\(number)、\(name)。" + random.typed(paragraph(sentences: random.within(1...2))))
    }
  }

  private static let numerals = ["一", "二", "三", "四", "五", "六"]

  private mutating func heading(_ title: String) {
    text += "[bookmark: _Toc\(bookmark)]\(title)\n"
    bookmark += 1
  }

  private mutating func line(_ line: String) {
    text += line
    text += "\n"
  }

  // MARK: Sentences

  private mutating func clause() -> String { random.pick(Phrases.verbs) + random.pick(Phrases.objects) }

  private mutating func sentence() -> String {
    var sentence = random.chance(40) ? random.pick(Phrases.amongs) + "，" : ""
    sentence += clause()
    for _ in 0..<random.below(3) { sentence += (random.chance(25) ? "、" : "，") + clause() }
    if random.chance(20) { sentence += "，全年完成\(random.within(2...600))\(random.pick(["项", "次", "个"]))" }
    return sentence + "，" + random.pick(Phrases.results) + "。"
  }

  private mutating func paragraph(sentences: Int) -> String {
    var paragraph = ""
    for _ in 0..<sentences { paragraph += sentence() }
    return paragraph
  }

  private mutating func indicator() -> (name: String, description: String) {
    random.pick(random.pick(Phrases.indicators).endings)
  }

  // MARK: Projects

  private mutating func writeProject(_ number: Int) {
    let name = random.pick(Phrases.subjects) + random.pick(Phrases.kinds)
    let total = random.within(1...random.pick([5_000, 90_000, 900_000]))
    let other = random.chance(20) ? random.below(total) : 0
    // One sum in twenty doesn't come out.
    let fiscal = total - other + (random.chance(5) ? 1 : 0)
    heading("\(number).\(name)绩效目标表")
    cells(["\(departmentCode)00\(random.within(1...3))\(department)\(random.chance(80) ? "(本级)" : "")", "单位：万元"])
    cells(["项目编码", code(), "项目名称", random.typed(name)])
    cells(["预算规模及资金用途", "预算数", money(total), "其中：财政资金", money(fiscal), "其他资金", other == 0 ? "0" : money(other)])
    cells(["", purpose(total, name)])
    let stages = random.pick(Phrases.stages)
    cells(["资金支出计划（%）", stages.0, stages.1, stages.2, stages.3])
    let first = random.within(0...40)
    let second = first + random.within(0...30)
    // One plan in fifty goes down again.
    let third = random.chance(2) ? second - 1 : second + random.within(0...29)
    cells(["", "\(first).00%", "\(second).00%", "\(max(0, third)).00%", "100.00%"])
    writeGoals()
    text += " \n"
    writeIndicators()
    text += "\n\n"
  }

  private mutating func writeGoals() {
    text += "\t绩效目标\n\t"
    let count = random.within(1...4)
    for item in 1...count { line("\(item).\(random.typed(sentence()))") }
    text += "\n\n"
  }

  private mutating func writeIndicators() {
    cells(["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"])
    var level1 = ""
    for group in Phrases.indicators where random.chance(85) {
      for row in 0..<(random.chance(15) ? 2 : 1) {
        let thing = random.pick(Phrases.things)
        let ending = random.pick(group.endings)
        cells([
          group.level1 == level1 ? "" : group.level1, row == 0 ? group.level2 : "", random.typed(thing + ending.name),
          random.typed(ending.description.exchanging("#", with: thing)), random.target(), random.pick(Phrases.bases),
        ])
        level1 = group.level1
      }
    }
  }

  private mutating func cells(_ cells: [String]) {
    for cell in cells {
      text += "\t"
      text += cell
      text += "\n"
    }
    text += "\n"
  }

  /// One project code in thirty is another year's.
  private mutating func code() -> String {
    let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var code = "\(region)\((random.chance(3) ? year - 1 : year) % 100)"
    for _ in 0..<13 { code.append(random.pick(digits)) }
    return code
  }

  /// Hundredths of 万元 as filings print them.
  private mutating func money(_ hundredths: Int) -> String {
    let whole = hundredths / 100
    let fraction = hundredths % 100
    let tail = fraction < 10 ? ".0\(fraction)" : ".\(fraction)"
    if whole >= 1000, random.chance(30) {
      let rest = whole % 1000
      return "\(whole / 1000),\(rest < 100 ? "0" : "")\(rest < 10 ? "0" : "")\(rest)\(tail)"
    }
    return "\(whole)\(tail)"
  }

  private mutating func purpose(_ total: Int, _ name: String) -> String {
    // One in twenty names another amount than the table does.
    let amount = random.chance(5) ? total + 100 : total
    return random.typed(
      "预算安排资金\(money(amount))万元，主要用于\(name)，\(clause())，\(random.pick(Phrases.results))。")
  }
}
