/// The code that the budget system gives a project: 6 digits of region (GB/T 2260), 2 of the year in which it began, and 13
/// capital letters and digits. There is no check digit.
package struct ProjectCode: Hashable, Sendable {
  /// As written, in half width.
  package var text: String
  package var range: Range<Int>
  /// nil where the code doesn't have the form; `problem` says why.
  package var parts: Parts?
  package var problem: Problem?

  package struct Parts: Hashable, Sendable {
    package var region: String
    package var regionRange: Range<Int>
    package var year: Int
    package var yearRange: Range<Int>
  }

  package enum Problem: String, Hashable, Sendable, CaseIterable {
    /// Not 21 characters.
    case length
    /// Something other than capital letters and digits.
    case characters
    /// The first eight are not a region and a year.
    case prefix
  }
}

extension ProjectCode {
  package static let length = 21

  /// The code that a cell holds, whatever its form; nil if the cell is empty or says that there is none.
  package static func read(_ cell: String) -> ProjectCode? {
    let utf8 = cell.utf8Span
    let bytes = utf8.span
    let range = bytes.trimmed(0..<bytes.count)
    if range.isEmpty || TargetWords.isNone(bytes, range) { return nil }
    let run = run(bytes, at: range.lowerBound)
    if run.end == range.upperBound { return make(bytes, range, count: run.count) }
    return ProjectCode(text: bytes.string(range), range: range, problem: .characters)
  }

  /// The first code of the full form in a text, such as one glued to a name: `13030421AFQYLND97B7TA政协综合事务管理`. Letters
  /// or digits beside it make it something else.
  package static func find(in text: String) -> ProjectCode? {
    let utf8 = text.utf8Span
    let bytes = utf8.span
    var position = 0
    while position < bytes.count {
      let run = run(bytes, at: position)
      if run.count == length, case let code = make(bytes, position..<run.end, count: run.count), code.parts != nil {
        return code
      }
      position = run.count > 0 ? run.end : bytes.scalarEnd(position)
    }
    return nil
  }

  private static func make(_ bytes: Span<UInt8>, _ range: Range<Int>, count: Int) -> ProjectCode {
    // Half width, as nearly always: the text as it stands.
    var result = ProjectCode(text: range.count == count ? bytes.string(range) : "", range: range)
    var isCapital = true
    var (sixth, eighth) = (range.lowerBound, range.lowerBound)
    var position = range.lowerBound
    for index in 0..<count {
      if index == 6 { sixth = position }
      if index == 8 { eighth = position }
      let letter = alphanumeric(bytes, at: position) ?? 0x3F
      isCapital = isCapital && letter < 0x61
      if range.count != count { result.text.unicodeScalars.append(Unicode.Scalar(letter)) }
      position = bytes.scalarEnd(position)
    }
    guard count == length else {
      result.problem = .length
      return result
    }
    guard isCapital else {
      result.problem = .characters
      return result
    }
    let (region, year) = (range.lowerBound..<sixth, sixth..<eighth)
    guard isRegion(bytes, region), let tens = bytes.digit(at: sixth),
      let ones = bytes.digit(at: bytes.scalarEnd(sixth))
    else {
      result.problem = .prefix
      return result
    }
    result.parts = Parts(
      region: String(result.text.prefix(6)), regionRange: region, year: 2000 + tens * 10 + ones, yearRange: year)
    return result
  }

  /// Six digits whose first is that of a province: 1 to 8.
  private static func isRegion(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = bytes.digit(at: range.lowerBound), (1...8).contains(first) else { return false }
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes.digit(at: position) == nil { return false }
      position = bytes.scalarEnd(position)
    }
    return true
  }

  /// The letters and digits from `start` on.
  private static func run(_ bytes: Span<UInt8>, at start: Int) -> (end: Int, count: Int) {
    var (end, count) = (start, 0)
    while alphanumeric(bytes, at: end) != nil {
      end = bytes.scalarEnd(end)
      count += 1
    }
    return (end, count)
  }

  /// The letter or digit at `position` in half width.
  private static func alphanumeric(_ bytes: Span<UInt8>, at position: Int) -> UInt8? {
    let byte = bytes.byte(at: position)
    let folded: UInt8
    switch (byte, bytes.byte(at: position + 1)) {
    case (0xEF, 0xBC): folded = bytes.byte(at: position + 2) &- 0x60
    case (0xEF, 0xBD): folded = bytes.byte(at: position + 2) &- 0x20
    default: folded = byte
    }
    switch folded {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return folded
    default: return nil
    }
  }
}
