import Testing

@testable import Comparing

struct ContinuityTests {
  private func filings(_ year: Int, _ projects: [(String, Double)]) -> [Snapshot] {
    var snapshot = Snapshot(id: "130304-131-\(year)", year: year)
    snapshot.projects = projects.map { code, total in
      var project = ProjectSnapshot()
      project.code = code
      project.budget.total = total
      return project
    }
    return [snapshot]
  }

  private func place(_ index: Int) -> ProjectPlace { ProjectPlace(filing: 0, index: index) }

  @Test func theLargestPartOfASplitKeepsTheName() {
    let years = [filings(2021, [("A", 10)]), filings(2022, [("B", 4), ("C", 6)])]
    var matches = Matches()
    matches.splits = [Split(old: place(0), new: [place(0), place(1)], ratio: 1, score: 1)]
    let continuity = Continuity(years, [matches])
    #expect(continuity.ids == [[["130304-131-2021/A"]], [["130304-131-2022/B", "130304-131-2021/A"]]])
    #expect(continuity.origins == ["130304-131-2022/B": ["130304-131-2021/A"]])
  }

  @Test func aProjectIsFollowedThroughAllYearsAndDoubtIsNot() {
    let years = [filings(2021, [("A", 1), ("X", 1)]), filings(2022, [("B", 1), ("Y", 1)]), filings(2023, [("C", 1)])]
    var first = Matches()
    first.pairs = [
      ProjectPair(old: place(0), new: place(0), how: .department, score: 1, margin: 1),
      ProjectPair(old: place(1), new: place(1), how: .department, score: 0.6, margin: 0.1, isAmbiguous: true),
    ]
    var second = Matches()
    second.pairs = [ProjectPair(old: place(0), new: place(0), how: .department, score: 1, margin: 1)]
    let continuity = Continuity(years, [first, second])
    #expect(continuity.ids[2][0][0] == "130304-131-2021/A")
    #expect(continuity.ids[1][0][1] == "130304-131-2022/Y")
  }

  @Test func namesAreNeverGivenTwice() {
    let years = [filings(2021, [("A", 1), ("A", 2)])]
    #expect(Continuity(years, []).ids[0][0] == ["130304-131-2021/A", "130304-131-2021/A#2"])
  }
}
