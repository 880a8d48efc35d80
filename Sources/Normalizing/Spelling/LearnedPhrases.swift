internal import Glibc

/// How often a body of filings has each word and each pair of neighbouring words.
///
/// Counting is deterministic, and counts of parts add up to those of the whole, in any order.
package struct LearnedPhrases: Hashable, Sendable {
  package private(set) var counts: [String: Int] = [:]
  package private(set) var filings = 0

  package init() {}

  package init(counts: [String: Int], filings: Int) {
    self.counts = counts
    self.filings = filings
  }

  package mutating func merge(_ other: LearnedPhrases) {
    filings &+= other.filings
    counts.merge(other.counts) { $0 &+ $1 }
  }

  /// Adds the texts of one filing, segmented by the engine.
  package mutating func learn(_ texts: [String], _ engine: SpellingEngine) {
    filings &+= 1
    var segmentation = Segmentation()
    for text in texts {
      for run in TextRun.runs(of: text) {
        segmentation.segment(run.units, engine.knowledge)
        var previous: String?
        for index in segmentation.path {
          let edge = segmentation.edges[index]
          let word = String(decoding: run.units[Int(edge.start)..<Int(edge.end)], as: UTF16.self)
          if edge.end - edge.start > 1 { counts[word, default: 0] &+= 1 }
          if let previous { counts[previous + " " + word, default: 0] &+= 1 }
          previous = word
        }
      }
    }
  }

  struct Voice {
    var text: String
    /// The logarithm to base 10 of how much more often the meant phrase occurs.
    var score: Float
    var weight: Float
    /// Whether so many filings have what was written, and more than have what may be meant, that it is no slip.
    var isUsual: Bool
  }

  private static let usual = 20

  /// Odds move by at most a hundred; not measured, since development data have no body of filings.
  private static let most: Float = 2
  private static let perPower: Float = 2.3

  /// What the counts say of the words around a repair, set apart by spaces; nil if they know neither way.
  func voice(before: String, after: String) -> Voice? {
    let (old, new) = (best(before), best(after))
    guard new.count > 0 || old.count > 0 else { return nil }
    let score = log10f(Float(new.count + 1) / Float(old.count + 1))
    return Voice(
      text: new.text, score: score, weight: Self.perPower * min(Self.most, max(-Self.most, score)),
      isUsual: old.count >= Self.usual && old.count > new.count)
  }

  /// The rarest pair of neighbours decides how usual a phrase is.
  private func best(_ text: String) -> (text: String, count: Int) {
    let words = text.split(separator: " ")
    var result: (text: String, count: Int)?
    for index in words.indices.dropLast() {
      let pair = words[index] + " " + words[index + 1]
      let count = counts[String(pair)] ?? 0
      if let known = result, known.count <= count { continue }
      result = (String(pair), count)
    }
    return result ?? (text, counts[text] ?? 0)
  }
}
