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
  func findPieces(ofCell index: Int) -> Pieces? {
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
    if let offset = firstPrinting(in: rest.first) { return offset == rest.start ? rest : rest.from(offset) }
    for piece in rest.rest {
      if let offset = firstPrinting(in: piece) { return rest.from(offset) }
    }
    return nil
  }

  /// Where the first scalar stands that prints; nil if none does.
  private func firstPrinting(in range: SourceRange) -> Int? {
    let utf8 = source.span
    var offset = range.start
    while offset < range.end {
      let (scalar, next) = Scalars.next(utf8, offset)
      if !Scalars.isBlank(scalar) { return offset }
      offset = next
    }
    return nil
  }

  /// As `rest(of:behind:)`; the mark becomes furniture. All of it where there is no mark.
  func takingMark(_ mark: ListMark?, off pieces: Pieces) -> Pieces? {
    guard let mark else { return pieces }
    guard let rest = rest(of: pieces, behind: mark) else {
      furnish(pieces)
      return nil
    }
    furnish(SourceRange(pieces.start, rest.start))
    return rest
  }

  /// True if nothing between the ends of `range` prints.
  func isBlank(_ range: SourceRange) -> Bool { firstPrinting(in: range) == nil }

  func isBlank(_ pieces: Pieces) -> Bool {
    if !isBlank(pieces.first) { return false }
    for piece in pieces.rest where !isBlank(piece) { return false }
    return true
  }

  /// Makes a leaf of what stands at `pieces`.
  func take(_ pieces: Pieces) -> Revision {
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

  func take(_ pieces: Pieces?) -> Revision? {
    guard let pieces else { return nil }
    return take(pieces)
  }

  func furnish(_ pieces: Pieces) {
    furnish(pieces.first)
    for piece in pieces.rest { furnish(piece) }
  }

  func furnish(_ range: SourceRange) {
    ledger.enter(range, as: .furniture)
  }

  /// The paragraphs of a cell behind one of them, or all, each as a line of its own.
  func readLines(ofCell cell: Int, behind last: Int = -1) {
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
    var offset = comment(in: pieces.first)
    for piece in pieces.rest where offset == nil { offset = comment(in: piece) }
    return offset.map { pieces.clamped(to: SourceRange(pieces.start, $0)) } ?? pieces
  }

  /// Where an annotator's note begins, at its TAB.
  private func comment(in range: SourceRange) -> Int? {
    let utf8 = source.span
    for offset in range.start..<range.end where utf8[offset] == 0x09 {
      if source[(offset + 1)..<range.end].starts(with: Self.comment) { return offset }
    }
    return nil
  }

  private static let comment = Array("Comment by ".utf8)

  func text(_ range: SourceRange) -> String { document.source[range] }

  /// The label before the first colon of the folded line, and where what follows it begins.
  func labelBeforeColon<Meaning>(_ labels: LabelTable<Meaning>) -> (meaning: Meaning, end: Int)? {
    var start = 0
    while let colon = folding.utf8[start...].firstIndex(of: 0x3A), colon <= labels.longest {
      if let meaning = labels.meaning(of: folding.utf8, count: colon) {
        let offset = folding.offset(at: colon, in: source)
        return (meaning, offset + colonLength(at: offset))
      }
      start = colon + 1
    }
    return nil
  }

  private func colonLength(at offset: Int) -> Int { source[offset] == 0x3A ? 1 : 3 }
}
