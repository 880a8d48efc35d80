import FilingGenerator
import TestSupport
import Testing

@testable import Comparing

/// The figures that matching must reach, on generated departments whose truth is known.
struct MatchingTests {
  @Test func hardDepartmentsAreMatched() {
    var generator = Generator(SplitMix(seed: 1), .hard)
    let figures = MatchingFigures(generator.years(projects: 2_000))
    #expect(figures.precision >= 0.99)
    #expect(figures.recall >= 0.98)
    #expect(figures.assertedPrecision >= 0.999)
    #expect(figures.indicatorPrecision >= 0.97)
    #expect(figures.indicatorRecall >= 0.97)
    #expect(figures.splitScore >= 0.85)
    #expect(figures.mergeScore >= 0.85)
    #expect(figures.changePrecision >= 0.97)
    #expect(figures.changeRecall >= 0.97)
  }

  /// The kinds of departments that leave less to go by: what is asserted is right all the same.
  @Test(arguments: Difficulty.all.indices) func whatIsAssertedIsRight(kind: Int) {
    var generator = Generator(SplitMix(seed: 20 + kind), Difficulty.all[kind].difficulty)
    let figures = MatchingFigures(generator.years(projects: 500))
    #expect(figures.precision >= 0.99)
    #expect(figures.recall >= 0.98)
    // At most one of some 450.
    #expect(figures.assertedPrecision >= 0.997)
    #expect(figures.splitScore >= 0.85)
    #expect(figures.mergeScore >= 0.85)
  }

  @Test func severalJobsFindTheSame() async {
    var generator = Generator(SplitMix(seed: 9), .hard)
    let years = generator.years(projects: 300)
    let alone = ProjectMatching.matches(years.old, years.new)
    for jobs in [1, 3, 1_000] {
      let matches = await ProjectMatching.matches(years.old, years.new, jobs: jobs)
      #expect(matches.pairs == alone.pairs)
      #expect(matches.splits == alone.splits)
      #expect(matches.merges == alone.merges)
      #expect(matches.filings == alone.filings)
    }
  }

  @Test func twinsWhoseBudgetsAddUpAreASplit() throws {
    var generator = Generator(SplitMix(seed: 12), .easy)
    var years = generator.years(projects: 200)
    let pair = try #require(
      ProjectMatching.matches(years.old, years.new).pairs.first { !$0.isAmbiguous && !$0.isMoved })
    let total = years.old[pair.old.filing].projects[pair.old.index].budget.total ?? 0
    // Two phases that say the same: neither says anything beyond the other.
    var twin = years.new[pair.new.filing].projects[pair.new.index]
    let name = twin.name ?? ""
    twin.name = name + "（二期）"
    twin.budget = BudgetSnapshot(total: total * 0.45, fiscal: nil, other: nil)
    years.new[pair.new.filing].projects[pair.new.index].name = name + "（一期）"
    years.new[pair.new.filing].projects[pair.new.index].budget =
      BudgetSnapshot(total: total * 0.56, fiscal: nil, other: nil)
    years.new[pair.new.filing].projects.append(twin)
    let split = ProjectMatching.matches(years.old, years.new).splits.first { $0.old == pair.old }
    #expect(split?.new.contains(pair.new) == true && split?.new.count == 2)
  }

  @Test func aPartThatMayHaveGoneIntoAPairMakesItAmbiguous() throws {
    var generator = Generator(SplitMix(seed: 10), .easy)
    var years = generator.years(projects: 200)
    let pair = try #require(
      ProjectMatching.matches(years.old, years.new).pairs.first { !$0.isAmbiguous && !$0.isMoved })
    // An old project that ended, whose one rare sentence and whose money the pair's new project has besides its own.
    let sentence = "修葺鸿雁坡龟蒙祠琉璃瓦"
    let total = years.old[pair.old.filing].projects[pair.old.index].budget.total ?? 0
    var part = ProjectSnapshot()
    part.name = "某某事项"
    part.purpose = sentence + "，另行购置器物若干，供来访人员查阅翻检，并印制说明图册。"
    part.budget = BudgetSnapshot(total: total / 4, fiscal: nil, other: nil)
    years.old[pair.old.filing].projects.append(part)
    years.new[pair.new.filing].projects[pair.new.index].goals.append(sentence + "。")
    years.new[pair.new.filing].projects[pair.new.index].budget.total = total * 1.25
    let matches = ProjectMatching.matches(years.old, years.new)
    let isAsserted = matches.pairs.contains { $0.old == pair.old && $0.new == pair.new && !$0.isAmbiguous }
    #expect(!isAsserted)
  }

  @Test func easyDepartmentsAreMatchedWhole() {
    var generator = Generator(SplitMix(seed: 4), .easy)
    let figures = MatchingFigures(generator.years(projects: 1_000))
    #expect(figures.precision >= 0.998)
    #expect(figures.recall >= 0.998)
    #expect(figures.assertedPrecision >= 0.999)
  }

  @Test func theOrderOfFilingsAndProjectsDoesNotMatter() {
    var generator = Generator(SplitMix(seed: 5), .hard)
    let years = generator.years(projects: 300)
    var random = SplitMix(seed: 6)
    func names(_ old: [Snapshot], _ new: [Snapshot]) -> Set<[String]> {
      let matches = ProjectMatching.matches(old, new)
      return Set(
        matches.pairs.map { pair in
          [
            old[pair.old.filing].projects[pair.old.index].code ?? "",
            new[pair.new.filing].projects[pair.new.index].code ?? "", pair.isAmbiguous ? "?" : "",
          ]
        })
    }
    let before = names(years.old, years.new)
    func shuffled(_ filings: [Snapshot]) -> [Snapshot] {
      filings.shuffled(using: &random).map { filing in
        var filing = filing
        filing.projects.shuffle(using: &random)
        return filing
      }
    }
    // Projects that nothing tells apart are ambiguous and may be paired either way.
    let after = names(shuffled(years.old), shuffled(years.new))
    #expect(before.filter { $0[2].isEmpty } == after.filter { $0[2].isEmpty })
  }

  @Test func projectsFollowADepartmentThatWasRenamed() {
    var generator = Generator(SplitMix(seed: 7), .easy)
    var years = generator.years(projects: 60)
    years.new[1].department = CodeAndName(code: "999", name: "新设综合局")
    let matches = ProjectMatching.matches(years.old, years.new)
    #expect(matches.filings.contains(FilingPair(old: 1, new: 1, relation: .renamed)))
    #expect(matches.pairs.count { $0.old.filing == 1 && $0.new.filing == 1 && !$0.isMoved } >= 15)
  }

  @Test func oneDepartmentWithThousandsOfProjectsIsMatchedToo() {
    var difficulty = Difficulty.hard
    difficulty.projectsPerDepartment = 700
    var generator = Generator(SplitMix(seed: 8), difficulty)
    let figures = MatchingFigures(generator.years(projects: 700))
    #expect(figures.precision >= 0.98)
    #expect(figures.recall >= 0.9)
  }
}
