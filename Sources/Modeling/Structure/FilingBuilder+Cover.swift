internal import Documents
internal import Provenance

/// The cover and the table of contents.
extension FilingBuilder {
  /// Opens the table of contents behind the paragraph `index` and finds where it ends: the headings of the filing
  /// itself follow the last of the contents and begin again at the first part.
  ///
  /// Where they never do, the contents were lost, and only lines with a page number are theirs. O(contents).
  func beginContents(behind index: Int) {
    section = .contents
    contentsEnd = index + 1
    var highest = -1
    var seen: Set<[UInt8]> = []
    var next = index + 1
    while next < document.paragraphs.count {
      defer { next += 1 }
      guard let pieces = pieces(ofParagraph: next) else { continue }
      folding.fold(source, pieces)
      if PageNumber.stands(in: folding.utf8) {
        contentsEnd = next + 1
        continue
      }
      let page = splitPage(pieces)
      let title = page?.title ?? pieces
      folding.fold(source, title)
      guard let rank = rankInContents(title, hasPage: page != nil) else { return }
      if page == nil, rank < highest || seen.contains(folding.utf8) {
        contentsEnd = next
        return
      }
      highest = max(highest, rank)
      seen.insert(folding.utf8)
      if page != nil { contentsEnd = next + 1 }
    }
  }

  /// Where a line of the contents stands in the order of a filing; nil if it can't be one.
  private func rankInContents(_ title: Pieces, hasPage: Bool) -> Int? {
    switch heading(of: title) {
    case .contents: return nil
    case .overall: return 0
    case .overallGoal: return 1
    case .overallGoals: return 2
    case .safeguards: return 3
    case .projects: return 4
    case nil: break
    }
    if hasPage || projectHeadingSuffix() != nil { return 5 }
    // The name of a project alone.
    guard folding.utf8.count <= 90, !folding.utf8.contains(0x3A), !endsInPunctuation(),
      ListMark.find(source, in: title.first, loose: true) != nil
    else { return nil }
    return 5
  }

  private func endsInPunctuation() -> Bool {
    ["。", "；", "，", ";", ","].contains { folding.utf8.hasSuffix(Array($0.utf8)) }
  }

  /// A line of the contents: a heading and the number of its page. False if the line is none. Above the first
  /// heading, a heading with a page number opens contents that have no title.
  func readContentsLine(_ pieces: Pieces, _ paragraph: Int) -> Bool {
    let split = splitPage(pieces)
    if section == .preamble {
      guard let opening = split?.title ?? pageFollows(paragraph, pieces) else { return false }
      folding.fold(source, opening)
      guard isHeadingLike(opening) else { return false }
      readCover()
      beginContents(behind: paragraph - 1)
    }
    guard paragraph < contentsEnd else { return false }
    filing.contents.append(
      ContentsEntry(title: take(split?.title ?? pieces), page: split?.page.map { take(Pieces($0)) }))
    if let leader = split?.leader { furnish(leader) }
    return true
  }

  /// The line, if it is a heading above a line of the contents with a page number.
  private func pageFollows(_ paragraph: Int, _ pieces: Pieces) -> Pieces? {
    folding.fold(source, pieces)
    guard heading(of: pieces) != nil else { return nil }
    var next = paragraph + 1
    while next < document.paragraphs.count, next <= paragraph + 3 {
      defer { next += 1 }
      guard let line = self.pieces(ofParagraph: next) else { continue }
      if let title = splitPage(line)?.title {
        folding.fold(source, title)
        return isHeadingLike(title) ? pieces : nil
      }
      folding.fold(source, line)
      if heading(of: line) == nil { return nil }
    }
    return nil
  }

  /// A line of the contents that reads as cells because it begins with a TAB: a title, and a page number in the next
  /// cell. Further paragraphs of that cell are lines of their own. Returns how many cells it is, 0 if none.
  func readContentsCells(_ cells: Range<Int>) -> Int {
    guard section == .preamble || section == .contents, cells.count >= 2,
      let title = firstLine(ofCell: cells.lowerBound), let page = firstLine(ofCell: cells.lowerBound + 1)
    else { return 0 }
    folding.fold(source, page.pieces)
    guard PageNumber.stands(in: folding.utf8) else { return 0 }
    folding.fold(source, title.pieces)
    if section == .preamble {
      guard isHeadingLike(title.pieces) else { return 0 }
      readCover()
      beginContents(behind: title.paragraph - 1)
    }
    guard page.paragraph < contentsEnd else { return 0 }
    filing.contents.append(ContentsEntry(title: take(title.pieces), page: take(page.pieces)))
    readLines(ofCell: cells.lowerBound + 1, behind: page.paragraph)
    return 2
  }

  private func firstLine(ofCell cell: Int) -> (pieces: Pieces, paragraph: Int)? {
    for block in document.content[document.cells[cell].content] {
      guard case .paragraph(let paragraph) = block, let pieces = pieces(ofParagraph: paragraph) else { continue }
      return (pieces, paragraph)
    }
    return nil
  }

  private func isHeadingLike(_ pieces: Pieces) -> Bool {
    heading(of: pieces) != nil || projectHeadingSuffix() != nil
  }

  /// Splits a page number off the end of a line: behind a TAB, dots or spaces, or glued to the title; or dots alone,
  /// which stand where a number was to come.
  private func splitPage(_ pieces: Pieces) -> (title: Pieces, page: SourceRange?, leader: SourceRange)? {
    let last = pieces.last
    var end = last.end
    while end > last.start, isBlankByte(source[end - 1]) { end -= 1 }
    var start = end
    while start > last.start, (0x30...0x39).contains(source[start - 1]) { start -= 1 }
    guard end - start <= 4, start > pieces.start else { return nil }
    var titleEnd = start
    while titleEnd > pieces.start, let length = leaderLength(before: titleEnd, from: pieces.start) {
      titleEnd -= length
    }
    // Four glued digits are more likely a year than a page, and a stop or a dash may end a line without a number.
    if titleEnd == start, end - start == 4 { return nil }
    if start == end, start - titleEnd < 9 { return nil }
    guard let title = pieces.clamped(to: SourceRange(pieces.start, titleEnd)) else { return nil }
    return (title, start < end ? SourceRange(start, end) : nil, SourceRange(titleEnd, start))
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

  /// Tells what the lines above the first heading are: the title (over several lines), who drew it up, who checked
  /// it, the date. Lines without a title among them stay unmapped.
  func readCover() {
    let lines = preamble
    preamble = []
    var roles: [CoverLine] = []
    for line in lines { roles.append(coverLine(line)) }
    guard let lastTitle = roles.lastIndex(of: .title) else { return }
    var cover = filing.cover ?? Cover()
    var firstTitle = lastTitle
    while firstTitle > 0, roles[firstTitle - 1] == .title || roles[firstTitle - 1] == .name { firstTitle -= 1 }
    firstTitle = skipRunningHead(lines, firstTitle...lastTitle)
    if cover.title == nil {
      var title: Pieces?
      for line in lines[firstTitle...lastTitle] { title = extended(title, by: line) }
      if let title {
        folding.fold(source, title)
        runningHead = folding.isCut ? [] : folding.utf8
        cover.title = take(title)
      }
    }
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

  /// Where the title begins, if the first of its lines says all that the others say together: then that is the head of
  /// the page, which extractors put before the text.
  private func skipRunningHead(_ lines: [Pieces], _ title: ClosedRange<Int>) -> Int {
    guard title.count > 1 else { return title.lowerBound }
    folding.fold(source, lines[title.lowerBound])
    let head = folding.utf8
    var rest: [UInt8] = []
    for line in lines[(title.lowerBound + 1)...title.upperBound] {
      folding.fold(source, line)
      rest += folding.utf8
    }
    guard rest == head else { return title.lowerBound }
    furnish(lines[title.lowerBound])
    return title.lowerBound + 1
  }

  private enum CoverLine {
    case title, preparedBy, reviewedBy, date
    /// A short line without punctuation, such as the department's name above the title.
    case name
    case other
  }

  private func coverLine(_ line: Pieces) -> CoverLine {
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
    return folding.isCut || folded.count > 90 || Self.notNames.contains(where: { folded.holds($0) }) ? .other : .name
  }

  private static let notNames: [[UInt8]] = ["。", "；", "，", ":", ";", "附件"].map { Array($0.utf8) }

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

extension [UInt8] {
  func hasPrefix(_ other: [UInt8]) -> Bool { starts(with: other) }

  func hasSuffix(_ other: [UInt8]) -> Bool {
    count >= other.count && self[(count - other.count)...].elementsEqual(other)
  }

  /// True if `other` stands anywhere in these bytes. O(count × other).
  func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first, count >= other.count else { return other.isEmpty }
    for start in 0...(count - other.count) where self[start] == first {
      if self[start..<start + other.count].elementsEqual(other) { return true }
    }
    return false
  }
}
