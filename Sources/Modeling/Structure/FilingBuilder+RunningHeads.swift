internal import Documents
internal import Provenance

/// 页眉: what is printed at the top of every page, and stands behind page breaks in texts that kept them.
extension FilingBuilder {
  /// Makes furniture of every short line that stands behind two page breaks or more, unless it is something that a form
  /// repeats there, or a sentence, or an item of a list. O(page breaks).
  func furnishRunningHeads() {
    var paragraphs: [[UInt8]: [Int]] = [:]
    for index in document.paragraphs.indices {
      let range = document.paragraphs[index].range
      guard range.start > 0, source[range.start - 1] == 0x0C, range.count <= Self.longestHead,
        let pieces = pieces(ofParagraph: index), isHeadLike(pieces)
      else { continue }
      folding.fold(source, pieces)
      paragraphs[Array(folding.utf8), default: []].append(index)
    }
    for same in paragraphs.values where same.count > 1 {
      for index in same {
        furnish(document.paragraphs[index].range)
        runningHeads.insert(index)
      }
    }
  }

  private func isHeadLike(_ pieces: Pieces) -> Bool {
    if ListMark.find(source, in: pieces.first, loose: true) != nil { return false }
    folding.fold(source, pieces)
    if folding.isCut || folding.utf8.isEmpty || PageNumber.stands(in: folding.utf8) || isAmountUnit() { return false }
    if projectHeadingSuffix() != nil || cellLabel() != nil { return false }
    if labelBeforeColon(form.fields) != nil || labelBeforeColon(form.dutyLabels) != nil { return false }
    if heading(of: pieces) != nil { return false }
    return ![0x3002, 0xFF1B, 0x3B, 0xFF0C, 0xFF1A, 0x3A].contains(
      Scalars.next(source.span, previous(pieces.end)).scalar)
  }

  /// Thirty Chinese characters.
  private static let longestHead = 90
}
