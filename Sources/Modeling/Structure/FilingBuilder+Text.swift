internal import Documents
internal import Provenance

extension FilingBuilder {
  /// Where the text of a paragraph stands, bookmarks left out; nil if it prints nothing.
  func pieces(ofParagraph index: Int) -> Pieces? {
    if !runningHeads.isEmpty, runningHeads.contains(index) { return nil }
    let paragraph = document.paragraphs[index]
    var result: Pieces?
    var start = paragraph.range.start
    for bookmark in document.bookmarks[paragraph.bookmarks] {
      append(SourceRange(start, bookmark.range.start), to: &result)
      start = max(start, bookmark.range.end)
    }
    append(SourceRange(start, paragraph.range.end), to: &result)
    return result
  }

  private func append(_ range: SourceRange, to result: inout Pieces?) {
    if isBlank(range) { return }
    if result == nil { result = Pieces(range) } else { result?.rest.append(range) }
  }

  /// Where the text of a cell stands, over all its paragraphs; nil if it prints nothing.
  func pieces(ofCell index: Int) -> Pieces? {
    var result: Pieces?
    for block in document.content[document.cells[index].content] {
      if case .paragraph(let paragraph) = block, let pieces = pieces(ofParagraph: paragraph) {
        result = extended(result, by: pieces)
      }
    }
    return result
  }

  /// A text with one more paragraph. One line feed stands between two paragraphs, whatever the layout or a page
  /// break puts there: the one before the second, or else the one behind the first.
  func extended(_ text: Pieces?, by pieces: Pieces) -> Pieces {
    guard var text else { return pieces }
    var next = pieces.first
    if next.start == text.end + 1, source[text.end] == 0x0A {
      text.extend(to: next.end)
    } else {
      if next.start > text.end, source[next.start - 1] == 0x0A {
        next.start -= 1
      } else if text.end < next.start, source[text.end] == 0x0A {
        text.extend(to: text.end + 1)
      } else if text.end + 1 < next.start, source[text.end] == 0x0D, source[text.end + 1] == 0x0A {
        text.rest.append(SourceRange(text.end + 1, text.end + 2))
      }
      text.rest.append(next)
    }
    text.rest += pieces.rest
    return text
  }

  /// What stands behind a list mark, white space in front left out; nil if nothing prints there.
  func rest(of pieces: Pieces, behind mark: ListMark) -> Pieces? {
    guard let rest = pieces.from(mark.range.end) else { return nil }
    let utf8 = source.span
    for piece in rest.all {
      var offset = piece.start
      while offset < piece.end {
        let (scalar, next) = Scalars.next(utf8, offset)
        if !Scalars.isBlank(scalar) { return rest.from(offset) }
        offset = next
      }
    }
    return nil
  }

  /// As `rest(of:behind:)`; the mark becomes furniture. All of it where there is no mark.
  mutating func takingMark(_ mark: ListMark?, off pieces: Pieces) -> Pieces? {
    guard let mark else { return pieces }
    guard let rest = rest(of: pieces, behind: mark) else {
      furnish(pieces)
      return nil
    }
    furnish(SourceRange(pieces.start, rest.start))
    return rest
  }

  /// True if nothing between the ends of `range` prints.
  func isBlank(_ range: SourceRange) -> Bool {
    let utf8 = source.span
    var offset = range.start
    while offset < range.end {
      let (scalar, next) = Scalars.next(utf8, offset)
      if !Scalars.isBlank(scalar) { return false }
      offset = next
    }
    return true
  }

  /// Makes a leaf of what stands at `pieces`.
  mutating func take(_ pieces: Pieces) -> Revision {
    ledger.enter(pieces.first, as: .field)
    if pieces.rest.isEmpty {
      return Revision(filed: text(pieces.first), source: pieces.first)
    }
    var filed = text(pieces.first)
    for piece in pieces.rest {
      ledger.enter(piece, as: .field)
      filed += text(piece)
    }
    return Revision(filed: filed, source: pieces.first, continued: pieces.rest)
  }

  mutating func take(_ pieces: Pieces?) -> Revision? {
    guard let pieces else { return nil }
    return take(pieces)
  }

  mutating func furnish(_ pieces: Pieces) {
    furnish(pieces.first)
    for piece in pieces.rest { furnish(piece) }
  }

  mutating func furnish(_ range: SourceRange) {
    ledger.enter(range, as: .furniture)
  }

  /// The paragraphs of a cell behind one of them, or all, each as a line of its own.
  mutating func readLines(ofCell cell: Int, behind last: Int = -1) {
    for block in document.content[document.cells[cell].content] {
      if case .paragraph(let paragraph) = block, paragraph > last, let pieces = pieces(ofParagraph: paragraph) {
        readLine(pieces, paragraph, block: nil)
      }
    }
  }

  /// True for the note of an annotator, which extractors put behind a TAB where it was made.
  func isComment(_ pieces: Pieces) -> Bool {
    source[pieces.start] == 0x43 && source[pieces.start..<pieces.end].starts(with: Self.comment)
  }

  /// A line without the annotator's note behind it, which stays unmapped; nil if nothing else stands there.
  func withoutComment(_ pieces: Pieces) -> Pieces? {
    if isComment(pieces) { return nil }
    for piece in pieces.all {
      for offset in piece.start..<piece.end
      where source[offset] == 0x09 && source[(offset + 1)..<piece.end].starts(with: Self.comment) {
        return pieces.clamped(to: SourceRange(pieces.start, offset))
      }
    }
    return pieces
  }

  private static let comment = Array("Comment by ".utf8)

  func text(_ range: SourceRange) -> String {
    String(decoding: source[range.start..<range.end], as: UTF8.self)
  }

  /// The label before the first colon of the folded line, and where what follows it begins.
  func labelBeforeColon<Meaning>(_ labels: LabelTable<Meaning>) -> (meaning: Meaning, end: Int)? {
    var start = 0
    while let colon = folding.utf8[start...].firstIndex(of: 0x3A), colon <= labels.longest {
      if let meaning = labels.meaning(of: folding.utf8, count: colon) {
        return (meaning, folding.offset(at: colon) + colonLength(at: folding.offset(at: colon)))
      }
      start = colon + 1
    }
    return nil
  }

  private func colonLength(at offset: Int) -> Int { source[offset] == 0x3A ? 1 : 3 }

  /// True if the folded line is a page number: `12`, `- 12 -`, `第12页`, `第1页共9页`, `3/9`.
  func isPageNumber() -> Bool {
    guard folding.utf8.count <= 32 else { return false }
    var rest = folding.utf8[...]
    func skip(_ words: [[UInt8]]) -> Bool {
      guard let word = words.first(where: { rest.starts(with: $0) }) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }
    func number() -> Int? {
      var value = 0
      var count = 0
      while let byte = rest.first, (0x30...0x39).contains(byte), count < 4 {
        value = value * 10 + Int(byte) - 0x30
        count += 1
        rest = rest.dropFirst()
      }
      return count > 0 ? value : nil
    }
    while skip(Self.dashes) {}
    let isSaid = skip(Self.pageOpenings)
    guard let page = number() else { return false }
    if isSaid, !skip(Self.pageClosings) { return false }
    let isOf = skip(Self.ofWords)
    if isOf, let last = number() {
      _ = skip(Self.pageClosings)
      if last < page { return false }
    }
    while skip(Self.dashes) {}
    // Four digits alone are more likely a year.
    return rest.isEmpty && (isSaid || isOf || page < 1000)
  }

  private static let dashes: [[UInt8]] = ["-", "—", "–", "~", "·"].map { Array($0.utf8) }
  private static let pageOpenings: [[UInt8]] = ["第"].map { Array($0.utf8) }
  private static let pageClosings: [[UInt8]] = ["页"].map { Array($0.utf8) }
  private static let ofWords: [[UInt8]] = ["/", "共", ",共"].map { Array($0.utf8) }
}
