import Foundation

/// Counts of right and wrong decisions, by sentence and by character.
struct Figures {
  private var detection = Counts()
  private var correction = Counts()
  private var characterDetection = Counts()
  private var characterCorrection = Counts()
  /// Changed sentences in which every change is right, whether or not an error is left.
  private var faithful = Counts()
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

  mutating func count(_ pair: SentencePair, _ output: String) {
    let source = Array(pair.source.unicodeScalars)
    let target = Array(pair.target.unicodeScalars)
    let output = Array(output.unicodeScalars)
    let isWrong = source != target
    let isChanged = output != source
    if isWrong { detection.wanted += 1 } else { clean += 1 }
    if !isWrong && isChanged { cleanChanged += 1 }
    if isChanged { detection.proposed += 1 }
    correction.wanted = detection.wanted
    correction.proposed = detection.proposed
    faithful.proposed = detection.proposed
    if isWrong && output == target { correction.right += 1 }
    guard source.count == target.count, source.count == output.count else { return }
    let wrong = source.indices.filter { source[$0] != target[$0] }
    let changed = source.indices.filter { source[$0] != output[$0] }
    if isChanged && changed.allSatisfy({ output[$0] == target[$0] }) { faithful.right += 1 }
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
      "  \(title) precision \(precision(counts)) recall \(percent(counts.recall)) F1 \(percent(counts.f1))"
        + " (\(counts.right) of \(counts.proposed) proposed, \(counts.wanted) wanted)"
    }
    return """
      \(name):
      \(line("sentences, detection  ", detection))
      \(line("sentences, correction ", correction))
        changed sentences in which every change is right: \(precision(faithful)) (\(faithful.right) of \(faithful.proposed))
      \(line("characters, detection ", characterDetection))
      \(line("characters, correction", characterCorrection))
        right sentences changed: \(cleanChanged) of \(clean), or \(percent(Double(cleanChanged) / Double(max(1, clean)), 2)) %
      """
  }

  private func precision(_ counts: Counts) -> String {
    let (low, high) = counts.bounds
    return "\(percent(counts.precision)) [\(percent(low)), \(percent(high))]"
  }

  private func percent(_ share: Double, _ digits: Int = 1) -> String { String(format: "%.\(digits)f", 100 * share) }
}
