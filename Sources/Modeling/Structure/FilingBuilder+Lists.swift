internal import Documents
internal import Provenance

/// Lists: one item a paragraph, or several in a row.
extension FilingBuilder {
  /// The items of a line such as `1、会议组织率；2、议程完成率；`: marks and the punctuation between are furniture.
  func items(of pieces: Pieces, splittingAtEnumerationCommas: Bool) -> [Pieces] {
    var cuts = separators(in: pieces) { $0 == 0xFF1B || $0 == 0x3B }
    if cuts.isEmpty, splittingAtEnumerationCommas { cuts = separators(in: pieces) { $0 == 0x3001 } }
    var result: [Pieces] = []
    var start = pieces.start
    for cut in cuts + [SourceRange(pieces.end, pieces.end)] {
      furnish(cut)
      if let item = pieces.clamped(to: SourceRange(start, cut.start)), let body = withoutMark(item),
        let text = withoutFinalPunctuation(body)
      {
        result.append(text)
      }
      start = cut.end
    }
    return result
  }

  /// Where scalars that `isSeparator` accepts stand; the mark of an item (`1、`) holds none.
  private func separators(in pieces: Pieces, _ isSeparator: (UInt32) -> Bool) -> [SourceRange] {
    let utf8 = source.span
    var result: [SourceRange] = []
    for piece in pieces.all {
      var offset = ListMark.find(source, in: piece)?.range.end ?? piece.start
      while offset < piece.end {
        let (scalar, next) = Scalars.next(utf8, offset)
        if isSeparator(scalar) {
          result.append(SourceRange(offset, next))
          if let mark = ListMark.find(source, in: SourceRange(next, piece.end)) {
            offset = mark.range.end
            continue
          }
        }
        offset = next
      }
    }
    return result
  }

  /// The text behind a list mark, which becomes furniture; nil if there is none.
  private func withoutMark(_ pieces: Pieces) -> Pieces? {
    takingMark(ListMark.find(source, in: pieces.first), off: pieces)
  }

  /// The text before the `；` or `。` that ends an item of a list, which becomes furniture; nil if nothing is left.
  func withoutFinalPunctuation(_ pieces: Pieces) -> Pieces? {
    without(pieces, final: [0xFF1B, 0x3B, 0x3002, 0xFF0C, 0x3001, 0xFF1A, 0x3A])
  }

  /// The text before a semicolon that ends it, which becomes furniture; nil if nothing is left.
  func withoutSemicolon(_ pieces: Pieces) -> Pieces? { without(pieces, final: [0xFF1B, 0x3B]) }

  private func without(_ pieces: Pieces, final marks: [UInt32]) -> Pieces? {
    var end = pieces.end
    let last = pieces.last
    while end > last.start, isBlank(SourceRange(previous(end), end)) { end = previous(end) }
    guard end > last.start else { return isBlank(pieces) ? nil : pieces }
    let start = previous(end)
    guard marks.contains(Scalars.next(source.span, start).scalar) else { return pieces }
    furnish(SourceRange(start, end))
    guard let rest = pieces.clamped(to: SourceRange(pieces.start, start)), !isBlank(rest) else {
      return nil
    }
    return rest
  }

  /// The start of the scalar that ends at `end`.
  func previous(_ end: Int) -> Int {
    var start = end - 1
    while start > 0, source[start] & 0xC0 == 0x80 { start -= 1 }
    return max(0, start)
  }

  /// The goals in a cell: one a paragraph; a paragraph without a mark goes on with the marked one above it, and so
  /// does a list inside it; a paragraph that holds `1.…2.…3.…` in order is taken apart.
  func goals(ofCell cell: Int, in value: Pieces) -> [Pieces] {
    var result: [Pieces] = []
    var list = ListNesting()
    openGoalMark = nil
    for block in document.content[document.cells[cell].content] {
      guard case .paragraph(let index) = block, let whole = pieces(ofParagraph: index),
        let paragraph = whole.clamped(to: SourceRange(max(whole.start, value.start), whole.end))
      else { continue }
      if isPlaceholder(paragraph) {
        furnish(paragraph)
        continue
      }
      for part in inlineItems(of: paragraph) {
        let mark = ListMark.find(source, in: part.first)
        if let mark, !list.isInside(mark) || result.isEmpty {
          if let rest = takingMark(mark, off: part) { result.append(rest) }
          openGoalMark = mark
        } else if list.style != nil, let last = result.indices.last {
          result[last] = extended(result[last], by: part)
        } else {
          result.append(part)
        }
      }
    }
    return result
  }

  /// Takes a paragraph apart before `2.`, `3.` and so on, where it begins with `1.` and each mark stands behind the
  /// end of a clause.
  private func inlineItems(of pieces: Pieces) -> [Pieces] {
    guard pieces.rest.isEmpty, let first = ListMark.find(source, in: pieces.first), first.number == 1 else {
      return [pieces]
    }
    let utf8 = source.span
    var starts = [pieces.start]
    var offset = first.range.end
    var isClauseEnd = false
    while offset < pieces.end {
      let (scalar, next) = Scalars.next(utf8, offset)
      if isClauseEnd, !Scalars.isBlank(scalar), let mark = ListMark.find(source, in: SourceRange(offset, pieces.end)),
        mark.style == first.style, mark.number == starts.count + 1
      {
        starts.append(offset)
        offset = mark.range.end
        isClauseEnd = false
        continue
      }
      switch scalar {
      case 0x3002, 0xFF1B, 0x3B: isClauseEnd = true
      default: if !Scalars.isBlank(scalar) { isClauseEnd = false }
      }
      offset = next
    }
    let ends = starts.dropFirst() + [pieces.end]
    return zip(starts, ends).map { Pieces(SourceRange($0, $1)) }
  }
}
