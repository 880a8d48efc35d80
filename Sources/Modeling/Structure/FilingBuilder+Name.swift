internal import Documents
internal import Provenance

/// The name of a project and its code, which may stand in one cell.
extension FilingBuilder {
  /// True for 无 or a dash in place of a value.
  private func saysNone(_ pieces: Pieces) -> Bool {
    guard pieces.rest.isEmpty, pieces.first.count <= 24 else { return false }
    let utf8 = source.span
    let bytes = utf8.extracting(pieces.start..<pieces.end)
    let range = bytes.trimmed(0..<bytes.count)
    return !range.isEmpty && TargetWords.isNone(bytes, range)
  }

  /// The code; where the name is glued to it, both.
  func assignCode(_ pieces: Pieces) {
    if saysNone(pieces) {
      furnish(pieces)
      absentCode = pieces.first
      return
    }
    guard pieces.rest.isEmpty, let range = ProjectCode.find(in: text(pieces.first))?.range,
      range.upperBound < pieces.first.count, isBlank(SourceRange(pieces.start, pieces.start + range.lowerBound))
    else {
      let code = take(pieces)
      project.code = code
      return
    }
    let place = pieces.first.slice(range.lowerBound, range.count)
    let code = take(Pieces(place))
    project.code = code
    if let rest = pieces.from(place.end), !isBlank(rest) { gluedName = rest }
  }

  /// A code in brackets at the start of a text, and where the brackets end.
  private func codeInBrackets(_ pieces: Pieces) -> (code: SourceRange, end: Int)? {
    guard pieces.rest.isEmpty else { return nil }
    let text = text(pieces.first)
    guard let range = ProjectCode.find(in: text)?.range else { return nil }
    let bytes = text.utf8Span.span
    guard let open = Bracketed.openings.end(bytes, at: bytes.skippingSpaces(0)), open == range.lowerBound,
      let close = Bracketed.closings.end(bytes, at: range.upperBound)
    else { return nil }
    return (pieces.first.slice(range.lowerBound, range.count), pieces.start + close)
  }

  /// The name; where the code stands before it, both.
  func assignName(_ pieces: Pieces) {
    var name = pieces
    if project.code == nil, let (code, end) = codeInBrackets(pieces), let rest = pieces.from(end), !isBlank(rest) {
      furnish(SourceRange(pieces.start, end))
      let taken = take(Pieces(code))
      project.code = taken
      name = rest
    } else if project.code == nil, pieces.rest.isEmpty, let range = ProjectCode.find(in: text(pieces.first))?.range,
      isBlank(SourceRange(pieces.start, pieces.start + range.lowerBound)),
      let rest = pieces.from(pieces.start + range.upperBound), !isBlank(rest)
    {
      let code = take(Pieces(pieces.first.slice(range.lowerBound, range.count)))
      project.code = code
      name = rest
      let (mark, end) = Scalars.next(source.span, rest.start)
      if [0x2D, 0x5F, 0x2014, 0xFF0D, 0xFF3F].contains(mark), let behind = rest.from(end), !isBlank(behind) {
        furnish(SourceRange(rest.start, end))
        name = behind
      }
    }
    let taken = take(name)
    project.name = taken
  }
}
