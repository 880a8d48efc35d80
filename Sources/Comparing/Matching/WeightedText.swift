internal import Glibc

/// The bigrams of a field with what each is worth as evidence, in nats: minus the logarithm of how likely it is that a
/// project which has nothing to do with this one holds it too.
struct WeightedText {
  var bigrams: [UInt32]
  var weights: [Float]
  /// The sum of all weights.
  var mass: Float

  /// What two texts share, in nats. O(both).
  func shared(with other: borrowing WeightedText) -> Float {
    var sum: Float = 0
    var left = 0
    var right = 0
    let mine = bigrams.span
    let theirs = other.bigrams.span
    while left < mine.count, right < theirs.count {
      let (a, b) = (mine[left], theirs[right])
      if a == b {
        sum += weights[left]
        left &+= 1
        right &+= 1
      } else if a < b {
        left &+= 1
      } else {
        right &+= 1
      }
    }
    return sum
  }

  /// What two texts share and a third doesn't have, in nats. O(all three).
  func shared(with other: borrowing WeightedText, without third: borrowing WeightedText) -> Float {
    var sum: Float = 0
    var (left, right, excluded) = (0, 0, 0)
    while left < bigrams.count, right < other.bigrams.count {
      let (a, b) = (bigrams[left], other.bigrams[right])
      if a == b {
        while excluded < third.bigrams.count, third.bigrams[excluded] < a { excluded += 1 }
        if excluded == third.bigrams.count || third.bigrams[excluded] != a { sum += weights[left] }
        left += 1
        right += 1
      } else if a < b {
        left += 1
      } else {
        right += 1
      }
    }
    return sum
  }
}

/// A project's fields with their weights in one group.
struct WeightedProject {
  var name: WeightedText
  var purpose: WeightedText
  var goals: WeightedText
  var indicators: WeightedText
  var all: WeightedText
}

/// Says what bigrams are worth among the projects that are compared with each other: those of one department, or those
/// that are left of all.
///
/// A department's own words (道路 in a transport office) tell its projects apart no better than boilerplate does, so the
/// share is taken from the group's other projects, drawn towards the share in the whole batch by as much as `prior`
/// projects would: a department with two projects says little of its words by itself. And what is common in the batch
/// proves nothing where it happens to be rare: 会议费 stands in every department.
struct Weigher {
  static let prior = 2.0

  private let vocabulary: Vocabulary
  /// By bigram, for the group at hand; all zero between groups.
  private var counts: [UInt32]
  private var weights: [Float]
  /// By bigram, for ``SharedWeights``; all −1 between groups.
  var heads: [Int32]

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    heads = Array(repeating: -1, count: vocabulary.size)
    counts = Array(repeating: 0, count: vocabulary.size)
    weights = Array(repeating: -1, count: vocabulary.size)
  }

  /// Weighs the projects of a group, old and new ones alike. O(their bigrams).
  mutating func weigh(_ projects: [ProjectText]) -> [WeightedProject] {
    let all = projects.map(\.all)
    for bigrams in all { for bigram in bigrams { counts[Int(bigram)] &+= 1 } }
    // The two that are compared both hold a shared bigram: only the others count.
    let others = Double(max(0, projects.count - 2)) + Self.prior
    for bigrams in all {
      for bigram in bigrams where weights[Int(bigram)] < 0 {
        let held = Double(max(2, counts[Int(bigram)]) - 2)
        let inGroup = (held + Self.prior * vocabulary.share(bigram)) / others
        weights[Int(bigram)] = Float(max(0, -log(max(inGroup, vocabulary.shareOfOthers(bigram)))))
      }
    }
    let result = zip(projects, all).map { project, all in
      WeightedProject(
        name: weigh(project.name), purpose: weigh(project.purpose), goals: weigh(project.goals),
        indicators: weigh(project.indicators), all: weigh(all))
    }
    for bigrams in all {
      for bigram in bigrams {
        counts[Int(bigram)] = 0
        weights[Int(bigram)] = -1
      }
    }
    return result
  }

  private func weigh(_ bigrams: [UInt32]) -> WeightedText {
    var mass: Float = 0
    var result: [Float] = []
    result.reserveCapacity(bigrams.count)
    for bigram in bigrams {
      let weight = weights[Int(bigram)]
      mass += weight
      result.append(weight)
    }
    return WeightedText(bigrams: bigrams, weights: result, mass: mass)
  }
}
