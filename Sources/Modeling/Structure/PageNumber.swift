/// Page numbers: `12`, `- 12 -`, `第12页`, `第1页共9页`, `3/9`.
enum PageNumber {
  /// True if a folded line is one.
  static func stands(in folded: [UInt8]) -> Bool {
    guard folded.count <= 32 else { return false }
    let line = folded.span
    var position = 0
    while skip(dashes, line, &position) {}
    let isSaid = skip(openings, line, &position)
    guard let page = number(line, &position) else { return false }
    if isSaid, !skip(closings, line, &position) { return false }
    let isOf = skip(ofWords, line, &position)
    if isOf, let last = number(line, &position) {
      _ = skip(closings, line, &position)
      if last < page { return false }
    }
    while skip(dashes, line, &position) {}
    // Four digits alone are more likely a year.
    return position == line.count && (isSaid || isOf || page < 1000)
  }

  private static func skip(_ words: Words, _ line: Span<UInt8>, _ position: inout Int) -> Bool {
    guard let end = words.end(line, at: position) else { return false }
    position = end
    return true
  }

  /// One to four digits.
  private static func number(_ line: Span<UInt8>, _ position: inout Int) -> Int? {
    var value = 0
    let start = position
    while position < line.count, (0x30...0x39).contains(line[position]), position < start + 4 {
      value = value * 10 + Int(line[position]) - 0x30
      position += 1
    }
    return position > start ? value : nil
  }

  private static let dashes = Words(["-", "—", "–", "~", "·"])
  private static let openings = Words(["第"])
  private static let closings = Words(["页"])
  private static let ofWords = Words(["/", "共", ",共"])
}
