import Testing

@testable import Comparing

struct CrosswalkTests {
  private let head = "年度甲,编码甲,名称甲,年度乙,编码乙,名称乙,关系,确认人,说明"

  private func filings(_ year: Int, _ projects: [(String, String)]) -> [Snapshot] {
    var snapshot = Snapshot(id: "130304-131-\(year)", year: year)
    snapshot.projects = projects.map { code, name in
      var project = ProjectSnapshot()
      project.code = code
      project.name = name
      return project
    }
    return [snapshot]
  }

  @Test func itReadsWhatSpreadsheetsWrite() throws {
    let rows = "2021,A1,\"甲, \"\"乙\"\"\",2022,B1,丙,更名,张三,已核\r\n"
    for text in [
      "\u{FEFF}" + head + "\r\n" + rows, head + "\n" + rows.replacing("\r\n", with: "\n"), head + "\r" + rows,
    ] {
      let crosswalk = try Crosswalk(Array(text.utf8))
      #expect(
        crosswalk.rows == [
          Crosswalk.Row(
            line: 2, oldYear: 2021, oldCode: "A1", oldName: "甲, \"乙\"", newYear: 2022, newCode: "B1", newName: "丙",
            relation: .renamed, by: "张三", note: "已核")
        ])
    }
  }

  @Test func whatIsWrittenReadsBack() throws {
    var crosswalk = Crosswalk()
    for (index, relation) in ([nil] + Crosswalk.Relation.allCases.map(Optional.some)).enumerated() {
      crosswalk.rows.append(
        Crosswalk.Row(
          line: index + 2, oldYear: 2021, oldCode: "=\(index)", oldName: "名,\"称", newYear: 2022, newCode: "B\(index)",
          newName: "-乙", relation: relation, by: "@李", note: "两行\n说明".replacing("\n", with: " ")))
    }
    #expect(try Crosswalk(crosswalk.bytes).rows == crosswalk.rows)
  }

  @Test(arguments: [
    ("2021,A1,甲,2022,B9,丙,相同,,", 2), ("20x1,A1,甲,2022,B1,丙,相同,,", 2), ("2022,A1,甲,2021,B1,丙,相同,,", 2),
    ("2021,A1,甲,2022,B1,丙,差不多,,", 2), ("2021,,,2022,B1,丙,相同,,", 2),
    ("2021,A1,甲,2022,B1,丙,相同,,\n2021,A1,甲,2022,B1,丙,无关,,", 3),
    ("2021,A1,甲,2022,B1,丙,相同,,\n2021,A2,乙,2022,B1,丙,相同,,", 3), ("2021,A1,甲,2022,B1,丙,拆分,,", 2),
    ("2021,A1,甲,2022,B1,丙,相同,,\n2021,A1,甲,2022,B2,丁,拆分,,", 3),
  ])
  func aRowThatCannotBeUsedIsNamed(_ rows: String, _ line: Int) {
    let error = #expect(throws: CrosswalkProblems.self) {
      let crosswalk = try Crosswalk(Array((head + "\n" + rows + "\n").utf8))
      _ = try crosswalk.confirmed(
        filings(2021, [("A1", "甲"), ("A2", "乙")]), filings(2022, [("B1", "丙"), ("B2", "丁")]))
    }
    #expect(error?.problems.map(\.line).contains(line) == true)
  }

  @Test(arguments: ["", "编码甲,名称甲\n1,2\n", "年度甲,\"编码甲\n"])
  func aFileOfAnotherKindIsRefused(_ text: String) {
    #expect(throws: CrosswalkProblems.self) { try Crosswalk(Array(text.utf8)) }
  }

  @Test func rowsStandOverAnyScore() throws {
    let old = filings(2021, [("A1", "道路养护"), ("A2", "桥梁维修")])
    let new = filings(2022, [("B1", "道路养护"), ("B2", "桥梁维修")])
    let rows = "2021,A1,,2022,B2,,相同,,\n2021,A2,,2022,B1,,无关,,\n"
    let confirmed = try Crosswalk(Array((head + "\n" + rows).utf8)).confirmed(old, new)
    let matches = ProjectMatching.matches(old, new, confirmed: confirmed)
    #expect(matches.pairs.map { [$0.old.index, $0.new.index] } == [[0, 1]])
    #expect(matches.pairs.first?.how == .crosswalk)
  }

  @Test func doubtIsWrittenWithoutARelation() throws {
    // Two that nothing tells apart.
    let old = filings(2021, [("A1", "会议费"), ("A2", "会议费")])
    let new = filings(2022, [("B1", "会议费"), ("B2", "会议费")])
    let comparison = try Comparison(old, new) { _, _ in SnapshotDetails() }
    #expect(comparison.matches.pairs.allSatisfy { $0.isAmbiguous })
    #expect(Crosswalk(comparison, confirmed: nil).rows.allSatisfy { $0.relation == nil })
  }
}
