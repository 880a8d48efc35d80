/// For each byte of a revised text the part of the filed text that it stands for, kept as runs.
struct Origins: Hashable, Sendable {
  private struct Run: Hashable, Sendable {
    /// How many bytes of the text; the runs before it say where they begin.
    var count: Int
    var filed: Range<Int>
    /// Each byte stands for the one at the same distance from the run's beginning; else each for all of `filed`.
    var isVerbatim: Bool
  }

  private var runs: [Run] = []
  private var count = 0

  init() {}

  init(unchanged count: Int) {
    if count > 0 { append(Run(count: count, filed: 0..<count, isVerbatim: true)) }
  }

  /// The next `count` bytes stand for all of `filed`.
  mutating func append(_ count: Int, standingFor filed: Range<Int>) {
    if count > 0 { append(Run(count: count, filed: filed, isVerbatim: false)) }
  }

  /// The next bytes are those of `range` in `other`.
  mutating func append(_ other: Origins, _ range: Range<Int>) {
    var start = 0
    for run in other.runs {
      let part = range.clamped(to: start..<start + run.count)
      if !part.isEmpty {
        let lower = run.filed.lowerBound + part.lowerBound - start
        append(
          Run(
            count: part.count, filed: run.isVerbatim ? lower..<lower + part.count : run.filed,
            isVerbatim: run.isVerbatim))
      }
      start += run.count
    }
  }

  private mutating func append(_ run: Run) {
    count += run.count
    if let last = runs.last, last.isVerbatim, run.isVerbatim, last.filed.upperBound == run.filed.lowerBound {
      runs[runs.count - 1].count += run.count
      runs[runs.count - 1].filed = last.filed.lowerBound..<run.filed.upperBound
    } else {
      runs.append(run)
    }
  }

  /// What the last byte stands for.
  var last: Range<Int>? { origin(at: count - 1) }

  /// The part of the filed text that `range` stands for.
  func origin(of range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty, let first = origin(at: range.lowerBound), let last = origin(at: range.upperBound - 1) else {
      return Self.origin(between: origin(at: range.lowerBound - 1), origin(at: range.upperBound))
    }
    return first.lowerBound..<max(first.upperBound, last.upperBound)
  }

  /// An insertion stands where the byte before it ends; one into something that was written for a part of the filed
  /// text stands for that part. So origins never descend.
  static func origin(between preceding: Range<Int>?, _ following: Range<Int>?) -> Range<Int> {
    let end = preceding?.upperBound ?? 0
    guard let following, following.lowerBound < end else { return end..<end }
    return following.lowerBound..<end
  }

  /// What the byte at `position` stands for; nil outside the text.
  func origin(at position: Int) -> Range<Int>? {
    if position < 0 { return nil }
    var start = 0
    for run in runs {
      if position < start + run.count {
        let byte = run.filed.lowerBound + position - start
        return run.isVerbatim ? byte..<byte + 1 : run.filed
      }
      start += run.count
    }
    return nil
  }
}
