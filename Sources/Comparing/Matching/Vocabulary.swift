/// How many projects hold each pair of neighbouring characters (bigram), counted over all filings that are compared.
/// What is common in the batch proves nothing; what is rare proves much.
///
/// Bigrams are told apart by a hash of 22 bits or fewer: with some 100,000 different ones, a few share a counter and
/// count as a little more common than they are.
struct Vocabulary {
  private let bits: Int
  private var counts: [UInt32]
  private(set) var projects = 0

  /// For about `projects` projects.
  init(projects: Int) {
    var bits = 18
    while bits < 22, (1 << bits) < projects * 64 { bits += 1 }
    self.bits = bits
    counts = Array(repeating: 0, count: 1 << bits)
  }

  /// The bigrams of `scalars` as ascending numbers, each once; a single character counts as one. O(n log n).
  func bigrams(of scalars: [UInt32]) -> [UInt32] {
    guard let first = scalars.first else { return [] }
    if scalars.count == 1 { return [number(first, 0)] }
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    for index in 1..<scalars.count where scalars[index - 1] != 0 && scalars[index] != 0 {
      result.append(number(scalars[index - 1], scalars[index]))
    }
    result.sort()
    var kept = 0
    for index in result.indices where index == 0 || result[index] != result[kept - 1] {
      result[kept] = result[index]
      kept += 1
    }
    result.removeLast(result.count - kept)
    return result
  }

  /// Counts a project that holds these bigrams.
  mutating func count(_ bigrams: [UInt32]) {
    projects += 1
    for bigram in bigrams { counts[Int(bigram)] &+= 1 }
  }

  /// Adds what was counted elsewhere, for as many projects. O(``size``).
  mutating func add(_ other: Vocabulary) {
    projects += other.projects
    for index in counts.indices { counts[index] &+= other.counts[index] }
  }

  /// How many numbers a bigram may have.
  var size: Int { counts.count }

  /// The share of projects that hold the bigram.
  func share(_ bigram: UInt32) -> Double {
    (Double(counts[Int(bigram)]) + 0.5) / (Double(projects) + 1)
  }

  /// The same of the projects other than two that hold it.
  func shareOfOthers(_ bigram: UInt32) -> Double {
    (Double(max(2, counts[Int(bigram)]) - 2) + 0.5) / (Double(max(2, projects) - 2) + 1)
  }

  private func number(_ left: UInt32, _ right: UInt32) -> UInt32 {
    var mixed = (UInt64(left) << 32 | UInt64(right)) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 29
    mixed = mixed &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: mixed >> UInt64(64 - bits))
  }
}
