import Foundation
import Ingestion
import Modeling
import Provenance
import TestSupport
import Testing

/// Whatever is done to a filing, the program reads on, and its books balance.
@Suite struct DamageTests {
  @Test func damagedFilingsKeepTheLaws() throws {
    let pipeline = try Pipeline()
    let files = try Case.all() + [Case.corpus()]
    var random = SplitMix(seed: 2021)
    for round in 0..<400 {
      let file = files[Int.random(in: 0..<files.count, using: &random)]
      let bytes = damaged(file.bytes, using: &random)
      check(pipeline, bytes, "\(file.name), round \(round)")
    }
  }

  @Test func filingsCutAtSomeLinesKeepTheLaws() throws {
    let pipeline = try Pipeline()
    var random = SplitMix(seed: 4)
    for file in try [Case.corpus()] + Case.all() {
      let ends = file.bytes.indices.filter { file.bytes[$0] == 0x0A }
      for end in ends.shuffled(using: &random).prefix(8) {
        check(pipeline, Array(file.bytes[...end]), "\(file.name), cut at \(end)")
      }
    }
  }

  /// Cut within a line, only what stands in the last table or paragraph may be read differently.
  @Test func whatIsCompleteBeforeACutIsReadAllTheSame() throws {
    let pipeline = try Pipeline()
    let file = try Case.corpus()
    let whole = try #require(try pipeline.run(file.bytes, path: "2021/a.txt").filings.first)
    for end in file.bytes.indices where file.bytes[end] == 0x0A {
      let bytes = Array(file.bytes[...end])
      guard let cut = try? pipeline.run(bytes, path: "2021/a.txt").filings.first else { continue }
      let complete = cut.projects.dropLast()
      #expect(complete.elementsEqual(whole.projects.prefix(complete.count)), "cut at \(end)")
      if let last = cut.projects.last {
        let original = whole.projects[complete.count]
        #expect(last.heading == original.heading)
        if last.indicators.count > 1 {
          #expect(last.code == original.code && last.goals == original.goals && last.schedule == original.schedule)
          #expect(last.indicators.dropLast().elementsEqual(original.indicators.prefix(last.indicators.count - 1)))
        }
        #expect(cut.overall == whole.overall)
      }
    }
  }

  @Test func aThousandProjectsAreReadAsWellAsOne() throws {
    let pipeline = try Pipeline()
    let text = SampleFiling.small.text(.cellPerLine)
    let start = try #require(text.range(of: "[bookmark: _Toc4]"))
    let many = text + String(repeating: String(text[start.lowerBound...]), count: 999)
    let filing = try #require(try pipeline.run(Array(many.utf8), path: "a.txt").filings.first)
    #expect(filing.projects.count == 1000)
    #expect(filing.account.unmapped == 0)
  }

  private func damaged(_ bytes: [UInt8], using random: inout SplitMix) -> [UInt8] {
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let index = Int.random(in: 0..<lines.count, using: &random)
      switch Int.random(in: 0..<9, using: &random) {
      case 0 where lines.count > 1: lines.remove(at: index)
      case 1: lines.insert(lines[index], at: index)
      case 2: lines.insert("", at: index)
      case 3: lines[index] = "\t" + lines[index]
      case 4: lines[index] = String(lines[index].drop { $0 == "\t" })
      case 5: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &random))
      case 6: lines.insert(noise(using: &random), at: index)
      case 7:
        let other = Int.random(in: 0..<lines.count, using: &random)
        lines += lines[min(index, other)...max(index, other)]
      default:
        var scalars = Array(lines[index].unicodeScalars)
        let place = Int.random(in: 0...scalars.count, using: &random)
        scalars.insert(contentsOf: noise(using: &random).unicodeScalars, at: place)
        var line = String.UnicodeScalarView()
        line.append(contentsOf: scalars)
        lines[index] = String(line)
      }
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  private func noise(using random: inout SplitMix) -> String {
    let words = [
      "\t", "\t\t", "\n", "\n\n", " ", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{0}", "\u{FFFD}", "\u{20BB7}",
      "[bookmark: x]", "[bookmark: ", "]", "：", "绩效指标：", "绩效目标：", "项目编码", "项目名称", "单位：元", "一级指标", "三级指标", "指标值", "目录",
      "第一部分",
      "第二部分", "三、工作保障措施", "（一）", "1.", "1、", "①", "。", "；", "……12", "12", "- 3 -", "无", "绩效目标表", "2.甲绩效目标表", "3月底",
      "25%", "成本指标", "≥9595及以上", "\u{2F00}", "\u{E000}", "\r", "\u{2028}", "\u{C}", "其他", "预算数", "实际完成值",
    ]
    return (0..<Int.random(in: 1...3, using: &random))
      .map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined()
  }

  /// The laws of accounting: each character is a field's, the form's or unmapped, and no two fields share one.
  private func check(_ pipeline: Pipeline, _ bytes: [UInt8], _ name: String) {
    guard let result = try? pipeline.run(bytes, path: "2021/a.txt") else { return }
    guard let again = try? pipeline.run(bytes, path: "2021/a.txt") else {
      Issue.record("\(name): refused the second time")
      return
    }
    #expect(again.filings == result.filings, "\(name): two runs differ")
    let text = result.text
    var owners = Array(repeating: UInt8(0), count: text.count)
    var leaves = 0
    // What stands above the projects of several departments is in the filing of each.
    var shared: Set<[SourceRange]> = []
    for filing in result.filings {
      var own: Set<[SourceRange]> = []
      defer { shared.formUnion(own) }
      filing.forEachLeaf { leaf, isCarried in
        leaves += 1
        own.insert(leaf.pieces)
        if shared.contains(leaf.pieces) { return }
        let filed = leaf.pieces.map { text[$0] }.joined()
        if filed != leaf.filed { Issue.record("\(name): a leaf says \(leaf.filed), its places say \(filed)") }
        for piece in leaf.pieces {
          for offset in piece.start..<piece.end {
            if owners[offset] != 0, owners[offset] != 2, !isCarried {
              Issue.record("\(name): byte \(offset) is in two leaves, one \(leaf.filed)")
              return
            }
            owners[offset] = isCarried ? 2 : 1
          }
        }
      }
    }
    guard let first = result.filings.first else { return }
    let all = count(text, owners) { _ in true }
    #expect(first.account.all == all, "\(name): \(first.account), of \(all)")
    let inLeaves = count(text, owners) { $0 != 0 }
    // Departments that share a file each have only their own projects; the file's account is the same in all.
    #expect(first.account.fields == inLeaves, "\(name): \(first.account.fields) in fields, \(inLeaves) in leaves")
    for filing in result.filings {
      var unmapped = 0
      for range in filing.unmapped {
        unmapped += count(text, owners, in: range) { owner in
          if owner != 0 { Issue.record("\(name): \(text[range]) is unmapped and in a leaf") }
          return owner == 0
        }
      }
      #expect(filing.account.unmapped == unmapped, "\(name): \(filing.account.unmapped), listed \(unmapped)")
    }
  }

  /// How many characters, white space apart, begin in `range` and belong to an owner that `isCounted`.
  private func count(
    _ text: SourceText, _ owners: [UInt8], in range: SourceRange? = nil, where isCounted: (UInt8) -> Bool
  ) -> Int {
    let range = range ?? text.range
    var offset = range.start
    var result = 0
    for scalar in text[range].unicodeScalars {
      if !scalar.properties.isWhitespace, isCounted(owners[offset]) { result += 1 }
      offset += UTF8.width(scalar)
    }
    return result
  }
}

extension Filing {
  /// Every text with its place; `isCarried` for those that several values share.
  func forEachLeaf(_ body: (Revision, _ isCarried: Bool) -> Void) {
    func leaf(_ text: Revision?, isCarried: Bool = false) {
      if let text { body(text, isCarried) }
    }
    leaf(cover?.title)
    leaf(cover?.preparedBy)
    leaf(cover?.reviewedBy)
    leaf(cover?.date)
    for entry in contents {
      leaf(entry.title)
      leaf(entry.page)
    }
    leaf(overall.goal)
    for duty in overall.goals {
      leaf(duty.name)
      leaf(duty.goal)
      for indicator in duty.indicators { leaf(indicator) }
    }
    for safeguard in overall.safeguards {
      leaf(safeguard.name)
      leaf(safeguard.text)
    }
    leaf(overall.heading)
    leaves(of: overall.unit)
    leaves(of: overall.budget)
    for detail in overall.details { leaves(of: detail) }
    for task in overall.tasks {
      leaf(task.name)
      leaf(task.text)
      leaves(of: task.budget)
    }
    for indicator in overall.indicators { leaves(of: indicator) }
    for table in tables {
      for row in table.rows { for cell in row { leaf(cell.text) } }
    }
    for project in projects {
      leaf(project.heading)
      leaf(project.code)
      leaf(project.name)
      leaves(of: project.unit)
      leaves(of: project.budget)
      leaf(project.purpose)
      for stage in project.schedule {
        leaf(stage.month)
        leaf(stage.percent)
      }
      for goal in project.goals { leaf(goal) }
      for detail in project.details { leaves(of: detail) }
      for indicator in project.indicators { leaves(of: indicator) }
      if let midterm = project.midterm {
        leaves(of: midterm.budget)
        for goal in midterm.goals { leaf(goal) }
        for indicator in midterm.indicators { leaves(of: indicator) }
      }
    }
    func leaves(of unit: Modeling.Unit?) {
      // A merged cell may hold that of several projects.
      leaf(unit?.code, isCarried: true)
      leaf(unit?.name, isCarried: true)
      leaf(unit?.scope, isCarried: true)
    }
    func leaves(of budget: Budget) {
      for money in [budget.total, budget.fiscal, budget.other] {
        leaf(money?.text)
        leaf(money?.unit, isCarried: true)
      }
    }
    func leaves(of detail: Detail) {
      leaf(detail.label)
      leaf(detail.text)
    }
    func leaves(of indicator: Indicator) {
      leaf(indicator.level1, isCarried: true)
      leaf(indicator.level2, isCarried: true)
      leaf(indicator.name)
      leaf(indicator.description)
      leaf(indicator.target)
      leaf(indicator.basis)
      leaf(indicator.weight)
      leaf(indicator.note)
      leaf(indicator.operator)
      leaf(indicator.unit)
      leaf(indicator.direction)
      leaf(indicator.attribute)
      for grade in indicator.grades {
        leaf(grade.name, isCarried: true)
        leaf(grade.text)
      }
    }
  }
}
