package import Comparing

/// Two years of many departments, and what became of every project and indicator.
package struct GeneratedYears: Sendable {
  /// One a department.
  package var old: [Snapshot] = []
  package var new: [Snapshot] = []
  package var pairs: [Pair] = []
  package var splits: [(old: Project, new: [Project])] = []
  package var merges: [(old: [Project], new: Project)] = []
  /// Of matched projects: which indicator is which.
  package var indicators: [IndicatorPair] = []

  package struct Project: Hashable, Sendable {
    /// The position of the filing and of the project in it.
    package var filing: Int
    package var index: Int

    package init(filing: Int, index: Int) {
      self.filing = filing
      self.index = index
    }
  }

  package struct Pair: Hashable, Sendable {
    package var old: Project
    package var new: Project

    package init(old: Project, new: Project) {
      self.old = old
      self.new = new
    }
  }

  package struct IndicatorPair: Hashable, Sendable {
    package var old: Project
    package var oldIndex: Int
    package var new: Project
    package var newIndex: Int
  }
}

/// How hard it is to tell what became of what.
package struct Difficulty: Sendable {
  package var boilerplate = 0.75
  package var newName = 0.15
  package var changedName = 0.30
  package var rewordedGoals = 0.25
  package var budgetDeviation = 0.3
  package var ended = 0.07
  package var added = 0.07
  package var split = 0.02
  package var merged = 0.02
  package var generic = 0.10
  package var moved = 0.01
  package var keepsCodes = 0.0
  /// The share of purposes that say nothing of their project.
  package var vaguePurposes = 0.3
  package var rewordedIndicators = 0.1
  /// How many places, numbers and the like a project's texts are about.
  package var facts = 3
  package var indicatorsPerProject = 9
  package var projectsPerDepartment = 20
  package var sumDeviation = 0.02

  package static let hard = Difficulty()

  package static let easy: Difficulty = {
    var easy = Difficulty()
    easy.boilerplate = 0.2
    easy.newName = 0
    easy.changedName = 0.1
    easy.rewordedGoals = 0.05
    easy.budgetDeviation = 0.1
    easy.vaguePurposes = 0
    easy.generic = 0.05
    easy.keepsCodes = 0.5
    easy.moved = 0
    return easy
  }()

  package init() {}

  /// By name, the hard one first; the others leave the matching less to go by in one way or another.
  package static let all: [(name: String, difficulty: Difficulty)] = {
    func harder(_ change: (inout Difficulty) -> Void) -> Difficulty {
      var difficulty = Difficulty.hard
      change(&difficulty)
      return difficulty
    }
    return [
      ("hard", .hard), ("easy", .easy),
      (
        "vague purposes, one fact",
        harder {
          $0.facts = 1; $0.vaguePurposes = 1
        }
      ),
      (
        "no facts",
        harder {
          $0.facts = 0; $0.vaguePurposes = 1
        }
      ),
      (
        "no facts, more boilerplate",
        harder {
          $0.facts = 0; $0.vaguePurposes = 1; $0.boilerplate = 0.9; $0.rewordedGoals = 0.5
        }
      ),
      (
        "large departments",
        harder {
          $0.projectsPerDepartment = 60; $0.facts = 1; $0.vaguePurposes = 0.7
        }
      ),
      (
        "small departments",
        harder {
          $0.projectsPerDepartment = 5; $0.facts = 1; $0.vaguePurposes = 0.7
        }
      ),
      (
        "wild budgets",
        harder {
          $0.budgetDeviation = 0.8; $0.facts = 1
        }
      ),
    ]
  }()
}
