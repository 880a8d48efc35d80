/// A division named in a text.
package struct RegionMatch: Hashable, Sendable {
  /// The code of the lowest level named.
  package var code: String
  /// From the first of its names to the last, in UTF-8 offsets of the text.
  package var range: Range<Int>

  package init(code: String, range: Range<Int>) {
    self.code = code
    self.range = range
  }
}

extension Regions {
  /// The division that `text`, a title or the name of a unit, speaks of: `秦皇岛市北戴河区` in
  /// `政协秦皇岛市北戴河区委员会办公室`. Only full names count, 北戴河区 but not 北戴河.
  ///
  /// A name that several divisions bear (朝阳区) counts when the names around it leave one. Nil where none is named,
  /// where several remain or contradict each other, and where the text goes on with a zone that is no division
  /// (秦皇岛市北戴河新区). O(length · log n).
  package static func code(named text: String, year: Int? = nil) -> RegionMatch? {
    var text = text
    text.makeContiguousUTF8()
    let lines = byName
    let table = lines.utf8Span.span
    let utf8 = text.utf8Span.span
    let year = tableYear(year)
    var candidates: [RegionCode] = []
    var found = 0..<0
    var position = 0
    while position < utf8.count {
      // All names begin with an ideograph of three bytes, U+4E00 to U+9FFF.
      guard (0xE4...0xE9).contains(utf8[position]), let line = longestName(at: position, of: utf8, in: table) else {
        position += 1
        continue
      }
      let name = position..<position + RegionRecord(at: line, in: table).name.count
      position += 3
      if isPartOfWord(name, in: utf8) { continue }
      let bearers = bearers(of: line, in: table, at: year)
      if candidates.isEmpty {
        if isTooShortAlone(name, in: utf8) { continue }
        candidates = bearers
        found = name
      } else {
        let within = bearers.filter { bearer in candidates.contains { bearer.isWithin($0) } }
        let around = candidates.filter { candidate in bearers.contains { candidate.isWithin($0) } }
        if within.isEmpty && around.isEmpty {
          if isTooShortAlone(name, in: utf8) { continue }
          return nil
        }
        candidates = within.isEmpty ? around : within
        found = found.lowerBound..<name.upperBound
      }
      position = name.upperBound
    }
    guard candidates.count == 1, let code = candidates.first, !goesOnWithZone(from: found.upperBound, in: utf8) else {
      return nil
    }
    return RegionMatch(code: code.text, range: found)
  }

  /// The last line with the longest name that stands in `text` at `position`.
  private static func longestName(at position: Int, of text: Span<UInt8>, in table: Span<UInt8>) -> Int? {
    var end = text.count
    while end > position {
      let after = table.firstLine { start in
        isName(at: start, of: table, after: position..<end, of: text)
      }
      guard let line = table.previousLine(before: after) else { return nil }
      // Every name that begins the text and is sorted before this one begins this one, too.
      let name = RegionRecord(at: line, in: table).name
      var common = 0
      while common < name.count, position + common < end,
        table[name.lowerBound + common] == text[position + common]
      {
        common += 1
      }
      if common == name.count { return line }
      end = position + common
    }
    return nil
  }

  /// Whether the name of the line at `start` is sorted after the bytes of `text` at `range`.
  private static func isName(
    at start: Int, of table: Span<UInt8>, after range: Range<Int>, of text: Span<UInt8>
  ) -> Bool {
    var offset = 0
    while start + offset < table.count, table[start + offset] >= 0x80 {
      if range.lowerBound + offset >= range.upperBound { return true }
      let byte = text[range.lowerBound + offset]
      if table[start + offset] != byte { return table[start + offset] > byte }
      offset += 1
    }
    return false
  }

  /// The divisions that bear the name of `line`, the last line with it: those of the year, or else of any.
  private static func bearers(of line: Int, in table: Span<UInt8>, at year: Int) -> [RegionCode] {
    var all: [RegionCode] = []
    var inForce: [RegionCode] = []
    let name = RegionRecord(at: line, in: table).name
    var start: Int? = line
    while let line = start {
      let record = RegionRecord(at: line, in: table)
      guard record.name.count == name.count, same(record.name, name, in: table) else { break }
      if !all.contains(record.code) { all.append(record.code) }
      if record.years.contains(year) { inForce.append(record.code) }
      start = table.previousLine(before: line)
    }
    return inForce.isEmpty ? all : inForce
  }

  private static func same(_ one: Range<Int>, _ other: Range<Int>, in table: Span<UInt8>) -> Bool {
    for offset in 0..<one.count where table[one.lowerBound + offset] != table[other.lowerBound + offset] {
      return false
    }
    return true
  }

  /// Whether the last character of the name belongs to a word with the next: 合作市场, 前进区域, 小康县域.
  private static func isPartOfWord(_ name: Range<Int>, in text: Span<UInt8>) -> Bool {
    text.hasScalar(0x57DF, at: name.upperBound)  // 域
      || text.hasScalar(0x573A, at: name.upperBound) && text.hasScalar(0x5E02, at: name.upperBound - 3)  // 市场
  }

  /// Whether a name of two characters could be a common word, which it is not behind its province or prefecture:
  /// any in 区 (城区, 矿区, 东区), and others (康县, 文县) unless they begin a word.
  private static func isTooShortAlone(_ name: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard name.count <= 6 else { return false }
    let before = name.lowerBound - 3
    if text.hasScalar(0x533A, at: name.upperBound - 3) { return true }
    return text.isIdeograph(at: before) && !openings.contains { text.hasScalar($0, at: before) }
  }

  /// What the name of a division often follows: 2022年岷县, 政协岷县委员会, 中共岷县委员会, 共青团岷县委员会.
  private static let openings: [UInt32] = "年协共团".unicodeScalars.map(\.value)

  /// Whether the word that goes on at `position` names a zone with a budget of its own but no code in the table.
  private static func goesOnWithZone(from position: Int, in text: Span<UInt8>) -> Bool {
    var position = position
    while text.isIdeograph(at: position) {
      for zone in zones where text.hasScalar(zone.0, at: position) && text.hasScalar(zone.1, at: position + 3) {
        return true
      }
      position += 3
    }
    return false
  }

  /// The last two characters of 新区, 开发区, 园区, 管理区, 示范区, 试验区, 合作区, 保税区, 度假区, 高新区.
  private static let zones: [(UInt32, UInt32)] = ["新区", "发区", "园区", "理区", "范区", "验区", "作区", "税区", "假区"].map {
    let scalars = $0.unicodeScalars.map(\.value)
    return (scalars[0], scalars[1])
  }
}

extension Span where Element == UInt8 {
  /// Whether `scalar`, of three bytes, stands at `position`, which may lie outside.
  fileprivate func hasScalar(_ scalar: UInt32, at position: Int) -> Bool {
    guard position >= 0, position + 3 <= count else { return false }
    return self[position] == UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      && self[position + 1] == UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      && self[position + 2] == UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
  }

  /// Whether an ideograph of three bytes begins at `position`, which may lie outside.
  fileprivate func isIdeograph(at position: Int) -> Bool {
    position >= 0 && position + 3 <= count && (0xE4...0xE9).contains(self[position])
  }
}
