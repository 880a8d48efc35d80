import ArgumentParser
import Foundation
import Normalizing
import Provenance

/// Measures the spelling engine on pairs of sentences.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures the spelling engine on pairs of sentences: source, TAB, target, one pair a line.",
    discussion: """
      A sentence counts as detected if exactly the wrong characters are changed, and as corrected if it becomes the \
      target; every changed sentence counts for precision, every wrong one for recall. Characters are counted one by one. \
      The false-positive rate is the share of right sentences that are changed. "Suggested" takes all proposals as made.
      """)

  @Argument(help: "Files of pairs; each is measured by itself.") var files: [String]
  @Flag(help: "Lists every error, the surest first: false repairs, then misses.") var errors = false
  @Option(help: "Writes the features of every proposal to a file, for calibration.") var features: String?

  func run() throws {
    var lines: [String] = []
    let engine = try SpellingEngine(weights: features == nil ? .measured : .everything)
    for file in files {
      let pairs = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap(Pair.init)
      // Each file is new to the engine, so that its speed is that of texts never seen before.
      var worker = SpellingWorker(engine)
      let start = ContinuousClock.now
      let repairs = pairs.map { pair in worker.repairs(of: [pair.source])[0] }
      let time = start.duration(to: .now)
      let characters = pairs.reduce(0) { $0 + $1.source.unicodeScalars.count }
      let speed = Double(characters) / (Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
      print("\(file): \(pairs.count) pairs, \(Int(speed)) characters a second")
      for (name, isWanted) in [("applied", { $0.isApplied }), ("suggested", { _ in true })] as [(String, (Certainty) -> Bool)] {
        var figures = Figures()
        for (pair, repairs) in zip(pairs, repairs) {
          figures.count(pair, pair.source(with: repairs.filter { isWanted($0.edit.certainty ?? .possible) }))
        }
        print(figures.table(name))
      }
      if errors { listErrors(pairs, repairs) }
      if features != nil { lines += describe(file, pairs, repairs) }
    }
    if let features { try lines.joined(separator: "\n").write(toFile: features, atomically: true, encoding: .utf8) }
  }

  private func listErrors(_ pairs: [Pair], _ repairs: [[SpellingRepair]]) {
    var wrong: [(Float, String)] = []
    var missed: [String] = []
    for (pair, repairs) in zip(pairs, repairs) {
      for repair in repairs where !pair.isRight(repair) {
        let level = repair.edit.certainty?.rawValue ?? ""
        wrong.append((repair.probability, "\(level) \(pair.show(repair))"))
      }
      if pair.source != pair.target, repairs.isEmpty { missed.append("missed: \(pair.source)\n        \(pair.target)") }
    }
    for (probability, text) in wrong.sorted(by: { ($1.0, $0.1) < ($0.0, $1.1) }) {
      print(String(format: "%.3f", probability), text)
    }
    for text in missed.sorted() { print(text) }
  }

  private func describe(_ file: String, _ pairs: [Pair], _ repairs: [[SpellingRepair]]) -> [String] {
    var lines: [String] = []
    for (number, (pair, repairs)) in zip(pairs, repairs).enumerated() {
      for repair in repairs {
        let values = repair.features.values.map { "\($0)" }.joined(separator: "\t")
        let range = repair.edit.range
        lines.append(
          "\(file)\t\(number)\t\(range.lowerBound)\t\(range.count)\t\(repair.edit.replacement)\t\(pair.isRight(repair) ? 1 : 0)"
            + "\t\(repair.rule)\t\(values)")
      }
    }
    return lines
  }
}

/// A sentence as written and as it should be.
struct Pair {
  let source: String
  let target: String

  init?(_ line: Substring) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count == 2, let source = columns.first, let target = columns.last else { return nil }
    self.source = String(source)
    self.target = String(target.last == "\r" ? target.dropLast() : target)
  }

  func source(with repairs: [SpellingRepair]) -> String {
    var bytes = Array(source.utf8)
    for repair in repairs.reversed() { bytes.replaceSubrange(repair.edit.range, with: repair.edit.replacement.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the repair makes what stands in the target at its place.
  func isRight(_ repair: SpellingRepair) -> Bool {
    let range = repair.edit.range
    let target = Array(target.utf8)
    guard target.count == source.utf8.count, range.upperBound <= target.count else { return false }
    return target[range].elementsEqual(repair.edit.replacement.utf8)
  }

  func show(_ repair: SpellingRepair) -> String {
    let bytes = Array(source.utf8)
    let range = repair.edit.range
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self) }
    let (before, behind) = (max(0, range.lowerBound - 18)..<range.lowerBound, range.upperBound..<range.upperBound + 18)
    return "\(text(before))[\(text(range))→\(repair.edit.replacement)]\(text(behind)) (\(target))"
  }
}

/// Counts of right and wrong decisions, by sentence and by character.
struct Figures {
  private var detection = Counts()
  private var correction = Counts()
  private var characterDetection = Counts()
  private var characterCorrection = Counts()
  private var clean = 0
  private var cleanChanged = 0

  struct Counts {
    /// What was changed, of that what was right, and what should have been.
    var proposed = 0
    var right = 0
    var wanted = 0

    var precision: Double { Double(right) / Double(max(1, proposed)) }
    var recall: Double { Double(right) / Double(max(1, wanted)) }
    var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    /// The bounds within which the precision lies with 95 % confidence (Wilson's score interval).
    var bounds: (Double, Double) {
      let (n, p, z) = (Double(max(1, proposed)), precision, 1.96)
      let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
      let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
      return (centre - half, centre + half)
    }
  }

  mutating func count(_ pair: Pair, _ output: String) {
    let (source, target, output) = (Array(pair.source.unicodeScalars), Array(pair.target.unicodeScalars), Array(output.unicodeScalars))
    let isWrong = source != target
    let isChanged = output != source
    if isWrong { detection.wanted += 1 } else { clean += 1 }
    if !isWrong && isChanged { cleanChanged += 1 }
    if isChanged { detection.proposed += 1 }
    correction.wanted = detection.wanted
    correction.proposed = detection.proposed
    if isWrong && output == target { correction.right += 1 }
    guard source.count == target.count, source.count == output.count else { return }
    let wrong = source.indices.filter { source[$0] != target[$0] }
    let changed = source.indices.filter { source[$0] != output[$0] }
    if isWrong && wrong == changed { detection.right += 1 }
    characterDetection.wanted += wrong.count
    characterDetection.proposed += changed.count
    characterDetection.right += changed.filter { source[$0] != target[$0] }.count
    characterCorrection.wanted = characterDetection.wanted
    characterCorrection.proposed = characterDetection.proposed
    characterCorrection.right += changed.filter { output[$0] == target[$0] }.count
  }

  func table(_ name: String) -> String {
    func line(_ title: String, _ counts: Counts) -> String {
      let (low, high) = counts.bounds
      return String(
        format: "  %@ precision %5.1f [%.1f, %.1f] recall %5.1f F1 %5.1f (%d of %d proposed, %d wanted)", title,
        100 * counts.precision, 100 * low, 100 * high, 100 * counts.recall, 100 * counts.f1, counts.right,
        counts.proposed, counts.wanted)
    }
    return """
      \(name):
      \(line("sentences, detection  ", detection))
      \(line("sentences, correction ", correction))
      \(line("characters, detection ", characterDetection))
      \(line("characters, correction", characterCorrection))
        right sentences changed: \(cleanChanged) of \(clean) \(String(format: "(%.2f %%)", 100 * Double(cleanChanged) / Double(max(1, clean))))
      """
  }
}
