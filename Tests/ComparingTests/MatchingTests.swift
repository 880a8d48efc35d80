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
    #expect(figures.assertedPrecision >= 0.998)
    #expect(figures.indicatorPrecision >= 0.97)
    #expect(figures.indicatorRecall >= 0.97)
    #expect(figures.splitScore >= 0.85)
    #expect(figures.mergeScore >= 0.85)
    #expect(figures.changePrecision >= 0.97)
    #expect(figures.changeRecall >= 0.97)
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
