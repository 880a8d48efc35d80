internal import Documents
internal import Provenance

extension FilingBuilder {
  /// Where the text of a paragraph stands, bookmarks left out; nil if it prints nothing.
  func pieces(ofParagraph index: Int) -> Pieces? {
    let paragraph = document.paragraphs[index]
    var result: Pieces?
    append(paragraph, to: &result, behind: nil)
    return result
  }

  /// Where the text of a cell stands, over all its paragraphs; nil if it prints nothing.
  func pieces(ofCell index: Int) -> Pieces? {
    var result: Pieces?
    for block in document.content[document.cells[index].content] {
      if case .paragraph(let paragraph) = block {
        append(document.paragraphs[paragraph], to: &result, behind: result?.end)
      }
    }
    return result
  }

  private func append(_ paragraph: Document.Paragraph, to result: inout Pieces?, behind end: Int?) {
    var start = paragraph.range.start
    for bookmark in document.bookmarks[paragraph.bookmarks] {
      append(SourceRange(start, bookmark.range.start), to: &result, behind: end)
      start = max(start, bookmark.range.end)
    }
    append(SourceRange(start, paragraph.range.end), to: &result, behind: end)
  }

  private func append(_ range: SourceRange, to result: inout Pieces?, behind end: Int?) {
    if isBlank(range) { return }
    guard let last = result?.last else {
      result = Pieces(range)
      return
    }
    result?.append(range, joining: isBlank(SourceRange(last.end, range.start)))
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

  /// True if the folded line is a page number: `12`, `- 12 -`, `第12页`, `第1页共9页`.
  func isPageNumber() -> Bool {
    let utf8 = folding.utf8
    guard !utf8.isEmpty, utf8.count <= 32 else { return false }
    var digits = 0
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      switch byte {
      case 0x30...0x39:
        digits += 1
        index += 1
      case 0x2D, 0x7E, 0x2F:
        index += 1
      default:
        guard index + 3 <= utf8.count, Self.pageWords.contains(Array(utf8[index..<index + 3])) else { return false }
        index += 3
      }
    }
    return digits > 0 && digits <= 8
  }

  /// 第, 页, 共, and dashes.
  private static let pageWords: [[UInt8]] = ["第", "页", "共", "—", "–", "－", "·"].map { Array($0.utf8) }
}
