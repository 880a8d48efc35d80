internal import Documents
internal import Provenance

/// The cover and the table of contents.
extension FilingBuilder {
  /// A line of the contents: a heading and the number of its page. False if the line is none.
  ///
  /// Under 目录 every line with a number at its end is one; elsewhere only a known heading with a number is. A
  /// heading without a number still belongs to the contents if it stands again further down.
  mutating func readContentsLine(_ pieces: Pieces, at index: Int) -> Bool {
    guard let (title, page) = splitPage(pieces) else {
      guard section == .contents, !folding.isCut, isHeadingLike(pieces), stands(folding.utf8, below: index) else {
        return false
      }
      filing.contents.append(ContentsEntry(title: take(pieces), page: nil))
      return true
    }
    folding.fold(source, title)
    guard section == .contents || isHeadingLike(title) else { return false }
    filing.contents.append(ContentsEntry(title: take(title), page: take(Pieces(page))))
    return true
  }

  /// A row of the contents that a converter took for a table row: its texts, the last of them a number.
  mutating func readContentsRow(_ cells: [Pieces]) -> Bool {
    guard section == .preamble || section == .contents, let title = cells.first else { return false }
    if cells.count == 1 { return readContentsLine(title, at: document.body.count) }
    guard cells.count == 2 else { return false }
    folding.fold(source, cells[1])
    guard isPageNumber() else { return false }
    folding.fold(source, title)
    guard section == .contents || isHeadingLike(title) else { return false }
    filing.contents.append(ContentsEntry(title: take(title), page: take(cells[1])))
    return true
  }

  private mutating func isHeadingLike(_ pieces: Pieces) -> Bool {
    heading(of: pieces) != nil || projectHeadingSuffix() != nil
  }

  /// Splits a page number off the end of a line: behind a TAB, dots or spaces, or glued to the title.
  private func splitPage(_ pieces: Pieces) -> (title: Pieces, page: SourceRange)? {
    let last = pieces.last
    var end = last.end
    while end > last.start, isBlankByte(source[end - 1]) { end -= 1 }
    var start = end
    while start > last.start, (0x30...0x39).contains(source[start - 1]) { start -= 1 }
    guard start < end, end - start <= 4, start > pieces.start else { return nil }
    var titleEnd = start
    while titleEnd > pieces.start, let length = leaderLength(before: titleEnd, from: pieces.start) {
      titleEnd -= length
    }
    // Four glued digits are more likely a year than a page.
    if titleEnd == start, end - start == 4 { return nil }
    guard let title = pieces.clamped(to: SourceRange(pieces.start, titleEnd)) else { return nil }
    return (title, SourceRange(start, end))
  }

  private func isBlankByte(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// The length of the leader (a space, a TAB, a dot, `…` or `·`) that ends at `end`.
  private func leaderLength(before end: Int, from start: Int) -> Int? {
    let byte = source[end - 1]
    if isBlankByte(byte) || byte == 0x2E || byte == 0x2D { return 1 }
    for leader in Self.leaders where end - start >= leader.count {
      if source[end - leader.count..<end].elementsEqual(leader) { return leader.count }
    }
    return nil
  }

  private static let leaders: [[UInt8]] = ["…", "·", "．", "。", "\u{3000}", "\u{A0}", "—"].map { Array($0.utf8) }

  /// True if a paragraph below the block at `index` folds to the same text.
  private func stands(_ folded: [UInt8], below index: Int) -> Bool {
    var folding = Folding()
    for block in document.body.dropFirst(index + 1) {
      guard case .paragraph(let paragraph) = block, let pieces = pieces(ofParagraph: paragraph) else { continue }
      folding.fold(source, pieces)
      if folding.utf8 == folded { return true }
    }
    return false
  }

  /// Tells what the lines above the first heading are: the title (over several lines), who drew it up, who checked
  /// it, the date. Lines without a title among them stay unmapped.
  mutating func readCover() {
    let lines = preamble
    preamble = []
    var roles: [CoverLine] = []
    for line in lines { roles.append(coverLine(line)) }
    guard let lastTitle = roles.lastIndex(of: .title) else { return }
    var cover = filing.cover ?? Cover()
    var title: Pieces?
    for (line, role) in zip(lines, roles).prefix(lastTitle + 1) where role == .title || role == .other {
      title = extended(title, by: line)
    }
    cover.title = cover.title ?? take(title)
    for (line, role) in zip(lines, roles) {
      switch role {
      case .preparedBy where cover.preparedBy == nil: cover.preparedBy = take(line)
      case .reviewedBy where cover.reviewedBy == nil: cover.reviewedBy = take(line)
      case .date where cover.date == nil: cover.date = take(line)
      default: break
      }
    }
    filing.cover = cover
  }

  private enum CoverLine {
    case title, preparedBy, reviewedBy, date, other
  }

  private mutating func coverLine(_ line: Pieces) -> CoverLine {
    folding.fold(source, line)
    let folded = folding.utf8
    if isDate(folded) { return .date }
    for (part, marks) in form.coverMarks {
      switch part {
      case .preparedBy where marks.contains { folded.hasSuffix($0) || folded.hasPrefix($0 + [0x3A]) }:
        return .preparedBy
      case .reviewedBy where marks.contains { folded.hasSuffix($0) || folded.hasPrefix($0 + [0x3A]) }:
        return .reviewedBy
      default: break
      }
    }
    for (part, marks) in form.coverMarks where part == .title && marks.contains(where: { folded.holds($0) }) {
      return .title
    }
    return .other
  }

  /// A date such as 2022年1月 or 二〇二二年一月: digits, then 年, then perhaps 月 and 日, and nothing else.
  private func isDate(_ folded: [UInt8]) -> Bool {
    var digits = 0
    var marks = 0
    var rest = folded[...]
    while let byte = rest.first {
      if (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2D || byte == 0x2F {
        digits += 1
        rest = rest.dropFirst()
      } else if let word = Self.dateWords.first(where: { rest.starts(with: $0) }) {
        digits += 1
        rest = rest.dropFirst(word.count)
      } else if let word = Self.dateMarks.first(where: { rest.starts(with: $0) }) {
        marks += 1
        rest = rest.dropFirst(word.count)
      } else {
        return false
      }
    }
    return digits >= 4 && marks > 0
  }

  private static let dateWords: [[UInt8]] =
    ["〇", "○", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].map { Array($0.utf8) }
  private static let dateMarks: [[UInt8]] = ["年", "月", "日"].map { Array($0.utf8) }
}

extension Pieces {
  var all: [SourceRange] { [first] + rest }
}

extension [UInt8] {
  func hasPrefix(_ other: [UInt8]) -> Bool { starts(with: other) }

  func hasSuffix(_ other: [UInt8]) -> Bool { count >= other.count && self[(count - other.count)...].elementsEqual(other) }

  /// True if `other` stands anywhere in these bytes. O(count × other).
  func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first, count >= other.count else { return other.isEmpty }
    for start in 0...(count - other.count) where self[start] == first {
      if self[start..<start + other.count].elementsEqual(other) { return true }
    }
    return false
  }
}
