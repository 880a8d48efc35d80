import ArgumentParser
import Foundation
import Normalizing
import Provenance

/// Measures the spelling engine on pairs of sentences.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures the spelling engine on pairs of sentences: source, TAB, target, one pair a line.",
    discussion: definitions)

  static let definitions = """
    A sentence is detected if exactly its wrong characters are changed, and corrected if it becomes the target. Precision \
    is the share of changed sentences that are right in this sense, so a sentence of two errors with one repaired counts \
    as wrong; the line below it counts the sentences in which every change is right. Recall is the share of sentences \
    with errors that are right. Characters are counted one by one. In brackets stand the bounds of 95 % confidence \
    (Wilson). "applied" takes the repairs that are made, "suggested" these and the suggestions.
    """

  @Argument(help: "Files of pairs; each is measured by itself.") var files: [String]
  @Option(help: "Fits the weights anew for each of so many parts of a file, by its other parts.") var folds: Int?
  @Flag(help: "Lists the errors, the surest first: false repairs, then misses.") var errors = false
  @Option(help: "Other thresholds: applied, applied where a word was written, suggested.") var thresholds: String?

  func run() throws {
    print(Self.definitions + "\n")
    let engine = try SpellingEngine(weights: .everything)
    for file in files {
      let trial = try SpellingTrial(file, engine)
      print("\(file): \(trial.pairs.count) pairs, \(trial.speed) characters a second of processor time")
      let chosen = trial.chosen(folds: folds, try weights())
      for (name, isWanted) in [("applied", Certainty.likely), ("suggested", .possible)] {
        var figures = Figures()
        for (pair, repairs) in zip(trial.pairs, chosen) {
          figures.count(
            pair, pair.source(with: repairs.filter { isWanted == .possible || $0.edit.certainty == .likely }))
        }
        print(figures.table(name))
      }
      if errors { listErrors(trial.pairs, chosen) }
    }
  }

  private func weights() throws -> Weights {
    var weights = Weights.measured
    if let thresholds {
      let numbers = thresholds.split(separator: ",").compactMap { Float(String($0)) }
      guard numbers.count == 3 else { throw ValidationError("Three numbers, separated by commas, are expected.") }
      (weights.likely, weights.likelyForWords, weights.possible) = (numbers[0], numbers[1], numbers[2])
    }
    return weights
  }

  private func listErrors(_ pairs: [SentencePair], _ chosen: [[SpellingRepair]]) {
    var wrong: [(Float, String)] = []
    var missed: [String] = []
    for (pair, repairs) in zip(pairs, chosen) {
      for repair in repairs where !pair.isRight(repair) {
        let level = repair.edit.certainty?.rawValue ?? ""
        let isClean = pair.source == pair.target ? " (a right sentence)" : ""
        wrong.append((repair.probability, "\(level) \(repair.rule) \(pair.show(repair))\(isClean)"))
      }
      if pair.source != pair.target, repairs.isEmpty { missed.append("missed: \(pair.source)\n        \(pair.target)") }
    }
    for (probability, text) in wrong.sorted(by: { ($1.0, $0.1) < ($0.0, $1.1) }) {
      print(String(format: "%.3f", probability), text)
    }
    for text in missed.sorted() { print(text) }
  }
}
