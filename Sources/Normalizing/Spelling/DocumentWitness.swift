/// How the rest of a filing spells a phrase.
struct DocumentWitness {
  /// All runs, one after another, each behind a 0.
  private var units: [UInt16] = []
  /// Which text and byte each run began at.
  private var runs: [(start: Int, text: Int, offset: Int)] = []
  /// Where each pair of characters stands.
  private var pairs: [UInt32: [Int32]] = [:]

  /// Pairs more frequent than this say nothing that the first of them don't.
  private static let most = 64

  init(_ texts: [[TextRun]]) {
    for (number, text) in texts.enumerated() {
      for run in text {
        units.append(0)
        runs.append((units.count, number, run.offset))
        for (index, unit) in run.units.enumerated() {
          if index + 1 < run.units.count {
            pairs[Self.key(unit, run.units[index + 1]), default: []].append(Int32(clamping: units.count))
          }
          units.append(unit)
        }
      }
    }
  }

  struct Occurrences {
    var count = 0
    /// The text and the UTF-8 range of the first.
    var first: (text: Int, range: Range<Int>)?
  }

  func occurrences(of phrase: [UInt16]) -> Occurrences {
    var result = Occurrences()
    guard phrase.count > 1, let places = pairs[Self.key(phrase[0], phrase[1])] else { return result }
    for place in places.prefix(Self.most) {
      let start = Int(place)
      guard start + phrase.count <= units.count, units[start..<start + phrase.count].elementsEqual(phrase) else {
        continue
      }
      result.count += 1
      if result.first == nil, let run = run(at: start) {
        let offset = run.offset + 3 * (start - run.start)
        result.first = (run.text, offset..<offset + 3 * phrase.count)
      }
    }
    return result
  }

  private func run(at place: Int) -> (start: Int, text: Int, offset: Int)? {
    var lower = 0
    var upper = runs.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if runs[middle].start <= place { lower = middle + 1 } else { upper = middle }
    }
    return lower > 0 ? runs[lower - 1] : nil
  }

  private static func key(_ left: UInt16, _ right: UInt16) -> UInt32 { UInt32(left) << 16 | UInt32(right) }
}
