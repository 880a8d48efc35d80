import Foundation
import Normalizing
import Provenance

/// All that the engine proposes for the pairs of a file, before anything is weighed.
struct SpellingTrial {
  let pairs: [SentencePair]
  let proposals: [[SpellingRepair]]
  /// In characters a second of one thread's processor time, on texts that the engine has not seen.
  let speed: Int

  /// What scikit-learn calls 1/C; 0.3 there did as well as 1 and 0.1.
  private static let penalty = 1 / 0.3

  init(_ file: String, _ engine: SpellingEngine) throws {
    pairs = try SentencePair.read(file)
    var worker = SpellingWorker(engine)
    let start = Self.processorTime()
    proposals = pairs.map { pair in worker.repairs(of: [pair.source]).first ?? [] }
    let time = Self.processorTime() - start
    let characters = pairs.reduce(0) { $0 + $1.source.unicodeScalars.count }
    speed = Int(Double(characters) / max(time, 1e-9))
  }

  /// What is made and suggested with the weights; with folds, those of each pair are fitted to the other parts.
  func chosen(folds: Int?, _ weights: Weights) -> [[SpellingRepair]] {
    guard let folds, folds > 1 else { return proposals.map(weights.chosen) }
    let fitted = (0..<folds).map { fold in fit(weights) { $0.fold(of: folds) != fold } }
    return zip(pairs, proposals).map { pair, repairs in fitted[pair.fold(of: folds)].chosen(from: repairs) }
  }

  /// The weights with their coefficients fitted to those pairs that `isUsed` takes.
  func fit(_ weights: Weights, _ isUsed: (SentencePair) -> Bool = { _ in true }) -> Weights {
    var rows: [[Double]] = []
    var labels: [Bool] = []
    for (pair, repairs) in zip(pairs, proposals) where isUsed(pair) {
      for repair in repairs {
        rows.append(repair.features.values.map(Double.init))
        labels.append(pair.isRight(repair))
      }
    }
    let regression = LogisticRegression(rows, labels, penalty: Self.penalty)
    // As many digits as are checked in.
    func rounded(_ value: Double) -> Float { Float((value * 10_000).rounded() / 10_000) }
    var result = weights
    result.bias = rounded(regression.bias)
    result.values = regression.weights.map(rounded)
    return result
  }

  static func processorTime() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
