/// One line of the table, read where it stands.
struct RegionRecord {
  let code: RegionCode
  /// The bytes of the name in the table.
  let name: Range<Int>
  /// The years at whose end the code stood for the name.
  let years: ClosedRange<Int>

  /// Reads the line that begins at `start`: a code and a name in either order, then both years or none.
  init(at start: Int, in table: Span<UInt8>) {
    var position = start
    var first = 0
    if table.codeDigit(at: start) != nil { first = table.number(digits: 6, at: &position) }
    let name = position
    while position < table.count, table[position] >= 0x80 { position += 1 }
    self.name = name..<position
    code = RegionCode(number: name > start ? first : table.number(digits: 6, at: &position))
    guard table.codeDigit(at: position) != nil else {
      years = 0...Int.max
      return
    }
    let since = table.number(digits: 4, at: &position)
    let until = table.number(digits: 4, at: &position)
    years = since...max(since, until == 9999 ? .max : until)
  }

  /// What `code` stood for at the end of `year`; where the table has nothing for that year, what it stood for next,
  /// else last. O(log n).
  static func find(_ code: RegionCode, in table: Span<UInt8>, at year: Int) -> RegionRecord? {
    var start = table.firstLine { RegionRecord(at: $0, in: table).code >= code }
    var found: RegionRecord?
    while start < table.count {
      let record = RegionRecord(at: start, in: table)
      guard record.code == code else { break }
      found = record
      if year <= record.years.upperBound { break }
      start = table.nextLine(after: start)
    }
    return found
  }

  func appendName(from table: Span<UInt8>, to text: inout [UInt8]) {
    for index in name { text.append(table[index]) }
  }
}

/// Lines separated by LF, searched without an index: they differ in length, so a search by halves goes back from
/// the middle to where its line begins.
extension Span where Element == UInt8 {
  /// The start of the first line for which `condition` holds, the count of bytes if there is none. The lines for
  /// which it holds come after all others.
  func firstLine(where condition: (_ start: Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      var middle = low + (high - low) / 2
      while middle > low, self[middle - 1] != 0x0A { middle -= 1 }
      if condition(middle) { high = middle } else { low = nextLine(after: middle) }
    }
    return low
  }

  func nextLine(after start: Int) -> Int {
    var position = start
    while position < count, self[position] != 0x0A { position += 1 }
    return Swift.min(count, position + 1)
  }

  /// The start of the line before the one that begins at `start`; nil for the first.
  func previousLine(before start: Int) -> Int? {
    guard start > 0 else { return nil }
    var position = start - 1
    while position > 0, self[position - 1] != 0x0A { position -= 1 }
    return position
  }

  func codeDigit(at position: Int) -> Int? {
    guard position < count, (0x30...0x39).contains(self[position]) else { return nil }
    return Int(self[position] - 0x30)
  }

  /// Up to `digits` digits at `position`, which moves behind them.
  func number(digits: Int, at position: inout Int) -> Int {
    var number = 0
    for _ in 0..<digits {
      guard let digit = codeDigit(at: position) else { break }
      number = number * 10 + digit
      position += 1
    }
    return number
  }
}
