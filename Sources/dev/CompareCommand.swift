import ArgumentParser
import Comparing
import FilingGenerator
import Foundation

/// Scores matching on generated departments whose truth is known, and times it.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Scores the matching of projects between years on generated filings, and times it.",
    discussion: "With --write the two years are written as canonical JSON instead, for the program to be measured with."
  )

  @Option(help: "Projects in the first year.") var projects = 2_000
  @Option(help: "The first seed.") var seed: UInt64 = 1
  @Option(help: "How many seeds.") var rounds = 1
  @Option(help: "A folder to write old/ and new/ into.") var write: String?

  @Flag(help: "Prints the pairs that were asserted and are wrong.") var errors = false

  func run() throws {
    if let write {
      var generator = Generator(SeededGenerator(seed), .hard)
      let years = generator.years(projects: projects)
      for (name, filings) in [("old", years.old), ("new", years.new)] {
        let folder = URL(filePath: write).appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for filing in filings {
          try Data(GeneratedFiles.bytes(filing)).write(to: folder.appending(path: "\(filing.id).json"))
        }
      }
      return
    }
    for (name, difficulty) in Difficulty.all {
      for round in 0..<rounds {
        var generator = Generator(SeededGenerator(seed + UInt64(round)), difficulty)
        let years = generator.years(projects: projects)
        let start = ContinuousClock.now
        let matches = ProjectMatching.matches(years.old, years.new)
        let time = (ContinuousClock.now - start) / .seconds(1)
        let figures = MatchingFigures(years, matches)
        print("\(name) \(seed + UInt64(round)): \(figures), \(Int(time * 1_000)) ms")
        if errors { figures.wrong.forEach { print(description($0, years)) } }
      }
    }
  }

  private func description(_ pair: ProjectPair, _ years: GeneratedYears) -> String {
    func text(_ project: ProjectSnapshot) -> String {
      let goals = project.goals.compactMap(\.self).joined(separator: " ")
      let indicators = project.indicators.compactMap(\.name).joined(separator: " ")
      return
        "    \(project.name ?? "") \(project.budget.total ?? 0) \(project.purpose ?? "") | \(goals) | \(indicators)"
    }
    let evidence = pair.evidence.map { "\($0.field) \(Int($0.value * 100))" }.joined(separator: ", ")
    return """
        \(pair.how) \(pair.score) \(pair.margin): \(evidence)
      \(text(years.old[pair.old.filing].projects[pair.old.index]))
      \(text(years.new[pair.new.filing].projects[pair.new.index]))
      """
  }
}
