package import Modeling
internal import Provenance

extension Filing {
  /// Adds to each correction of a doubled value that the Word file divides it just between its halves, where it does.
  ///
  /// The budget system prints operator and number in one run and the unit's field in another, so such a boundary speaks
  /// for the repair. It proves nothing: Word also divides runs where somebody has typed later, as between the two 10 of
  /// a 1010 that is meant. So what is ambiguous remains so, and whoever decides sees one witness more.
  ///
  /// `isBoundary` says whether a run begins at an offset of the source inside a paragraph.
  package mutating func noteRuns(_ isBoundary: (Int) -> Bool) {
    var key = CorrectionKey()
    forEachLeaf(&key) { text, _, _ in
      guard text.hasCorrections else { return }
      for (index, correction) in text.corrections.enumerated() where correction.rule == Rule.doubledThreshold.id {
        guard let place = text.place(filed: correction.filed) else { continue }
        let filed = Array(text.filed.utf8)[correction.filed.clamped(to: 0..<text.filed.utf8.count)]
        let after = Array(correction.after.utf8)
        guard
          let half = (1..<max(1, filed.count)).first(where: { offset in
            isBoundary(place.start + offset) && isBetweenHalves(offset, of: Array(filed), leaving: after)
          })
        else { continue }
        text.add(
          Evidence(
            "run", text: String(decoding: filed.dropFirst(half), as: UTF8.self),
            source: place.slice(half, filed.count - half)), toCorrection: index)
      }
    }
  }
}

/// Whether what stands before `offset` ends in what stands behind it begins with, and `after` is left if one of the two
/// is taken out, and perhaps words behind it.
private func isBetweenHalves(_ offset: Int, of bytes: [UInt8], leaving after: [UInt8]) -> Bool {
  guard offset > 0, offset < bytes.count else { return false }
  for length in 1...min(offset, bytes.count - offset)
  where bytes[offset - length..<offset].elementsEqual(bytes[offset..<offset + length]) {
    let left = bytes[..<(offset - length)] + bytes[offset...]
    guard left.starts(with: after) else { continue }
    // Not in the middle of a number.
    let next = left.dropFirst(after.count).first
    if next.map({ $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }) != true { return true }
  }
  return false
}
